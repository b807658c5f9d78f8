import { hasCard, isCard } from '../needs/device-model.ts';
import { deviceEscape } from '../needs/escape.ts';

/** Bytes of the buffer in the model; in loopback mode four more of a checksum are put behind a full one. */
const FULL_BUFFER = 4096;

/**
 * B04: the PCnet card in loopback mode, in which it receives what it sends. A frame that fills the buffer
 * of its model gets a checksum behind it. Nothing leaves the model: no network sensor has anything to see.
 * The card is reached by I/O ports, for which an administrator of the guest is enough.
 * Source: CVE-2015-7504.
 */
export const escNicPcnet = deviceEscape({
  id: 'esc-nic-pcnet',
  catalogue: 'B04',
  device: 'nic',
  flaw: 'pcnet-loopback',
  from: 'root',
  operand: FULL_BUFFER,
  also: [hasCard('pcnet')],
  fits: (known, vm) => isCard(known, vm, 'pcnet') === true,
  headline: ['process-unpatched', 'nic-model'],
  words: {
    name: { ko: 'PCnet 네트워크 카드로 탈출', en: 'Out through a PCnet card' },
    does: {
      ko: '루프백 모드의 긴 프레임으로 PCnet 카드 모델의 버퍼를 넘치게 해 장치 프로세스로 빠져나갑니다. 커널이나 root 권한, PCnet 카드, 패치되지 않은 장치 프로세스가 있어야 합니다. 네트워크에는 아무것도 나가지 않지만, 이더넷 프레임보다 긴 요청이 하이퍼바이저 기록에 남습니다.',
      en: 'By a long frame in loopback mode, overruns the buffer of the PCnet card’s model and comes out in the device process. It takes the kernel or root, that card and an unpatched device process. Nothing goes out to the network; the hypervisor’s log has a request longer than any Ethernet frame.',
    },
    lead: {
      ko: '루프백 모드의 네트워크 카드는 보낸 프레임을 스스로 받습니다. 카드 모델은 버퍼를 꽉 채운 프레임 뒤에 체크섬을 덧붙였고, 그 4바이트가 버퍼를 넘었습니다. 프레임이 가상 스위치로 나가지 않아 네트워크 IDS는 볼 수 없었습니다.',
      en: 'In loopback mode a network card receives what it sends. The model put a checksum behind a frame that filled its buffer, and those four bytes were over the end. No frame got to the virtual switch, and so no network sensor could see any.',
    },
    title: {
      ko: '공격자가 PCnet 네트워크 카드를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'Through a PCnet network card the attacker left their VM and took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'ports-in-guest': {
        ko: '공격자에게 I/O 포트 권한이 있었다(커널 또는 root 프로세스)',
        en: 'The attacker had I/O permission: the kernel, or a process of root',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'has-device': {
        ko: 'VM에 네트워크 카드가 달려 있었다',
        en: 'The VM had a network card',
      },
      'nic-model': {
        ko: '그 카드는 PCnet을 에뮬레이션한 것이었다',
        en: 'The card was an emulated PCnet',
      },
      'process-unpatched': {
        ko: '실행 중인 장치 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'The running device process had code older than the fix',
      },
      'exit-unchecked': {
        ko: 'VM exit의 길이를 이더넷 프레임 크기와 비교하는 필터가 없었다',
        en: 'No filter compared the length of the exit with an Ethernet frame',
      },
      'device-process-unconfined': {
        ko: '장치 프로세스를 가두는 샌드박스가 없었다',
        en: 'No sandbox confined the process that emulates devices',
      },
    },
  },
});
