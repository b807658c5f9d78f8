import type { CommandText } from '../kinds.ts';

export const reclaimVm = {
  name: { ko: '회수', en: 'Reclaim' },
  does: {
    ko: '담당자가 없거나 임대 기한이 지난 VM을 없앱니다. 소거하지 않는 한 쓴 내용은 프레임과 블록에 남습니다.',
    en: 'Removes a VM that has no owner or whose lease is over. Unless they are scrubbed, what it wrote stays in its frames and blocks.',
  },
  done: { ko: '{{vm}}{을/를} 회수한다', en: 'reclaim {{vm}}' },
} satisfies CommandText;
