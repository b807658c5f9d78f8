import { leaveFrames } from '../../mechanics/network/trail.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { get } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { nothingBlocksClaims, sameSegment } from '../needs/network.ts';
import { neighbourStrike, neighbours, noArpInspection } from '../needs/segment.ts';
import { allHold } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B49: ARP spoofing in a virtual switch. Root in the attacker's VM claims the victim's address by a raw
 * socket, and what the victim's service says passes through it. It needs one segment and no binding of
 * addresses; it forges no MAC address, so that refusing forged ones does not stop it (rule A20).
 * Source: FACTS B49, E11; NIST SP 800-125B, 2 and 5; ATT&CK T1557.002.
 */
export const netArpSpoof = defineAttack({
  id: 'net-arp-spoof',
  catalogue: 'B49',
  targets: [7],
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    rootInSource,
    guestRuns,
    sameSegment,
    noArpInspection,
    foreignData,
    nothingBlocksClaims,
  ],
  headline: ['no-arp-inspection'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: neighbourStrike,
  strikes: atTheEnd,
  // A claim is no packet of any service: no rule of a switch is asked about it.
  opening: (turn, { attacker, operation }, strike) => {
    if (!allHold(turn.world, [sourceRuns, rootInSource], strike)) return;
    const from = (strike.from ?? NONE) as VmId;
    const to = (strike.vm ?? NONE) as VmId;
    const service = WORKLOADS[get(turn.world.vms, to).workload].serves;
    const origin = { actor: { kind: 'attacker', id: attacker.id }, cause: operation.act } as const;
    leaveFrames(turn, { nature: 'arp-claim', from, to, service }, origin);
  },
  effect: takeData,
  // Whether addresses are bound to ports shows only when they try.
  prospects: (known) =>
    neighbours(known).map((args) => ({
      attack: 'net-arp-spoof',
      args,
      gain: { kind: 'loot' },
      sure: false,
    })),
  words: {
    name: { ko: 'ARP 스푸핑', en: 'ARP spoofing' },
    does: {
      ko: '같은 세그먼트에 있는 상대의 주소를 사칭해 오가는 데이터를 가로챕니다. 보내는 VM의 root 권한이 있어야 하고, ARP 검사도 길목의 IPS도 없어야 합니다. 거짓 ARP 응답이 눈에 띕니다.',
      en: 'Claims another’s address in the same segment and routes its traffic through you. It takes root in the sending VM, no ARP inspection and no IPS on the path, and leaves a false claim.',
    },
    lead: {
      ko: '공격자는 남의 IP 주소가 자기 MAC 주소의 것이라고 거짓 ARP 응답을 보냈습니다. MAC을 위조하지 않았으므로 위조를 거부하는 설정은 소용이 없었습니다. ARP 검사나 길목의 인라인 IPS가 있었다면 막혔을 것이고, 현장에서는 사설 VLAN(private VLAN)과 상호 TLS(mutual TLS)도 씁니다.',
      en: 'With their own MAC address the attacker claimed another’s IP address. No MAC was forged, so refusing forged ones was no use. ARP inspection or an inline IPS would have stopped it; in the field, private VLANs and mutual TLS do too.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} 공격자의 VM을 거쳐 갔습니다',
      en: 'The {{asset}} of {{victim}} passed through the attacker’s VM',
    },
    needs: {
      'source-runs': {
        ko: '공격자가 패킷을 보낸 VM이 켜져 있었다',
        en: 'The VM that the attacker sent from was running',
      },
      'root-in-source': {
        ko: '공격자가 그 VM의 root 권한으로 프레임을 직접 만들어 보낼 수 있었다',
        en: 'The attacker was root in that VM, and so could send frames of their own making',
      },
      'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
      'same-segment': {
        ko: '두 VM이 같은 L2 세그먼트에 있었다',
        en: 'Both VMs were in one layer 2 segment',
      },
      'no-arp-inspection': {
        ko: '그 세그먼트에 ARP 검사가 꺼져 있었다',
        en: 'Nothing in that segment inspected ARP',
      },
      'foreign-data': {
        ko: '그 VM이 다루는 데이터는 다른 테넌트의 것이었다',
        en: 'What the VM works with belonged to another tenant',
      },
      'nothing-blocks': { ko: '경로에 패킷을 막는 IPS가 없었다', en: 'No IPS stood in the way' },
    },
  },
});
