import type { CommandText } from '../kinds.ts';

export const investigateVm = {
  name: { ko: '조사', en: 'Investigate' },
  does: {
    ko: '쓰지 않은 메모리나 디스크를 읽었는지, 침입자의 코드가 있는지 하이퍼바이저에서 확인합니다.',
    en: 'From the hypervisor: has it read memory or disk that it never wrote, and does an intruder’s code run in it?',
  },
  done: {
    ko: '{{vm}}{을/를} 조사한다',
    en: 'investigate {{vm}}',
  },
} satisfies CommandText;
