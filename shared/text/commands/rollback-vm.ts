import type { CommandText } from '../kinds.ts';

export const rollbackVm = {
  name: { ko: '스냅샷으로 되돌리기', en: 'Roll back to the snapshot' },
  does: {
    ko: '그 뒤에 들어온 침입자는 사라지지만, 그 뒤에 한 패치도 함께 사라집니다. 에뮬레이션된 타이머를 쓰는 게스트는 시계도 되돌아갑니다.',
    en: 'Whoever came in since is out, and so is every patch since. A guest on an emulated timer has its clock set back too.',
  },
  done: { ko: '{{vm}}{을/를} 스냅샷으로 되돌린다', en: 'roll {{vm}} back to its snapshot' },
} satisfies CommandText;
