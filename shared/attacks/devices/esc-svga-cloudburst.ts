import { overBound } from '../../mechanics/exits/bounds.ts';
import { deviceEscape } from '../needs/escape.ts';

/**
 * B02: Cloudburst. The display copies rectangles from place to place on command, and its model did not look
 * whether both lie on the screen: copies from beyond read the memory of the device process, copies to beyond
 * write it. The registers and the command queue are mapped memory, the kernel's.
 * Source: CVE-2009-1244, VMSA-2009-0006.
 */
export const escSvgaCloudburst = deviceEscape({
  id: 'esc-svga-cloudburst',
  catalogue: 'B02',
  device: 'svga',
  flaw: 'svga-blit',
  from: 'kernel',
  operand: overBound('svga'),
  headline: ['process-unpatched', 'has-device'],
  words: {
    name: { ko: '그래픽 카드로 탈출', en: 'Out through the display' },
    does: {
      ko: '게스트 커널에서 화면 밖을 가리키는 복사 명령으로 장치 프로세스의 메모리를 읽고 써서 빠져나갑니다. 가상 그래픽 카드와 패치되지 않은 장치 프로세스가 있어야 합니다. 화면보다 큰 좌표가 기록에 남습니다.',
      en: 'From the guest’s kernel, reads and writes the device process by copies that reach beyond the screen, and comes out in it. It takes a virtual display and an unpatched device process, and leaves a coordinate larger than the screen.',
    },
    lead: {
      ko: '가상 그래픽 카드는 화면의 한 곳을 다른 곳으로 복사하라는 명령을 받습니다. 좌표가 화면 안에 있는지 확인하지 않아, 공격자는 화면 밖, 곧 호스트에서 실행되는 장치 프로세스의 메모리를 읽고 썼습니다.',
      en: 'A virtual display copies one part of the screen to another on command. Nobody checked that both lie on the screen, and beyond it lies the memory of the device process on the host: the attacker read it and wrote it.',
    },
    title: {
      ko: '공격자가 가상 그래픽 카드를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'Through a virtual display the attacker left their VM and took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널을 장악하고 있어 장치를 직접 건드릴 수 있었다',
        en: 'The attacker had the guest’s kernel, and so could touch its devices',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'has-device': {
        ko: 'VM에 가상 그래픽 카드가 달려 있었다',
        en: 'The VM had a virtual display',
      },
      'process-unpatched': {
        ko: '실행 중인 장치 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'The running device process had code older than the fix',
      },
      'exit-unchecked': {
        ko: '복사 좌표를 화면 크기와 비교하는 필터가 없었다',
        en: 'No filter compared the coordinates with the size of the screen',
      },
      'device-process-unconfined': {
        ko: '장치 프로세스를 가두는 샌드박스가 없었다',
        en: 'No sandbox confined the process that emulates devices',
      },
    },
  },
});
