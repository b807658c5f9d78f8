import type { AttackText } from '../kinds.ts';

export const privGuestRoot = {
  name: { ko: '게스트 커널 권한 얻기', en: 'Into a guest’s kernel' },
  does: {
    ko: '게스트 커널의 취약점으로, 또는 root라면 커널 모듈을 올려 게스트 커널의 권한을 얻습니다. 밖에서는 흔적이 보이지 않지만 효과는 그 게스트 안에서 끝납니다.',
    en: 'Gets a guest’s kernel through a flaw of it or, as root, by loading a module. Nothing of it shows outside, and it ends at the guest’s edge.',
  },
  lead: {
    ko: '공격자는 게스트 프로세스의 권한에서 게스트 커널의 권한으로 올라섰습니다. 탈출은 대부분 여기서 시작하지만, 이것만으로는 게스트 밖으로 나갈 수 없습니다.',
    en: 'The attacker went from a process of the guest into its kernel. Most escapes begin here, yet this alone does not leave the guest.',
  },
  title: {
    ko: '공격자가 {{tenant}}의 {{workload}} VM에서 커널을 장악했습니다',
    en: 'The attacker took the kernel of the {{workload}} VM of {{tenant}}',
  },
  needs: {
    'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
    'code-in-guest': {
      ko: '공격자가 이미 그 VM 안에서 코드를 실행하고 있었다',
      en: 'The attacker already ran code in the VM',
    },
    'own-kernel': {
      ko: '그 VM은 컨테이너가 아니라 자기 커널이 있었다',
      en: 'The VM was no container: it had a kernel of its own',
    },
    'kernel-open': {
      ko: '게스트 커널이 패치되지 않았거나 공격자가 root였다',
      en: 'The guest’s kernel was older than the fix, or the attacker was root in it',
    },
  },
} satisfies AttackText;
