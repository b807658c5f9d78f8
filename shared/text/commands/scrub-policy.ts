import type { CommandText } from '../kinds.ts';

export const scrubPolicy = {
  name: { ko: '소거 정책: {{policy}}', en: 'Scrub policy: {{policy}}' },
  does: {
    ko: '앞으로의 프레임에만 적용됩니다. 해제 시 소거는 성능의 3~5%를 씁니다. 할당 시 소거는 1% 안팎이지만 그때까지 빈 메모리에 데이터가 남아, 호스트를 장악한 자는 읽을 수 있습니다.',
    en: 'For frames from now on. Scrubbing on free costs 3–5% of performance; on allocate about 1%, but until then data lies in free memory, where whoever holds the host can read it.',
  },
  done: {
    ko: '{{host}}의 소거 정책을 “{{policy}}”{으로/로} 바꾼다',
    en: 'set the scrub policy of {{host}} to “{{policy}}”',
  },
} satisfies CommandText;
