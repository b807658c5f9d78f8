import type { CommandText } from '../kinds.ts';

export const investigateHost = {
  name: { ko: '호스트 조사', en: 'Investigate the host' },
  does: {
    ko: '게스트 아래에서 돌고 있는 코드를 측정값과 견줍니다. 게스트 안에서 벌어지는 일은 보지 않습니다.',
    en: 'Compares what runs below the guests with what should. It does not look into the guests.',
  },
  done: { ko: '{{host}}{을/를} 조사한다', en: 'investigate {{host}}' },
} satisfies CommandText;
