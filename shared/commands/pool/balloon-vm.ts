import { balloon, balloonable } from '../../mechanics/pool/balloon.ts';
import { hasBalloon } from '../../mechanics/pool/takings.ts';
import { isPinned } from '../../world/machine/card.ts';
import { powerIs, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Takes frames back from a live VM, by the balloon in its guest (rule R9). */
export const balloonVm = vmCommand({
  name: 'balloon-vm',
  role: 'operator',
  key: '',
  length: (pace) => pace.balloonLength,
  contains: ['swapping'],
  of: hasBalloon,
  refusal: (world, vm) => {
    if (!hasBalloon(vm)) return refuse('rule.no-such-thing');
    const { promised, frames } = balloonable(world, vm);
    if (vm.reserved || promised + frames.length === 0) return refuse('rule.nothing-to-take');
    if (isPinned(vm)) return refuse('rule.pinned');
    return powerIs('running')(world, vm);
  },
  keeps: (_, vm) => vm.power === 'running' && !vm.reserved,
  finish: (turn, vm, order) => balloon(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '메모리 회수(balloon)', en: 'Balloon: take memory back' },
    does: {
      ko: '켜 둔 채로 프레임 2개를 돌려받습니다. 풍선 드라이버가 돌려준 프레임에는 소거하지 않는 한 그 VM이 쓴 내용이 남습니다.',
      en: 'Takes two frames back while it runs. Unless they are scrubbed, the frames that the balloon driver gives back hold what the VM wrote.',
    },
    done: {
      ko: '{{vm}}에서 메모리를 회수한다(balloon)',
      en: 'take memory back from {{vm}} (balloon)',
    },
    control: { ko: '켜진 VM에서 메모리 회수(balloon)', en: 'Take memory back from a live VM' },
  },
});
