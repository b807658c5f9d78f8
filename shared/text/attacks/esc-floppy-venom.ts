import type { AttackText } from '../kinds.ts';

export const escFloppyVenom = {
  name: { ko: '플로피 컨트롤러로 탈출', en: 'Out through the floppy' },
  does: {
    ko: '게스트 커널에서 플로피 컨트롤러의 버퍼를 넘치게 해 장치 프로세스로 빠져나갑니다. 플로피와 옛 하이퍼바이저가 있어야 합니다. 버퍼보다 긴 요청이 기록에 남습니다.',
    en: 'From the guest’s kernel, overruns the floppy controller’s buffer and comes out in the device process. It takes the drive and an old hypervisor, and leaves a request longer than the buffer.',
  },
  lead: {
    ko: '아무도 쓰지 않는 플로피였지만, 그것을 흉내 내는 코드는 호스트에서 돌고 있었습니다. 공격자는 512바이트 버퍼에 그보다 긴 명령을 밀어 넣었습니다.',
    en: 'Nobody used the floppy, but the code that emulates it ran on the host. The attacker pushed a longer command into its buffer of 512 bytes.',
  },
  title: {
    ko: '공격자가 플로피 장치를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
    en: 'Through a virtual floppy controller the attacker left their VM and took {{host}}',
  },
  needs: {
    'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
    'kernel-in-guest': {
      ko: '공격자가 게스트 커널을 쥐고 있어 장치를 직접 건드릴 수 있었다',
      en: 'The attacker had the guest’s kernel, and so could touch its devices',
    },
    'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
    'has-device': {
      ko: 'VM에 가상 플로피 컨트롤러가 달려 있었다',
      en: 'The VM had a virtual floppy controller',
    },
    'host-unpatched': {
      ko: '하이퍼바이저가 고쳐지기 전의 빌드였다',
      en: 'The hypervisor was older than the fix',
    },
    'exit-unchecked': {
      ko: 'VM exit의 길이를 버퍼 크기와 견주는 필터가 없었다',
      en: 'No filter compared the length of the exit with the buffer',
    },
    'device-process-unconfined': {
      ko: '장치 프로세스를 가두는 샌드박스가 없었다',
      en: 'No sandbox confined the process that emulates devices',
    },
  },
} satisfies AttackText;
