import { fact, provenanceOf } from '../world/fact.ts';
import { NATURE } from '../world/history.ts';
import { type HostId, NONE, type Seq, type VmId } from '../world/ids.ts';
import { find, get, rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { beginMove, giveUpMove, moveVm } from './migration.ts';
import { moveTicks } from './network/transit.ts';

/**
 * The scheduler of the cluster (DRS) moves a VM by itself: at once where a scenario says that this takes no time
 * worth a window, else in as long as a move takes, and what crosses the network does so meanwhile (rule G10).
 */
export function balance(turn: Turn, vm: VmId, to: HostId, cause: Seq): void {
  const { world } = turn;
  const row = get(world.vms, vm);
  const takes = Math.trunc((moveTicks(world, row.frames) * world.pace.balanceTakes) / 1000);
  if (takes === 0) {
    moveVm(turn, vm, to, NATURE, cause);
    return;
  }
  // Who works on it is not disturbed: the scheduler does without.
  if (world.jobs.some((job) => job?.claims.includes(`vms/${vm}`) === true)) return;
  beginMove(turn, vm, to, NATURE, cause);
  get(world.vms, vm).arrivesAt = world.tick + takes;
}

/** Whether the scheduler is moving a VM: nobody else works on it meanwhile. */
export const isBalanced = (world: ReadonlyWorld, vm: number): boolean =>
  (find(world.vms, vm)?.arrivesAt ?? 0) > 0;

/**
 * The scheduler's stage: what has been copied runs where it was sent, unless one of the two hosts is off; then
 * it stays where it is.
 * @param isOff whether a host is off in this tick
 */
export function arrive(turn: Turn, isOff: (host: HostId) => boolean): void {
  const { world } = turn;
  for (const vm of rows(world.vms)) {
    if (vm.arrivesAt === 0 || vm.movingTo === NONE) continue;
    const cause = provenanceOf(world, fact('vms', vm.id, 'movingTo'));
    if (isOff(vm.host) || isOff(vm.movingTo) || vm.looping) giveUpMove(turn, vm.id, cause);
    else if (world.tick >= vm.arrivesAt) moveVm(turn, vm.id, vm.movingTo, NATURE, cause);
  }
}
