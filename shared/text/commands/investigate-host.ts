import type { CommandText } from '../kinds.ts';

export const investigateHost = {
  name: { ko: '호스트 조사', en: 'Investigate the host' },
  does: {
    ko: '게스트 아래와 장치 프로세스에서 실행 중인 코드를 있어야 할 코드와 비교합니다. 게스트 안에서 벌어지는 일은 보지 않습니다.',
    en: 'Compares what runs below the guests, and in their device processes, with what should. It does not look into the guests.',
  },
  done: { ko: '{{host}}{을/를} 조사한다', en: 'investigate {{host}}' },
} satisfies CommandText;
