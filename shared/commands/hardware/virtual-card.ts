import { isOwn } from '../../world/machine/card.ts';
import { changeOfCard } from '../change-of-card.ts';
import { notInMaking } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/**
 * Takes back what was passed through to a VM, which has a virtual network card again: a paravirtual one, or an
 * emulated one where it has no drivers for that. Its port is new to the switch, and open until the policy is
 * pushed (rules N4, N15).
 */
export const virtualCard = changeOfCard('virtual', {
  name: 'virtual-card',
  role: 'hypervisor',
  key: '',
  contains: ['past-switch', 'dma-fault', 'interrupt-fault'],
  fits: ['mac-refused'],
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (isOwn(vm.card) ? null : refuse('rule.already-so')),
  words: {
    name: { ko: '가상 네트워크 카드로 바꾸기', en: 'Give it a virtual card' },
    does: {
      ko: '직접 할당한 장치를 거두고 가상 네트워크 카드를 줍니다. 다시 가상 스위치를 지나고 옮길 수 있지만, 패킷마다 CPU를 더 씁니다. 새 포트는 정책을 배포할 때까지 열려 있습니다.',
      en: 'Takes back what was passed through and gives it a virtual network card: on the switch again, and movable, at more CPU a packet. Its new port stands open until you push the policy.',
    },
    done: {
      ko: '{{vm}}의 네트워크 카드를 가상 카드로 바꾼다',
      en: 'give {{vm}} a virtual network card',
    },
    control: { ko: '가상 네트워크 카드', en: 'A virtual network card' },
  },
});
