import type { CommandText } from '../kinds.ts';

export const wipeBlocks = {
  name: { ko: '빈 블록 소거', en: 'Wipe free blocks' },
  does: {
    ko: '디스크의 빈 블록에 남은 데이터를 0으로 덮어씁니다. 호스트의 사이클을 조금 씁니다.',
    en: 'Overwrites what is left in free blocks with zeros. Takes some of the host’s cycles.',
  },
  done: { ko: '{{host}}의 빈 블록을 소거한다', en: 'wipe the free blocks of {{host}}' },
} satisfies CommandText;
