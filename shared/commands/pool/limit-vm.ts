import { ownPart } from '../../mechanics/pool/part.ts';
import { UNLIMITED } from '../../world/machine/vm.ts';
import { get } from '../../world/table.ts';
import { allow } from '../allowance.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Lets a VM have what its work needs of its host’s cycles, and no more (rule R3). */
export const limitVm = vmCommand({
  name: 'limit-vm',
  role: 'hypervisor',
  key: '',
  contains: ['steal'],
  price: (pace) => pace.limitPrice,
  length: (pace) => pace.limitLength,
  of: ({ technique }) => technique !== 'native',
  refusal: (world, vm) => {
    if (vm.technique === 'native') return refuse('rule.no-such-thing');
    return notInMaking(world, vm) ?? (vm.limit < UNLIMITED ? refuse('rule.already-so') : null);
  },
  finish: (turn, id, order) => {
    const vm = get(turn.world.vms, id);
    const host = get(turn.world.hosts, vm.host);
    allow(turn, id, 'limit', ownPart(vm, host), order);
  },
  words: {
    name: { ko: 'CPU 상한 걸기', en: 'Limit its CPU' },
    does: {
      ko: '자기 일에 필요한 만큼까지만 CPU를 받게 합니다. 혼자 다 가져갈 수 없지만, 호스트가 놀고 있어도 더 쓰지 못하고 다른 호스트로 옮겨도 상한이 따라갑니다.',
      en: 'It gets the cycles that its work needs, and no more: it cannot take all, nor use what lies idle. The limit goes with it to another host.',
    },
    done: { ko: '{{vm}}에 CPU 상한을 건다', en: 'limit the CPU of {{vm}}' },
    control: { ko: 'CPU 상한(limit)', en: 'A CPU limit' },
  },
});
