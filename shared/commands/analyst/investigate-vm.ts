import { investigate } from '../../mechanics/sensors/investigation.ts';
import { vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Looks at a VM's memory from the hypervisor's side (rule S8). It touches nothing. */
export const investigateVm = vmCommand({
  name: 'investigate-vm',
  role: 'analyst',
  key: 'I',
  length: (pace) => pace.investigateLength,
  refusal: (_, vm) =>
    vm.power === 'provisioning' ? refuse('rule.wrong-power', { power: vm.power }) : null,
  finish: (turn, vm, order) => investigate(turn, vm, order.seq),
});
