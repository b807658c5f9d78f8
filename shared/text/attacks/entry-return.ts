import type { AttackText } from '../kinds.ts';

export const entryReturn = {
  name: { ko: '빌린 VM을 반납', en: 'Giving a rented VM back' },
  lead: {
    ko: '공격자는 다 읽은 VM을 반납하고 다른 자리를 받으려 했습니다.',
    en: 'The attacker gave back a VM they had read through, to be given another seat.',
  },
  title: { ko: '빌린 VM 반납', en: 'A rented VM given back' },
  needs: { 'vm-is-theirs': { ko: '자기 VM이다', en: 'The VM is theirs' } },
} satisfies AttackText;
