import type { CommandText } from '../kinds.ts';

export const migrateVm = {
  name: { ko: '{{host}}{으로/로} 옮기기', en: 'Migrate to {{host}}' },
  does: {
    ko: '켜 둔 채로 옮깁니다. 떠난 자리에는 내용이 남고, 새 스위치는 정책을 다시 받을 때까지 이 VM을 거르지 않습니다.',
    en: 'Moves it while it runs. What it wrote stays behind, and the new switch does not filter it until it is given the policy again.',
  },
  done: { ko: '{{vm}}{을/를} {{host}}{으로/로} 옮긴다', en: 'migrate {{vm}} to {{host}}' },
} satisfies CommandText;
