import type { CommandText } from '../kinds.ts';

export const acknowledgeAlert = {
  name: { ko: '확인', en: 'Acknowledge' },
  does: {
    ko: '팀 모두에게 확인한 것으로 표시합니다.',
    en: 'Marks it as acknowledged for the whole team.',
  },
  done: {
    ko: '경보를 확인한다',
    en: 'acknowledge the alert',
  },
} satisfies CommandText;
