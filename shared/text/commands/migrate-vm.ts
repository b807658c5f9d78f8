import type { CommandText } from '../kinds.ts';

export const migrateVm = {
  name: { ko: '{{host}}{으로/로} 옮기기', en: 'Migrate to {{host}}' },
  does: {
    ko: '켜 둔 채로 옮깁니다(라이브 마이그레이션). 떠난 프레임에는 소거하지 않는 한 내용이 남고, 새 스위치는 정책을 배포할 때까지 이 VM을 필터링하지 않습니다.',
    en: 'Moves it while it runs. Unless they are scrubbed, the frames it leaves keep what it wrote; the new switch does not filter it until you push the policy.',
  },
  done: { ko: '{{vm}}{을/를} {{host}}{으로/로} 옮긴다', en: 'migrate {{vm}} to {{host}}' },
} satisfies CommandText;
