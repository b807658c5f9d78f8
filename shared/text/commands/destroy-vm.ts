import type { CommandText } from '../kinds.ts';

export const destroyVm = {
  name: { ko: '삭제', en: 'Delete' },
  does: {
    ko: '프레임과 블록을 돌려받습니다. 소거하지 않는 한 쓴 내용은 그대로 남습니다.',
    en: 'Its frames and blocks come back. Unless they are scrubbed, what it wrote stays in them.',
  },
  done: {
    ko: '{{vm}}{을/를} 삭제한다',
    en: 'delete {{vm}}',
  },
} satisfies CommandText;
