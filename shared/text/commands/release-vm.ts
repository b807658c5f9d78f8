import type { CommandText } from '../kinds.ts';

export const releaseVm = {
  name: { ko: '네트워크 차단 해제', en: 'End quarantine' },
  does: {
    ko: '원래 구역으로 바로 돌려보냅니다. 안에 침입자가 남아 있다면 그 통신도 다시 열립니다.',
    en: 'Puts it back into its own zone at once. An intruder still in it is connected again, too.',
  },
  done: { ko: '{{vm}}의 네트워크 차단을 푼다', en: 'release {{vm}} from quarantine' },
} satisfies CommandText;
