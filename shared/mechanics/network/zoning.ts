import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import { NONE, type Seq, type VmId, type ZoneId } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isOnSwitch } from './card.ts';
import { bindPort } from './ports.ts';

/** The zone of the isolated segment (rule N7), or 0 where there is none. */
export function quarantineZone(world: ReadonlyWorld): ZoneId | 0 {
  for (const zone of world.zones) if (zone?.name === 'quarantine') return zone.id;
  return NONE;
}

/** Puts a VM into another zone, and tells its own switch of it at once (rule N7), or its card (N17). */
export function moveToZone(turn: Turn, vm: VmId, zone: ZoneId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const zoned = emit(turn, 'vm-zoned', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { zone },
  });
  setFact(world, 'vms', vm, 'zone', zone, zoned);
  if (isOnSwitch(world, vm)) bindPort(world, get(world.vms, vm).host, vm, zone, zoned);
}
