import { stopVm } from '../../mechanics/lifecycle.ts';
import { powerIs, vmCommand } from '../on-vm.ts';

/** Powers a VM off: contains whatever runs in it, and takes its tenant's service away (rule V3). */
export const stop = vmCommand({
  name: 'stop-vm',
  role: 'operator',
  key: 'X',
  length: (pace) => pace.stopLength,
  refusal: powerIs('running'),
  finish: (turn, vm, order) => stopVm(turn, vm, order.seq),
});
