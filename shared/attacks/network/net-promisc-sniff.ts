import { between } from '../../world/people/known.ts';
import { defineAttack } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { sameHost, sameSegment } from '../needs/network.ts';
import {
  listen,
  neighbourStrike,
  neighbours,
  promiscuousAccepted,
  talksOnSwitch,
} from '../needs/segment.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B51: eavesdropping on a port group that accepts promiscuous mode. The switch itself hands a copy of
 * every frame of the segment to the attacker's port, and what two VMs of a tenant say to each other
 * is not encrypted. It sends nothing: no sensor of packets can see it (rule A25).
 * Source: FACTS B51; ATT&CK T1040; CIS benchmark of ESXi.
 */
export const netPromiscSniff = defineAttack({
  id: 'net-promisc-sniff',
  catalogue: 'B51',
  targets: [7],
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    rootInSource,
    guestRuns,
    sameHost,
    sameSegment,
    promiscuousAccepted,
    talksOnSwitch,
    foreignData,
  ],
  headline: ['promiscuous-accepted'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: neighbourStrike,
  strikes: listen,
  effect: takeData,
  // What their port is given shows only when they ask for it.
  prospects: (known) =>
    neighbours(known)
      .filter(({ from, vm }) => between(known, from, vm, 'host') !== 0)
      .map((args) => ({ attack: 'net-promisc-sniff', args, gain: { kind: 'loot' }, sure: false })),
  words: {
    name: { ko: '무차별 모드 도청', en: 'Promiscuous sniffing' },
    does: {
      ko: '같은 호스트, 같은 세그먼트의 이웃이 주고받는 것을 엿듣습니다. 엿듣는 VM의 root 권한이 있어야 하고, 포트 그룹이 무차별 모드를 허용하며 통신이 암호화되지 않아야 합니다. 아무것도 보내지 않아 IDS에 보이지 않습니다.',
      en: 'Listens to a neighbour on the same host and segment. It takes root in the listening VM, a port group that accepts promiscuous mode and unencrypted traffic. It sends nothing, so no IDS sees it.',
    },
    lead: {
      ko: '가상 스위치는 그 세그먼트의 프레임을 공격자의 포트에도 한 벌씩 넘겨주었습니다. 포트 그룹이 무차별 모드(promiscuous mode)를 허용했고, 오가는 데이터는 암호화되지 않았습니다. 듣기만 했으므로 패킷을 보는 센서에는 아무것도 남지 않았습니다.',
      en: 'The virtual switch gave the attacker’s port a copy of every frame of the segment: the port group accepted promiscuous mode, and what passed was not encrypted. They only listened, so no sensor of packets had anything to see.',
    },
    title: {
      ko: '옆 VM이 {{victim}}의 {{asset}}{을/를} 엿들었습니다',
      en: 'A neighbouring VM overheard the {{asset}} of {{victim}}',
    },
    needs: {
      'source-runs': {
        ko: '공격자의 VM이 켜져 있었다',
        en: 'The attacker’s VM was running',
      },
      'root-in-source': {
        ko: '공격자가 그 VM의 root 권한으로 네트워크 카드를 마음대로 설정할 수 있었다',
        en: 'The attacker was root in that VM, and so could set its network card as they liked',
      },
      'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
      'same-host': { ko: '두 VM이 같은 호스트에 있었다', en: 'Both VMs were on one host' },
      'same-segment': {
        ko: '두 VM이 같은 L2 세그먼트에 있었다',
        en: 'Both VMs were in one layer 2 segment',
      },
      'promiscuous-accepted': {
        ko: '그 세그먼트의 포트 그룹이 무차별 모드를 허용했다',
        en: 'The segment’s port group accepted promiscuous mode',
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
