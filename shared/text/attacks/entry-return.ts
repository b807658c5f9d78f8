import type { AttackText } from '../kinds.ts';

export const entryReturn = {
  name: { ko: '빌린 VM 반납', en: 'Giving a rented VM back' },
  does: {
    ko: '빌린 VM을 반납합니다. 다시 요청하면 다른 프레임을 받습니다. 정상적인 절차라 의심을 사지 않습니다.',
    en: 'Gives a rented VM back; the next one comes with other frames. It is ordinary use, and looks it.',
  },
  lead: {
    ko: '공격자는 다 읽은 VM을 반납하고 다른 프레임을 받으려 했습니다.',
    en: 'The attacker gave back a VM they had read through, to be given other frames.',
  },
  title: { ko: '빌린 VM 반납', en: 'A rented VM given back' },
  needs: { 'vm-is-theirs': { ko: '자기 VM이다', en: 'The VM is theirs' } },
} satisfies AttackText;
