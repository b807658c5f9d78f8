import type { CommandText } from '../kinds.ts';

export const scrubFrames = {
  name: { ko: '빈 프레임 소거', en: 'Scrub free frames' },
  does: {
    ko: '남은 데이터를 0으로 덮어씁니다. 호스트의 사이클을 조금 씁니다.',
    en: 'Overwrites what is left with zeros. Takes some of the host’s cycles.',
  },
  done: {
    ko: '{{host}}의 빈 프레임을 소거한다',
    en: 'scrub the free frames of {{host}}',
  },
} satisfies CommandText;
