import type { CommandText } from '../kinds.ts';

export const closeBreach = {
  name: { ko: '유출 통지: {{asset}}', en: 'Notify of the leak: {{asset}}' },
  does: {
    ko: '피해자에게 알립니다. 키 같은 비밀은 교체하므로 더 번지지 않습니다. 이미 읽힌 기록은 되돌릴 수 없어 남은 피해의 절반은 그대로 생깁니다.',
    en: 'Tells the victim. Secrets such as keys are changed, and it spreads no further. Records cannot be unread: half of what is left lands all the same.',
  },
  done: { ko: '{{asset}} 유출을 통지한다', en: 'notify of the leak of {{asset}}' },
} satisfies CommandText;
