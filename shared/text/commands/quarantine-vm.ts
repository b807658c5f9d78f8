import type { CommandText } from '../kinds.ts';

export const quarantineVm = {
  name: { ko: '네트워크 차단', en: 'Quarantine' },
  does: {
    ko: '모든 통신이 막힌 차단 구역(quarantine)으로 바로 옮깁니다. 안에 있는 침입자는 그대로 남고, 서비스도 끊깁니다.',
    en: 'Puts it into the quarantine zone at once, cut off from everyone. An intruder stays in it, and its service is gone meanwhile.',
  },
  done: { ko: '{{vm}}의 네트워크를 차단한다', en: 'quarantine {{vm}}' },
} satisfies CommandText;
