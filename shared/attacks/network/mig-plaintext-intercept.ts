import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { claimFromVm, managementOf } from '../../mechanics/network/transit.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import { about, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';
import { holdsForeignContent } from '../needs/below.ts';
import { originOf } from '../needs/escape.ts';
import { rootInSource, sourceRuns } from '../needs/guest.ts';
import {
  claimNotInspected,
  inPlainText,
  inTransit,
  nothingBlocksClaim,
  passesThere,
  readMove,
  watchMoves,
  wiredToManagement,
} from '../needs/vlan/transit.ts';

/**
 * B42: reading a live migration from a VM. The port group of their VM has the VLAN of the hosts' management network
 * by mistake: root there claims a host's address by ARP, and the memory of whatever is moved meanwhile passes
 * through it, in plain text. No guest notices (rule A105).
 * Source: FACTS B42 (Oberheide and others, Black Hat DC 2008); ATT&CK T1557, T1040.
 */
export const migPlaintextIntercept = defineAttack({
  id: 'mig-plaintext-intercept',
  catalogue: 'B42',
  targets: [7],
  dumps: true,
  family: 'network',
  takes: ['from'],
  brings: 'loot',
  needs: [
    sourceRuns,
    rootInSource,
    inTransit,
    wiredToManagement,
    passesThere,
    claimNotInspected,
    nothingBlocksClaim,
    inPlainText,
    holdsForeignContent,
  ],
  headline: ['in-plain-text', 'wired-to-management'],
  // Half of it until their claims are believed everywhere, the rest to wait for a move.
  length: (lengths) => 4 * (lengths.privilege + lengths.act),
  resolve: (world, { id, tenant, knownVms }, { from = NONE }) => {
    const row = find(world.vms, knownVms[from - 1] ?? NONE);
    if (!row || ringOf(world, id, row.id) === 'none') return null;
    return { attacker: id, tenant, from: row.id };
  },
  strikes: (world, strike, done, length) =>
    watchMoves(world, strike, {
      done,
      length,
      network: managementOf(world, strike.from ?? NONE),
      besides: NONE,
    }),
  opening: (turn, by, { from = NONE }) => {
    if (!isAtLeast(ringOf(turn.world, by.attacker.id, from), 'root')) return;
    claimFromVm(turn, from as VmId, originOf(by));
  },
  effect: (turn, by, strike, proof) => readMove(turn, by, strike, proof, strike.from as VmId),
  prospects: (known) =>
    inside(known, 'root')
      .filter(({ number }) => about(known, number, 'hears-hosts') === 1)
      .map(({ number }) => ({
        attack: 'mig-plaintext-intercept',
        args: { from: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
  words: {
    name: { ko: '평문 마이그레이션 가로채기', en: 'Reading a migration in plain text' },
    does: {
      ko: '포트 그룹의 VLAN이 잘못되어 호스트의 관리 네트워크에 연결된 VM에서, ARP로 호스트의 주소를 사칭하고 기다립니다. 그동안 암호화하지 않고 옮겨지는 VM의 메모리를 읽습니다. root 권한이 있어야 합니다. ARP 응답이 센서에 보이고, 게스트는 알아채지 못합니다.',
      en: 'From a VM whose port group has the VLAN of the hosts’ management network by mistake, claims a host’s address by ARP and waits. Memory of VMs that are moved unencrypted meanwhile is read. It takes root there. The claim shows to sensors; no guest notices.',
    },
    lead: {
      ko: '라이브 마이그레이션은 VM의 메모리 전체를 네트워크로 보냅니다. 암호화하지 않으면 그 경로에 있는 누구나 읽을 수 있습니다. 관리 네트워크는 테넌트의 VM이 닿을 수 없어야 했지만, 포트 그룹의 VLAN 하나가 잘못되어 있었습니다. 전송을 암호화했다면 경로에 누가 있어도 괜찮았을 것입니다.',
      en: 'A live migration sends all memory of a VM over the network: unencrypted, it is for anyone on the way to read. No tenant’s VM should have been on the hosts’ management network, but one port group had the wrong VLAN. With the transfer encrypted it would not have mattered who was on the way.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} 마이그레이션 도중에 읽혔습니다',
      en: 'A migration was listened to, and gave away the {{asset}} of {{victim}}',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'root-in-source': {
        ko: '공격자가 그 VM의 root 권한으로 프레임을 직접 만들어 보낼 수 있었다',
        en: 'The attacker was root in that VM, and so could send frames of their own making',
      },
      'in-transit': {
        ko: '표적 VM은 다른 호스트로 옮겨지는 중이었다',
        en: 'The VM was being moved to another host',
      },
      'wired-to-management': {
        ko: '공격자의 VM이 있는 포트 그룹의 VLAN이 호스트의 관리 네트워크와 같았다',
        en: 'The port group of the attacker’s VM had the VLAN of the hosts’ management network',
      },
      'passes-there': {
        ko: '옮겨지는 VM의 메모리가 그 관리 네트워크를 지나갔다',
        en: 'The memory of the VM that was moved crossed that management network',
      },
      'no-arp-inspection': {
        ko: '그 포트 그룹에서 ARP를 검사하지 않았다',
        en: 'Nothing inspected ARP in that port group',
      },
      'nothing-blocks': {
        ko: '경로에 거짓 ARP 응답을 막는 IPS가 없었다',
        en: 'No IPS on the way stopped the false claims',
      },
      'in-plain-text': {
        ko: '마이그레이션이 암호화되지 않았다',
        en: 'The migration was not encrypted',
      },
      'foreign-content': {
        ko: '다른 테넌트의 데이터가 그 메모리에 있었다',
        en: 'Another tenant’s data was in that memory',
      },
    },
  },
});
