import { serveAddresses } from '../../mechanics/network/addresses.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { between } from '../../world/people/known.ts';
import { defineAttack } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { sameSegment } from '../needs/network.ts';
import { listen, neighbourStrike, neighbours } from '../needs/segment.ts';
import { allHold } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';
import { gatewayTheirs, talksBeyond } from '../needs/vlan/port.ts';

/**
 * B54: a rogue DHCP server. It answers whoever asks its segment for an address, and names itself as the gateway. It
 * waits: nobody asks but as they boot, or when a lease has run out. From the same host it is nearer than the network's
 * own server and is first, without any chance in it (rules N26, A108). It goes on after the act, as long as its VM runs.
 * Source: FACTS B54; RFC 2131; ATT&CK T1557.003.
 */
export const netDhcpRogue = defineAttack({
  id: 'net-dhcp-rogue',
  catalogue: 'B54',
  targets: [7],
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    rootInSource,
    guestRuns,
    sameSegment,
    gatewayTheirs,
    talksBeyond,
    foreignData,
  ],
  headline: ['gateway-theirs'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: neighbourStrike,
  strikes: listen,
  // It says nothing until somebody asks: nothing shows before.
  opening: (turn, { operation }, strike) => {
    if (!allHold(turn.world, [sourceRuns, rootInSource], strike)) return;
    serveAddresses(turn, (strike.from ?? NONE) as VmId, operation.act);
  },
  effect: takeData,
  // Who will ask next, and whether their answers are let out, shows only when they try.
  prospects: (known) =>
    neighbours(known)
      .filter(({ from, vm }) => between(known, from, vm, 'host') !== 0)
      .map((args) => ({ attack: 'net-dhcp-rogue', args, gain: { kind: 'loot' }, sure: false })),
  words: {
    name: { ko: '불법 DHCP 서버', en: 'Rogue DHCP server' },
    does: {
      ko: '같은 세그먼트에서 주소를 요청하는 VM에 먼저 응답해 게이트웨이 자리를 차지하고, 다른 구역으로 가는 데이터를 가로챕니다. root 권한이 있어야 하고, 상대가 같은 호스트에서 부팅하거나 임대를 갱신해야 하며, DHCP 가드가 꺼져 있어야 합니다. DHCP 응답은 가상 IDS에 보입니다.',
      en: 'Answers first whoever asks the segment for an address, becomes its gateway and takes what it sends to other zones. It takes root, a VM on the same host that boots or renews its lease, and no DHCP guard. A virtual IDS sees the offers.',
    },
    lead: {
      ko: '공격자의 VM은 같은 세그먼트에서 주소를 요청하는 VM에 네트워크의 DHCP 서버보다 먼저 응답하고, 자신을 게이트웨이로 알렸습니다. 같은 호스트에 있어 물리 네트워크를 거칠 필요가 없었기 때문입니다. 물리 IDS에는 아무것도 남지 않았습니다. DHCP 가드가 있었다면 그 응답은 포트에서 버려졌을 것이고, 현장에서는 고정 주소나 UDP 67·68번 포트의 ACL도 씁니다.',
      en: 'The attacker’s VM answered before the network’s own DHCP server and named itself as the gateway: on the same host, its answer did not have to cross the physical network, and so no physical IDS saw it. DHCP guard would have dropped it at the port; in the field, static addresses or an ACL on UDP 67 and 68 do too.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} 가짜 게이트웨이를 거쳐 갔습니다',
      en: 'The {{asset}} of {{victim}} passed through a false gateway',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'root-in-source': {
        ko: '공격자가 그 VM의 root 권한으로 DHCP 서버를 돌릴 수 있었다',
        en: 'The attacker was root in that VM, and so could run a DHCP server',
      },
      'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
      'same-segment': {
        ko: '두 VM이 같은 L2 세그먼트에 있었다',
        en: 'Both VMs were in one layer 2 segment',
      },
      'gateway-theirs': {
        ko: '표적 VM이 공격자의 VM에서 주소를 받아, 그 VM을 게이트웨이로 쓰고 있었다',
        en: 'The VM had its address from the attacker’s VM, and had that for a gateway',
      },
      'talks-beyond': {
        ko: '표적 VM은 다른 구역에 있는 같은 테넌트의 VM과 암호화하지 않고 통신했다',
        en: 'The VM talked to one of its tenant’s in another zone without encryption',
      },
      'foreign-data': {
        ko: '그 VM이 다루는 데이터는 다른 테넌트의 것이었다',
        en: 'What the VM works with belonged to another tenant',
      },
    },
  },
});
