import { allow } from '../allowance.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Sets nothing apart for a VM any more: it shares with the others, and a balloon may take its frames (rule R15). */
export const liftReservation = vmCommand({
  name: 'lift-reservation',
  role: 'hypervisor',
  key: '',
  length: (pace) => pace.limitLength,
  of: ({ reserved }) => reserved,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (vm.reserved ? null : refuse('rule.already-so')),
  finish: (turn, vm, order) => allow(turn, vm, 'reserved', false, order),
  words: {
    name: { ko: '자원 예약 풀기', en: 'Lift its reservation' },
    does: {
      ko: 'CPU를 다른 VM과 나눠 쓰고, 메모리 풍선(balloon)으로 프레임을 회수할 수 있습니다. 예약하던 몫은 다른 VM에 돌아갑니다.',
      en: 'It shares CPU with the others again, and a balloon may take its frames. What was set apart for it is there for them.',
    },
    done: { ko: '{{vm}}의 자원 예약을 푼다', en: 'lift the reservation of {{vm}}' },
  },
});
