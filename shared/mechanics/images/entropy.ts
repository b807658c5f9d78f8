import { setFact } from '../../world/fact.ts';
import { type Actor, NATURE } from '../../world/history.ts';
import { NONE, type Seq, type VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { type Deep, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

type Keyed = Pick<Deep<Vm>, 'id' | 'keysFrom'>;

/** Whether two VMs have made the same keys, out of one random state (rule A113). */
export const sharesKeys = (one: Keyed, other: Keyed): boolean =>
  one.id !== other.id && one.keysFrom !== NONE && one.keysFrom === other.keysFrom;

/**
 * Gives a VM a generation ID: its kernel learns that it is a copy, reseeds and makes new keys, a little later and not
 * at once (rule K113). Source: FACTS B32 (kernel and QEMU documentation of VMGENID; Everspaugh and others, 2014).
 */
export function giveGenerationId(turn: Turn, vm: VmId, actor: Actor, cause: Seq): Seq {
  const { world } = turn;
  const given = emit(turn, 'setting-changed', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { setting: 'generationId', to: 'on' },
  });
  setFact(world, 'vms', vm, 'generationId', true, given);
  setFact(world, 'vms', vm, 'reseedsAt', world.tick + world.pace.reseedWindow, given);
  return given;
}

/** The entropy stage: guests that were told that they are copies have reseeded by now. */
export function reseed(turn: Turn): void {
  const { world } = turn;
  for (const vm of rows(world.vms)) {
    if (vm.reseedsAt === 0 || vm.reseedsAt > world.tick || vm.power !== 'running') continue;
    const cause = world.provenance[`vms/${vm.id}/reseedsAt`];
    const reseeded = emit(turn, 'reseeded', {
      actor: NATURE,
      subjects: [`vms/${vm.id}`],
      causes: cause === undefined ? [] : [cause],
      data: {},
    });
    setFact(world, 'vms', vm.id, 'keysFrom', NONE, reseeded);
    setFact(world, 'vms', vm.id, 'reseedsAt', 0, reseeded);
  }
}
