import { framesToPin } from '../../mechanics/merging.ts';
import { functionObstacle } from '../../mechanics/passing.ts';
import { isOwn } from '../../world/machine/card.ts';
import { get } from '../../world/table.ts';
import { changeOfCard } from '../change-of-card.ts';
import { notInMaking } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/**
 * Passes a virtual function of the host's network card through to a VM, plugged in while it runs: line rate at
 * the least CPU, past the virtual switch and all that watches or filters there (rules K92, N15).
 */
export const attachVf = changeOfCard('vf', {
  name: 'attach-vf',
  role: 'hypervisor',
  key: '',
  refusal: (world, vm) => {
    const making = notInMaking(world, vm);
    if (making) return making;
    if (isOwn(vm.card)) return refuse('rule.already-so');
    const host = get(world.hosts, vm.host);
    const lack = functionObstacle(world.vms, host, vm.technique, get(world.images, vm.image));
    if (lack) return refuse('rule.no-function', { host: host.id, lack });
    const [free, wanted] = [host.free.length, framesToPin(world, vm)];
    return free < wanted ? refuse('rule.frames-short', { host: host.id, free, wanted }) : null;
  },
  keeps: (world, vm) =>
    framesToPin(world, vm) <= get(world.hosts, vm.host).free.length &&
    functionObstacle(
      world.vms,
      get(world.hosts, vm.host),
      vm.technique,
      get(world.images, vm.image),
    ) === null,
  words: {
    name: { ko: 'VF 붙이기(SR-IOV)', en: 'Attach a VF (SR-IOV)' },
    does: {
      ko: 'NIC의 VF를 VM에 직접 할당합니다. CPU를 가장 적게 쓰며 선로 속도에 가깝습니다. 가상 스위치의 규칙과 가상 IDS를 거치지 않고, 켜 둔 채로 옮길 수 없습니다.',
      en: 'Passes a VF of the NIC through to it: near line rate at the least CPU. Its frames meet neither the rules of the virtual switch nor a virtual IDS, and it cannot be moved live.',
    },
    done: { ko: '{{vm}}에 VF를 붙인다', en: 'attach a VF to {{vm}}' },
    control: { ko: 'VF 붙이기', en: 'A VF (SR-IOV)' },
  },
});
