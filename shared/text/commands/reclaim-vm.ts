import type { CommandText } from '../kinds.ts';

export const reclaimVm = {
  name: { ko: '회수', en: 'Reclaim' },
  does: {
    ko: '맡은 사람이 없거나 기한이 지난 VM을 없앱니다. 쓴 내용은 프레임과 블록에 남습니다.',
    en: 'Removes a VM that nobody answers for or whose time is over. What it wrote stays in frames and blocks.',
  },
  done: { ko: '{{vm}}{을/를} 회수한다', en: 'reclaim {{vm}}' },
} satisfies CommandText;
