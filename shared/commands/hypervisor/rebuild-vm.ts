import { isDeployable } from '../../mechanics/library.ts';
import { runVm, stopVm } from '../../mechanics/lifecycle.ts';
import { rebuild } from '../../mechanics/upkeep/images.ts';
import { find, get } from '../../world/table.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Makes a VM anew from its image, with nobody in it (rule G3). It is off meanwhile. */
export const rebuildVm = vmCommand({
  name: 'rebuild-vm',
  role: 'hypervisor',
  key: '',
  blunt: true,
  fits: ['device-lost', 'ransomed-vm'],
  contains: ['code-found'],
  price: (pace) => pace.rebuildPrice,
  length: (pace) => pace.rebuildLength,
  refusal: (world, vm) => {
    const image = find(world.images, vm.image);
    const unsigned = image !== null && !isDeployable(world, image);
    return notInMaking(world, vm) ?? (unsigned ? refuse('rule.image-unsigned') : null);
  },
  start: (turn, vm, order) => {
    if (get(turn.world.vms, vm).power === 'running') stopVm(turn, vm, order.seq);
  },
  finish: (turn, vm, order) => {
    const rebuilt = rebuild(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    if (get(turn.world.vms, vm).power === 'stopped') runVm(turn, vm, rebuilt);
  },
  words: {
    name: { ko: '이미지로 다시 만들기', en: 'Rebuild from its image' },
    does: {
      ko: '침입자는 사라지고 빌드는 이미지와 같아집니다. 그동안 서비스가 멈춥니다.',
      en: 'Whoever got in is gone. Its builds become those of the image, and its service is off meanwhile.',
    },
    done: { ko: '{{vm}}{을/를} 이미지로 다시 만든다', en: 'rebuild {{vm}} from its image' },
    control: { ko: '이미지에서 VM 새로 만들기', en: 'Rebuild the VM from its image' },
  },
});
