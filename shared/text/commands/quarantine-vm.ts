import type { CommandText } from '../kinds.ts';

export const quarantineVm = {
  name: { ko: '격리', en: 'Quarantine' },
  does: {
    ko: '누구와도 통하지 않는 구역으로 바로 옮깁니다. 안에 있는 자는 그대로 남고, 서비스도 끊깁니다.',
    en: 'Shuts it off from everyone at once. Whoever is in it stays in it, and its service is gone meanwhile.',
  },
  done: { ko: '{{vm}}{을/를} 격리한다', en: 'quarantine {{vm}}' },
} satisfies CommandText;
