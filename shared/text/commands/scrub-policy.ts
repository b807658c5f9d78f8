import type { CommandText } from '../kinds.ts';

export const scrubPolicy = {
  name: { ko: '정책: {{policy}}', en: 'Policy: {{policy}}' },
  does: {
    ko: '앞으로의 프레임에만 적용됩니다. 해제 때 소거는 3–5 %, 할당 때 소거는 1 % 안팎의 성능을 씁니다.',
    en: 'For frames from now on. On free costs 3–5 % of performance, on allocate about 1 %.',
  },
  done: {
    ko: '{{host}}의 정책을 “{{policy}}”{으로/로} 바꾼다',
    en: 'set {{host}} to “{{policy}}”',
  },
} satisfies CommandText;
