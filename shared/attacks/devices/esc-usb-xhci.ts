import { boundOf } from '../../mechanics/exits/bounds.ts';
import { deviceEscape } from '../needs/escape.ts';

/**
 * B06: the USB controller. It is used after it was freed: a sequence of requests each of which is in
 * order, so that no check of lengths finds anything. A type 1 hypervisor keeps the process that emulates
 * it in a sandbox, a hosted one runs it with a user's rights: the same flaw is a process there and the
 * host here. Source: CVE-2024-22252 (VMSA-2024-0006), whose advisory says so.
 */
export const escUsbXhci = deviceEscape({
  id: 'esc-usb-xhci',
  catalogue: 'B06',
  device: 'xhci',
  flaw: 'xhci-uaf',
  from: 'kernel',
  operand: boundOf('xhci'),
  // A filter that stops it refuses the device altogether: it is better taken away.
  headline: ['process-unpatched', 'has-device'],
  words: {
    name: { ko: 'USB 컨트롤러로 탈출', en: 'Out through USB' },
    does: {
      ko: '게스트 커널에서 USB 컨트롤러가 해제된 메모리를 사용하게(use-after-free) 만들어 장치 프로세스로 빠져나갑니다. USB 컨트롤러와 패치되지 않은 장치 프로세스가 있어야 합니다. 요청은 하나하나 정상 범위이지만, 평소에 없던 요청이라 기록에 남습니다.',
      en: 'From the guest’s kernel, has the USB controller use freed memory and comes out in the device process. It takes the controller and an unpatched device process. Each request is within bounds; that there are any shows in the log.',
    },
    lead: {
      ko: '가상 USB 컨트롤러는 이미 해제한 메모리를 다시 사용했습니다. 요청마다 길이는 정상이어서 경계 검사로는 막을 수 없었습니다. 장치 프로세스를 가두는 샌드박스가 없어 호스트까지 이어졌습니다.',
      en: 'The virtual USB controller used memory that it had freed. Each request was within bounds, so that no length check could have stopped it. Nothing confined the process, and so the host was next.',
    },
    title: {
      ko: '공격자가 가상 USB 컨트롤러를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'Through a virtual USB controller the attacker left their VM and took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널을 장악하고 있어 장치를 직접 건드릴 수 있었다',
        en: 'The attacker had the guest’s kernel, and so could touch its devices',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'has-device': {
        ko: 'VM에 가상 USB(xHCI) 컨트롤러가 달려 있었다',
        en: 'The VM had a virtual USB controller',
      },
      'process-unpatched': {
        ko: '실행 중인 장치 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'The running device process had code older than the fix',
      },
      'exit-unchecked': {
        ko: '그 장치로 가는 VM exit를 거부하는 필터가 없었다',
        en: 'No filter refused the exits for that device',
      },
      'device-process-unconfined': {
        ko: '장치 프로세스를 가두는 샌드박스가 없었다',
        en: 'No sandbox confined the process that emulates devices',
      },
    },
  },
});
