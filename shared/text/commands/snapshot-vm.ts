import type { CommandText } from '../kinds.ts';

export const snapshotVm = {
  name: { ko: '스냅샷 생성', en: 'Take a snapshot' },
  does: {
    ko: '지금 상태를 블록 하나에 저장합니다. 취약점도 침입자도 함께 저장됩니다. 이전 스냅샷은 삭제됩니다.',
    en: 'Keeps its present state in one block: its flaws too, and whoever is in it. The earlier snapshot goes.',
  },
  done: { ko: '{{vm}}의 스냅샷을 생성한다', en: 'take a snapshot of {{vm}}' },
} satisfies CommandText;
