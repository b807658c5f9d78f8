import { runVm, stopVm } from '../../mechanics/lifecycle.ts';
import { rebuild } from '../../mechanics/upkeep/images.ts';
import { get } from '../../world/table.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';

/** Makes a VM anew from its image, with nobody in it (rule G3). It is off meanwhile. */
export const rebuildVm = vmCommand({
  name: 'rebuild-vm',
  role: 'hypervisor',
  key: 'L',
  price: (pace) => pace.rebuildPrice,
  length: (pace) => pace.rebuildLength,
  refusal: notInMaking,
  start: (turn, vm, order) => {
    if (get(turn.world.vms, vm).power === 'running') stopVm(turn, vm, order.seq);
  },
  finish: (turn, vm, order) => {
    const rebuilt = rebuild(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    if (get(turn.world.vms, vm).power === 'stopped') runVm(turn, vm, rebuilt);
  },
});
