import type { AttackText } from '../kinds.ts';

export const privGuestRoot = {
  name: { ko: '게스트 커널 권한 얻기', en: 'Root in a guest' },
  does: {
    ko: '게스트 커널의 취약점으로 링 3에서 링 0으로 올라갑니다. 옛 커널이어야 합니다. 흔적은 남지 않지만 효과는 그 게스트 안에서 끝납니다.',
    en: 'From ring 3 to ring 0 of a guest through a flaw of its kernel. It takes an old kernel, leaves no trace, and ends at the guest’s edge.',
  },
  lead: {
    ko: '공격자는 패치되지 않은 게스트 커널을 이용해 링 3에서 링 0으로 올라섰습니다. 탈출은 대부분 여기서 시작하지만, 이것만으로는 게스트 밖으로 나갈 수 없습니다.',
    en: 'Through an unpatched guest kernel the attacker climbed from ring 3 to ring 0. Most escapes begin here, yet this alone does not leave the guest.',
  },
  title: {
    ko: '공격자가 {{tenant}}의 {{workload}} VM에서 커널을 차지했습니다',
    en: 'The attacker took the kernel of the {{workload}} VM of {{tenant}}',
  },
  needs: {
    'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
    'code-in-guest': {
      ko: '공격자가 이미 그 VM 안에서 코드를 실행하고 있었다',
      en: 'The attacker already ran code in the VM',
    },
    'kernel-unpatched': {
      ko: '게스트 커널이 고쳐지기 전의 빌드였다',
      en: 'The guest’s kernel was older than the fix',
    },
  },
} satisfies AttackText;
