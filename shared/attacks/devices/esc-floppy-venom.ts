import { overBound } from '../../mechanics/exits/bounds.ts';
import { deviceEscape } from '../needs/escape.ts';

/**
 * B01: VENOM. The floppy controller's command buffer is a FIFO of 512 bytes, and the model of it did
 * not count what it was given. On a machine type of old the controller is there whether a drive is
 * configured or not. It is reached by I/O ports, for which root is enough.
 * Source: CVE-2015-3456, XSA-133.
 */
export const escFloppyVenom = deviceEscape({
  id: 'esc-floppy-venom',
  catalogue: 'B01',
  device: 'floppy',
  flaw: 'venom',
  from: 'root',
  operand: overBound('floppy'),
  headline: ['process-unpatched', 'exit-unchecked'],
  words: {
    name: { ko: '플로피 컨트롤러로 탈출', en: 'Out through the floppy' },
    does: {
      ko: 'I/O 포트로 플로피 컨트롤러의 버퍼를 넘치게 해 장치 프로세스로 빠져나갑니다. 커널이나 root 권한, 구형 머신 타입, 패치되지 않은 장치 프로세스가 있어야 합니다. 버퍼보다 긴 요청이 기록에 남습니다.',
      en: 'By I/O ports, overruns the floppy controller’s buffer and comes out in the device process. It takes the kernel or root, an old machine type and an unpatched device process, and leaves a request longer than the buffer.',
    },
    lead: {
      ko: '아무도 쓰지 않는 플로피였지만, 그것을 에뮬레이션하는 코드는 호스트에서 실행되고 있었습니다. 공격자는 512바이트 버퍼에 그보다 긴 명령을 밀어 넣었습니다.',
      en: 'Nobody used the floppy, but the code that emulates it ran on the host. The attacker pushed a longer command into its buffer of 512 bytes.',
    },
    title: {
      ko: '공격자가 가상 플로피 컨트롤러를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'Through a virtual floppy controller the attacker left their VM and took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'ports-in-guest': {
        ko: '공격자에게 I/O 포트 권한이 있었다(커널 또는 root 프로세스)',
        en: 'The attacker had I/O permission: the kernel, or a process of root',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'has-device': {
        ko: '구형 머신 타입이라 가상 플로피 컨트롤러가 있었다',
        en: 'Its machine type had a virtual floppy controller',
      },
      'process-unpatched': {
        ko: '실행 중인 장치 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'The running device process had code older than the fix',
      },
      'exit-unchecked': {
        ko: 'VM exit의 길이를 버퍼 크기와 비교하는 필터가 없었다',
        en: 'No filter compared the length of the exit with the buffer',
      },
      'device-process-unconfined': {
        ko: '장치 프로세스를 가두는 샌드박스가 없었다',
        en: 'No sandbox confined the process that emulates devices',
      },
    },
  },
});
