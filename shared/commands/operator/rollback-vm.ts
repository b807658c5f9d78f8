import { snapshotsOf } from '../../mechanics/disk.ts';
import { revert } from '../../mechanics/snapshots.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Puts a VM back to its snapshot: whoever came in since is out, and every patch since too (G7). */
export const rollback = vmCommand({
  name: 'rollback-vm',
  role: 'operator',
  key: 'B',
  length: (pace) => pace.rollbackLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ??
    (snapshotsOf(world, vm.id).length === 0 ? refuse('rule.no-snapshot') : null),
  keeps: (world, { id }) => snapshotsOf(world, id).length > 0,
  finish: (turn, vm, order) => {
    const snapshot = snapshotsOf(turn.world, vm).at(-1);
    if (!snapshot) return;
    revert(turn, vm, snapshot.id, { kind: 'seat', id: order.seat }, order.seq);
  },
});
