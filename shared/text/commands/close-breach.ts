import type { CommandText } from '../kinds.ts';

export const closeBreach = {
  name: { ko: '침해 통지: {{asset}}', en: 'Close the breach: {{asset}}' },
  does: {
    ko: '피해자에게 알리고 새어 나간 것을 쓸모없게 만듭니다. 더 번지지 않습니다.',
    en: 'Tells the victim and makes what leaked worthless. It spreads no further.',
  },
  done: {
    ko: '{{asset}} 침해를 통지하고 닫는다',
    en: 'close the breach of {{asset}}',
  },
} satisfies CommandText;
