import type { AttackText } from '../kinds.ts';

export const escUsbXhci = {
  name: { ko: 'USB 컨트롤러로 탈출', en: 'Out through USB' },
  does: {
    ko: '게스트 커널에서 USB 컨트롤러를 속여 장치 프로세스로 빠져나갑니다. USB 컨트롤러와 옛 하이퍼바이저가 있어야 합니다. 버퍼보다 긴 요청이 기록에 남습니다.',
    en: 'From the guest’s kernel, comes out in the device process through the USB controller. It takes the controller and an old hypervisor, and leaves a request longer than the buffer.',
  },
  lead: {
    ko: '공격자는 가상 USB 컨트롤러의 결함으로 장치를 흉내 내는 프로세스 안에 들어갔습니다. 그 프로세스가 갇혀 있지 않았기에 호스트까지 이어졌습니다.',
    en: 'A flaw of the virtual USB controller let the attacker into the process that emulates it. Nothing confined that process, and so the host was next.',
  },
  title: {
    ko: '공격자가 USB 장치를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
    en: 'Through a virtual USB controller the attacker left their VM and took {{host}}',
  },
  needs: {
    'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
    'kernel-in-guest': {
      ko: '공격자가 게스트 커널을 쥐고 있어 장치를 직접 건드릴 수 있었다',
      en: 'The attacker had the guest’s kernel, and so could touch its devices',
    },
    'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
    'has-device': {
      ko: 'VM에 가상 USB(xHCI) 컨트롤러가 달려 있었다',
      en: 'The VM had a virtual USB controller',
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
