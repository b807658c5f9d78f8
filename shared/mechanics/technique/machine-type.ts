import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { Seq, VmId } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

/**
 * The machine that a guest sees is another one from now on: a type without a floppy controller. On the
 * old type the controller is there whether a drive is configured or not, so that detaching the drive
 * changes nothing (FACTS B01).
 */
export function changeMachineType(turn: Turn, vm: VmId, actor: Actor, cause: Seq): Seq {
  const { world } = turn;
  const changed = emit(turn, 'devices-changed', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { device: 'floppy' },
  });
  const devices = get(world.vms, vm).devices.filter((name) => name !== 'floppy');
  setFact(world, 'vms', vm, 'devices', devices, changed);
  return changed;
}
