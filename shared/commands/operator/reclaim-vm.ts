import { unwantedReason } from '../../mechanics/leases.ts';
import { destroyVm } from '../../mechanics/lifecycle.ts';
import { vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Removes a VM that nobody answers for, or whose time is over (rule G8). */
export const reclaim = vmCommand({
  name: 'reclaim-vm',
  role: 'operator',
  key: 'K',
  length: (pace) => pace.reclaimLength,
  refusal: (world, vm) => (unwantedReason(world, vm) === null ? refuse('rule.still-wanted') : null),
  finish: (turn, vm, order) => destroyVm(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
});
