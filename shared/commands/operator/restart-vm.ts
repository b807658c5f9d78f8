import { runVm, stopVm } from '../../mechanics/lifecycle.ts';
import { get } from '../../world/table.ts';
import { powerIs, vmCommand } from '../on-vm.ts';

/**
 * Powers a VM off and on again: it runs in a new process, with the device models that its host has now
 * (rule K10). It is off meanwhile.
 */
export const restart = vmCommand({
  name: 'restart-vm',
  role: 'operator',
  key: '',
  length: (pace) => pace.restartLength,
  refusal: powerIs('running'),
  start: (turn, vm, order) => stopVm(turn, vm, order.seq),
  finish: (turn, vm, order) => {
    if (get(turn.world.vms, vm).power === 'stopped') runVm(turn, vm, order.seq);
  },
});
