import type { CommandText } from '../kinds.ts';

export const wipePolicy = {
  name: { ko: '디스크 소거 정책: {{policy}}', en: 'Wipe policy: {{policy}}' },
  does: {
    ko: '앞으로 삭제되는 볼륨에만 적용됩니다. 이미 남아 있는 것은 그대로입니다.',
    en: 'For volumes deleted from now on. What lies there already stays.',
  },
  done: {
    ko: '{{host}}의 디스크 소거 정책을 “{{policy}}”{으로/로} 바꾼다',
    en: 'set the wipe policy of {{host}} to “{{policy}}”',
  },
} satisfies CommandText;
