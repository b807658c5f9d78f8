import { boundOf } from '../../mechanics/exits/bounds.ts';
import { about } from '../../world/people/known.ts';
import { drawsIn3d, isCard, layoutKnown } from '../needs/device-model.ts';
import { deviceEscape } from '../needs/escape.ts';

/**
 * B03: shaders. Where a display draws in three dimensions, a program of any user hands it buffers of
 * commands, and the device process translates them: a heap overflow there. Each buffer is as long as it
 * may be, so that no check of lengths finds anything. An overflow by itself has to know where things lie:
 * where the host randomises that, somebody has to have told (B05).
 * Source: CVE-2017-4902, VMSA-2017-0006; of the two flaws there the heap overflow is meant.
 */
export const escSvgaShader = deviceEscape({
  id: 'esc-svga-shader',
  catalogue: 'B03',
  device: 'svga',
  flaw: 'svga-shader',
  from: 'user',
  operand: boundOf('svga'),
  also: [drawsIn3d, layoutKnown],
  // Whether the host randomises addresses they find out by trying, unless there is a leak to begin with.
  fits: (known, vm) =>
    about(known, vm, 'accel3d') === 1 &&
    (about(known, vm, 'layout') === 1 || isCard(known, vm, 'rtl8139') !== true),
  headline: ['draws-in-3d', 'process-unpatched'],
  words: {
    name: { ko: '3D 가속으로 탈출', en: 'Out through 3-D acceleration' },
    does: {
      ko: 'GPU를 쓰는 사용자 프로그램으로 장치 프로세스의 힙을 넘치게 해 빠져나갑니다. 커널이나 root 권한은 필요 없습니다. 3D 가속, 패치되지 않은 장치 프로세스가 있어야 하고, 호스트가 주소를 무작위로 배치하면(ASLR) 그 배치를 먼저 알아내야 합니다. 요청은 모두 정상 범위입니다.',
      en: 'With a user’s program that draws, overruns the heap of the device process and comes out in it: neither kernel nor root is needed. It takes 3-D acceleration and an unpatched device process, and where the host randomises addresses (ASLR) their layout first. Each request is within bounds.',
    },
    lead: {
      ko: '3D 가속은 게스트 프로그램이 만든 셰이더와 명령을 호스트의 장치 프로세스가 받아 번역하는 기능입니다. 공격자는 게스트의 커널을 건드리지 않고, 그리는 프로그램 하나로 그 번역기를 넘치게 했습니다.',
      en: 'With 3-D acceleration the device process on the host translates shaders and commands that guest programs make. The attacker overran that translator with a program that draws, and did not need the guest’s kernel for it.',
    },
    title: {
      ko: '공격자가 3D 가속을 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'Through 3-D acceleration the attacker left their VM and took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'code-in-guest': {
        ko: '공격자가 그 VM에서 사용자 프로그램을 실행할 수 있었다',
        en: 'The attacker could run a user’s program in the VM',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'has-device': {
        ko: 'VM에 가상 그래픽 카드가 달려 있었다',
        en: 'The VM had a virtual display',
      },
      'draws-in-3d': {
        ko: '그 VM의 3D 가속이 켜져 있었다',
        en: 'Its 3-D acceleration was on',
      },
      'layout-known': {
        ko: '공격자가 장치 프로세스의 주소 배치를 알고 있었거나, 호스트가 주소를 무작위로 배치하지 않았다(ASLR)',
        en: 'The attacker knew the layout of the device process, or the host does not randomise it (ASLR)',
      },
      'process-unpatched': {
        ko: '실행 중인 장치 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'The running device process had code older than the fix',
      },
      'exit-unchecked': {
        ko: '그래픽 카드로 가는 VM exit를 거부하는 필터가 없었다',
        en: 'No filter refused the exits for the display',
      },
      'device-process-unconfined': {
        ko: '장치 프로세스를 가두는 샌드박스가 없었다',
        en: 'No sandbox confined the process that emulates devices',
      },
    },
  },
});
