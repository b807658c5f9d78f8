import type { AttackText } from '../kinds.ts';

export const reconGuest = {
  name: { ko: '게스트 내부 정찰', en: 'Reconnaissance inside a guest' },
  does: {
    ko: '무엇이 이 VM을 실행하는지 안에서 살펴 기법, 장치, 빌드를 알아냅니다. 커널이나 root라면 옛 장치를 건드린 흔적이, 컨테이너라면 드문 시스템 콜이 남습니다. 그 밖에는 눈에 띄지 않습니다.',
    en: 'Looks from inside at what runs the VM: technique, devices, builds. With the kernel or as root it touches old devices, in a container it makes an odd system call, and both show; otherwise nothing stands out.',
  },
  lead: {
    ko: '공격자는 VM 안에서 무엇이 자신을 실행하고 있는지 살폈습니다. CPUID와 장치 식별자만 읽어도 가상화 기법과 빌드가 드러납니다.',
    en: 'From inside a VM the attacker looked at what runs it. CPUID and the identifiers of devices give the technique and the build away.',
  },
  title: {
    ko: '공격자가 {{tenant}}의 {{workload}} VM 안을 정찰했습니다',
    en: 'The attacker looked around in the {{workload}} VM of {{tenant}}',
  },
  needs: {
    'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
    'code-in-guest': {
      ko: '공격자가 그 VM 안에서 코드를 실행하고 있었다',
      en: 'The attacker ran code in the VM',
    },
  },
} satisfies AttackText;
