import type { CommandText } from '../kinds.ts';

export const releaseVm = {
  name: { ko: '격리 해제', en: 'Release' },
  does: {
    ko: '원래 구역으로 바로 돌려보냅니다. 안에 누가 남아 있다면 함께 풀려납니다.',
    en: 'Puts it back into its own zone at once. Whoever is still in it is let out with it.',
  },
  done: { ko: '{{vm}}의 격리를 푼다', en: 'release {{vm}} from quarantine' },
} satisfies CommandText;
