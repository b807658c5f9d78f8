import type { CommandText } from '../kinds.ts';

export const cancelJob = {
  name: { ko: '취소', en: 'Cancel' },
  does: {
    ko: '여기서 그만둡니다. 한 만큼은 남습니다.',
    en: 'Stops here. What is done stays done.',
  },
  done: {
    ko: '작업을 취소한다',
    en: 'cancel the job',
  },
} satisfies CommandText;
