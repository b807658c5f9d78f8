import type { CommandText } from '../kinds.ts';

export const investigateVm = {
  name: { ko: '조사', en: 'Investigate' },
  does: {
    ko: '쓰지 않은 프레임을 읽었는지 하이퍼바이저에서 확인합니다.',
    en: 'From the hypervisor: has it read frames that it never wrote?',
  },
  done: {
    ko: '{{vm}}{을/를} 조사한다',
    en: 'investigate {{vm}}',
  },
} satisfies CommandText;
