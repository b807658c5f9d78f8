import { runVm } from '../../mechanics/lifecycle.ts';
import { powerIs, vmCommand } from '../on-vm.ts';

/** Powers a stopped VM on again (rule V2). */
export const start = vmCommand({
  name: 'start-vm',
  role: 'operator',
  key: 'R',
  length: (pace) => pace.startLength,
  refusal: powerIs('stopped'),
  finish: (turn, vm, order) => runVm(turn, vm, order.seq),
});
