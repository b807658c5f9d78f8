import type { CommandText } from '../kinds.ts';

export const startVm = {
  name: { ko: '다시 켜기', en: 'Start again' },
  does: {
    ko: '정지한 VM을 켭니다.',
    en: 'Powers the VM on.',
  },
  done: {
    ko: '{{vm}}{을/를} 켠다',
    en: 'start {{vm}}',
  },
} satisfies CommandText;
