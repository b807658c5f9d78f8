import type { CommandText } from '../kinds.ts';

export const createVm = {
  name: { ko: '{{host}}에 만들기', en: 'Create on {{host}}' },
  does: {
    ko: '맨 위의 빈 프레임부터 있는 그대로 넘겨받습니다.',
    en: 'It is given the top free frames, as they are.',
  },
  done: {
    ko: '{{host}}에 VM을 만든다',
    en: 'create the VM on {{host}}',
  },
} satisfies CommandText;
