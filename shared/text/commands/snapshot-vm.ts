import type { CommandText } from '../kinds.ts';

export const snapshotVm = {
  name: { ko: '스냅샷 남기기', en: 'Take a snapshot' },
  does: {
    ko: '지금 상태를 블록 하나에 간직합니다. 취약점도 침입자도 함께 간직됩니다. 이전 스냅샷은 없어집니다.',
    en: 'Keeps it as it is in one block: its holes too, and whoever is in it. The one before goes.',
  },
  done: { ko: '{{vm}}의 스냅샷을 남긴다', en: 'take a snapshot of {{vm}}' },
} satisfies CommandText;
