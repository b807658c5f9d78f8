import { runVm } from '../../mechanics/lifecycle.ts';
import { isHeldBack } from '../../mechanics/stores/stores.ts';
import { powerIs, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Powers a stopped VM on again (rule V2). */
export const start = vmCommand({
  name: 'start-vm',
  role: 'operator',
  key: 'R',
  always: true,
  blunt: true,
  fits: 'always',
  length: (pace) => pace.startLength,
  refusal: (world, vm) =>
    powerIs('stopped')(world, vm) ??
    (vm.ransomed ? refuse('rule.files-encrypted') : null) ??
    (isHeldBack(world, vm) ? refuse('rule.config-differs') : null),
  finish: (turn, vm, order) => runVm(turn, vm, order.seq),
  words: {
    name: { ko: '다시 켜기', en: 'Start again' },
    does: {
      ko: '정지한 VM을 켭니다.',
      en: 'Powers the VM on.',
    },
    done: {
      ko: '{{vm}}{을/를} 켠다',
      en: 'start {{vm}}',
    },
  },
});
