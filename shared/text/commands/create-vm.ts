import type { CommandText } from '../kinds.ts';

export const createVm = {
  name: { ko: '{{host}}에 만들기 · {{technique}}', en: 'Create on {{host}} · {{technique}}' },
  does: {
    ko: '맨 위의 빈 프레임과 블록부터 있는 그대로 넘겨받습니다. 배수는 가상화하지 않은 경우에 대한 비용입니다.',
    en: 'It is given the top free frames and blocks, as they are. The multiple is its cost against no virtualisation.',
  },
  done: {
    ko: '{{host}}에 VM을 만든다({{technique}})',
    en: 'create the VM on {{host}} ({{technique}})',
  },
} satisfies CommandText;
