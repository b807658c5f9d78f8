import { destroyVm } from '../../mechanics/lifecycle.ts';
import { rows } from '../../world/table.ts';
import { vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Removes a VM that its tenant has asked to be rid of. What it wrote stays in its frames (V4, M2). */
export const destroy = vmCommand({
  name: 'destroy-vm',
  role: 'operator',
  key: 'D',
  length: (pace) => pace.stopLength,
  refusal: (world, vm) => {
    for (const { wish } of rows(world.requests)) {
      if (wish.kind === 'destroy' && wish.vm === vm.id) return null;
    }
    return refuse('rule.still-wanted');
  },
  finish: (turn, vm, order) => destroyVm(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
});
