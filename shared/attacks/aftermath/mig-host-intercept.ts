import { claimFromHost } from '../../mechanics/network/transit.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import { about } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';
import {
  belowStrike,
  holdsForeignContent,
  managementReachable,
  sourceIsTheirs,
} from '../needs/below.ts';
import { originOf } from '../needs/escape.ts';
import {
  inPlainText,
  inTransit,
  passesBetweenOthers,
  readMove,
  watchMoves,
  wireBlocksNothing,
} from '../needs/vlan/transit.ts';

/**
 * B42 from a host that fell: it is on the management network of the others, lawfully, and so on the way of
 * whatever is moved between them. It need not break into either (rule A106).
 * Source: FACTS B42 (Oberheide and others, Black Hat DC 2008), §28.1; ATT&CK T1557, T1040.
 */
export const migHostIntercept = defineAttack({
  id: 'mig-host-intercept',
  catalogue: 'B42',
  targets: [5],
  dumps: true,
  family: 'network',
  takes: ['vm'],
  brings: 'loot',
  needs: [
    sourceIsTheirs,
    inTransit,
    managementReachable,
    passesBetweenOthers,
    wireBlocksNothing,
    inPlainText,
    holdsForeignContent,
  ],
  headline: ['in-plain-text', 'source-is-theirs'],
  length: (lengths) => 4 * (lengths.privilege + lengths.act),
  resolve: (world, attacker, args) => {
    const by = belowStrike(world, attacker, args);
    return by && { attacker: attacker.id, tenant: attacker.tenant, from: by.host ?? NONE };
  },
  strikes: (world, strike, done, length) => {
    const from = (strike.from ?? NONE) as HostId;
    const network = find(world.hosts, from)?.management ?? 0;
    return watchMoves(world, strike, { done, length, network, besides: from });
  },
  opening: (turn, by, strike) => {
    if (!sourceIsTheirs.holds(turn.world, strike)) return;
    claimFromHost(turn, (strike.from ?? NONE) as HostId, originOf(by));
  },
  effect: (turn, by, strike, proof) => readMove(turn, by, strike, proof, strike.vm as VmId),
  prospects: (known) =>
    known.vms
      .filter(({ number, power }) => power !== 'gone' && about(known, number, 'below') === 1)
      .map(({ number }) => ({
        attack: 'mig-host-intercept',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
  words: {
    name: { ko: '장악한 호스트에서 마이그레이션 가로채기', en: 'Reading migrations from a host' },
    does: {
      ko: '장악한 호스트에서 관리 네트워크의 다른 호스트 주소를 ARP로 사칭하고 기다립니다. 그동안 다른 두 호스트 사이에서 암호화하지 않고 옮겨지는 VM의 메모리를 읽습니다. 거짓 ARP 응답이 물리 IDS에 보입니다.',
      en: 'From a host that is theirs, claims addresses of others on the management network by ARP and waits. Memory of VMs that are moved unencrypted between two other hosts meanwhile is read. The claims show to the physical IDS.',
    },
    lead: {
      ko: '공격자는 다른 호스트를 새로 뚫지 않았습니다. 장악한 호스트가 관리 네트워크에 있었고, 마이그레이션은 그 네트워크를 평문으로 지나갔습니다. 급히 호스트를 비우는 동안이 바로 기다리던 때였습니다. 전송을 암호화했다면 읽지 못했을 것입니다.',
      en: 'The attacker broke into no other host. The one that was theirs was on the management network, and migrations crossed it in plain text: a hasty evacuation is what they wait for. An encrypted transfer would have been no use to them.',
    },
    title: {
      ko: '장악된 호스트가 {{victim}}의 {{asset}}{을/를} 마이그레이션 도중에 읽었습니다',
      en: 'A host that had fallen read the {{asset}} of {{victim}} during a migration',
    },
    needs: {
      'source-is-theirs': {
        ko: '공격자가 한 호스트의 게스트 아래에서 코드를 실행하고 있었다',
        en: 'The attacker ran code below the guests of a host',
      },
      'in-transit': {
        ko: '표적 VM은 다른 호스트로 옮겨지는 중이었다',
        en: 'The VM was being moved to another host',
      },
      'management-reachable': {
        ko: '그 호스트가 마이그레이션이 지나는 관리 네트워크에 함께 있었다',
        en: 'That host was on the management network that the migration crossed',
      },
      'passes-there': {
        ko: 'VM의 메모리가 다른 두 호스트 사이에서 그 네트워크를 지나갔다',
        en: 'The VM’s memory crossed that network between two other hosts',
      },
      'nothing-blocks': {
        ko: '물리 네트워크에 거짓 ARP 응답을 막는 IPS가 없었다',
        en: 'No IPS on the physical network stopped the false claims',
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
