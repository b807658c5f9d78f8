import { NONE } from '../../world/ids.ts';
import { between } from '../../world/people/known.ts';
import { defineAttack } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, sourceRuns } from '../needs/guest.ts';
import { kernelInSource } from '../needs/neighbour.ts';
import { sameHost, sameSegment } from '../needs/network.ts';
import {
  fromFunction,
  hasFunction,
  macUnchecked,
  noteSpoof,
  victimHasFunction,
} from '../needs/own-device.ts';
import { listen, neighbourStrike, neighbours, talksPlainly } from '../needs/segment.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B26: a virtual function takes a neighbour's MAC address. The switch inside the network card delivers by MAC
 * addresses, and to whoever claims one unless the card checks: what is sent to the neighbour comes to the
 * attacker. No virtual switch is passed, so neither its rules nor its ports nor its sensor has a say. The VLAN
 * is fixed by the driver of the physical function: the neighbour is of the same segment.
 * Source: FACTS B26, B-IX check 10; ixgbe's spoof check.
 */
export const ioSriovVfSpoof = defineAttack({
  id: 'io-sriov-vf-spoof',
  catalogue: 'B26',
  targets: [7, 1],
  family: 'hardware',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    kernelInSource,
    guestRuns,
    sameHost,
    sameSegment,
    hasFunction,
    macUnchecked,
    victimHasFunction,
    talksPlainly,
    foreignData,
  ],
  headline: ['mac-unchecked', 'has-vf'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: neighbourStrike,
  strikes: listen,
  // Its first frames as another; where the card checks them, that is all that ever comes of it.
  opening: (turn, by, { from = NONE }) => noteSpoof(turn, by, from),
  effect: takeData,
  prospects: (known) =>
    fromFunction(
      known,
      'io-sriov-vf-spoof',
      neighbours(known).filter(({ from, vm }) => between(known, from, vm, 'host') !== 0),
    ),
  words: {
    name: { ko: 'VF의 MAC 위조', en: 'MAC spoofing by a VF' },
    does: {
      ko: '자기 VF(SR-IOV)에 이웃의 MAC 주소를 주어, 이웃에게 갈 프레임을 NIC 안에서 가로챕니다. 가상 스위치를 지나지 않아 그 규칙도 가상 IDS도 소용없습니다. NIC의 스푸프 검사가 꺼져 있거나 VF를 신뢰(trust)해야 합니다. 검사가 켜져 있으면 tx_spoof 카운터에 남습니다.',
      en: 'Gives its VF (SR-IOV) a neighbour’s MAC address and is handed the neighbour’s frames inside the NIC. Rules and virtual IDS are of no use: no virtual switch is passed. The NIC’s spoof check has to be off, or the VF trusted. Where it checks, the counter tx_spoof tells.',
    },
    lead: {
      ko: '공격자의 VM은 가상 스위치가 아니라 NIC의 VF로 통신했습니다. 그 VF에 이웃의 MAC 주소를 주자 NIC 안의 스위치는 이웃에게 갈 프레임을 공격자에게 건넸습니다. NIC은 주소를 검사하지 않았고, 가상 스위치의 규칙과 가상 IDS는 이 프레임을 한 번도 보지 못했습니다.',
      en: 'The attacker’s VM did not use the virtual switch but a VF of the NIC. Once the VF had a neighbour’s MAC address, the switch inside the NIC handed it the neighbour’s frames. The NIC checked no address, and neither the rules of the virtual switch nor a virtual IDS ever met those frames.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} NIC 안에서 공격자의 VF로 갔습니다',
      en: 'Inside the NIC the {{asset}} of {{victim}} went to the attacker’s VF',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'kernel-in-source': {
        ko: '공격자가 그 VM의 커널에서 VF 드라이버를 마음대로 다루었다',
        en: 'In that VM’s kernel the attacker did with the VF’s driver as they liked',
      },
      'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
      'same-host': {
        ko: '두 VM이 같은 호스트의 NIC을 썼다',
        en: 'Both VMs used the NIC of one host',
      },
      'same-segment': {
        ko: '두 VM이 같은 L2 세그먼트에 있었다',
        en: 'Both VMs were in one layer 2 segment',
      },
      'has-vf': {
        ko: '공격자의 VM에 NIC의 VF가 직접 할당되어 있었다',
        en: 'A VF of the NIC had been passed through to the attacker’s VM',
      },
      'mac-unchecked': {
        ko: 'NIC의 스푸프 검사가 꺼져 있거나 VF를 신뢰(trust)했다',
        en: 'The NIC’s spoof check was off, or it trusted its VFs',
      },
      'victim-has-vf': {
        ko: '표적 VM도 그 NIC의 VF로 통신했다',
        en: 'The VM had a VF of that NIC too',
      },
      'talks-plainly': {
        ko: '표적 VM은 같은 테넌트의 다른 VM과 암호화하지 않고 통신했다',
        en: 'The VM talked to another of its tenant’s without encryption',
      },
      'foreign-data': {
        ko: '그 VM이 다루는 데이터는 다른 테넌트의 것이었다',
        en: 'What the VM works with belonged to another tenant',
      },
    },
  },
});
