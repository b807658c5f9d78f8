import { leaveFrames } from '../../mechanics/network/trail.ts';
import { tagFor } from '../../mechanics/network/trunk.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, between, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';
import { dataStrike, readOut } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { servesData, serviceOf } from '../needs/network.ts';
import { allHold } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';
import { shutOut, tagReaches, trunkPort } from '../needs/vlan/port.ts';

/**
 * B48 (a): VLAN hopping from a port that is a trunk (VLAN 4095, VGT). Root in the guest tags what it sends for a
 * VLAN from which a database is let in, and has an address there; rules go by the VLAN that a frame bears. A virtual
 * switch negotiates no trunk (DTP), so that from an access port there is no such way (rule A107).
 * Source: FACTS B48; NIST SP 800-125B, 2; vSphere manual (virtual guest tagging).
 */
export const netVlanHop = defineAttack({
  id: 'net-vlan-hop',
  catalogue: 'B48',
  targets: [7],
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    rootInSource,
    guestRuns,
    trunkPort,
    tagReaches,
    shutOut,
    servesData,
    foreignData,
  ],
  headline: ['trunk-port'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: (world, attacker, args) =>
    (args.from ?? NONE) === NONE ? null : dataStrike(world, attacker, args),
  // They listen which tags there are, and use the one that gets furthest; where none does, the victim's own.
  strikes: (world, strike, done, length) => {
    if (done !== length) return [];
    const { from = NONE, vm = NONE } = strike;
    const fits = tagFor(world, from as VmId, vm as VmId, serviceOf(strike));
    return [{ ...strike, tag: fits || (find(world.vms, vm)?.zone ?? NONE) }];
  },
  // From an access port a tagged frame goes nowhere: the port drops it, and nobody sees any.
  opening: (turn, { attacker, operation }, strike) => {
    if (!allHold(turn.world, [sourceRuns, rootInSource, trunkPort], strike)) return;
    const ends = { from: (strike.from ?? NONE) as VmId, to: (strike.vm ?? NONE) as VmId };
    const origin = { actor: { kind: 'attacker', id: attacker.id }, cause: operation.act } as const;
    leaveFrames(turn, { nature: 'tagged', ...ends, service: serviceOf(strike) }, origin);
  },
  effect: readOut,
  // Whoever listens at a trunk sees tags: they know where they are, and which databases are behind one.
  prospects: (known) =>
    inside(known, 'root')
      .filter(({ number }) => about(known, number, 'trunk') === 1)
      .flatMap(({ number: from }) =>
        known.vms
          .filter(({ own, ring, power }) => !own && ring === 'none' && power !== 'gone')
          .filter(({ number }) => between(known, from, number, 'tagged') === 1)
          .filter(({ number }) => between(known, from, number, 'reach') !== 1)
          .filter(({ number }) => about(known, number, 'service') === 'db')
          .filter(({ number }) => about(known, number, 'memory-read') === undefined)
          .map(({ number: vm }) => ({
            attack: 'net-vlan-hop',
            args: { from, vm },
            gain: { kind: 'loot' },
            sure: true,
          })),
      ),
  words: {
    name: { ko: 'VLAN 호핑', en: 'VLAN hopping' },
    does: {
      ko: '트렁크 포트에서 다른 VLAN의 태그를 붙여 보내, 자기 구역에서는 막힌 데이터베이스를 읽습니다. 보내는 VM의 root 권한이 있어야 하고, 그 포트가 트렁크여야 합니다. 태그가 붙은 프레임과 큰 전송이 보입니다.',
      en: 'From a trunk port, tags frames for another VLAN and reads a database that its own zone is shut out from. It takes root in the sending VM and a trunk for its port. Tagged frames and a large transfer show.',
    },
    lead: {
      ko: '공격자 VM의 포트는 모든 VLAN의 태그를 받는 트렁크(VLAN 4095)였습니다. 공격자는 다른 VLAN의 태그를 직접 붙여 보냈고, 규칙은 태그가 가리키는 구역에서 온 것으로 보았습니다. 가상 스위치는 트렁크를 협상(DTP)하지 않으므로, 액세스 포트였다면 태그가 붙은 프레임은 버려졌을 것입니다.',
      en: 'The attacker’s port was a trunk that takes the tag of any VLAN (VLAN 4095). They wrote the tag of another VLAN themselves, and the rules took what they sent for that zone’s. A virtual switch negotiates no trunk (DTP): from an access port, tagged frames would have been dropped.',
    },
    title: {
      ko: '다른 VLAN으로 건너온 공격자가 {{victim}}의 {{asset}}{을/를} 읽었습니다',
      en: 'An attacker hopped into another VLAN and read the {{asset}} of {{victim}}',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'root-in-source': {
        ko: '공격자가 그 VM의 root 권한으로 VLAN 태그를 직접 붙일 수 있었다',
        en: 'The attacker was root in that VM, and so could set VLAN tags',
      },
      'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
      'trunk-port': {
        ko: '공격자 VM의 포트가 트렁크였다',
        en: 'The port of the attacker’s VM was a trunk',
      },
      'tag-reaches': {
        ko: '표적 VM의 스위치가, 붙인 태그의 구역에서 오는 패킷을 통과시켰다',
        en: 'The VM’s switch let in what bore the tag of another zone',
      },
      'shut-out': {
        ko: '공격자 VM의 구역에서 그 서비스로 가는 경로는 막혀 있었다',
        en: 'From the zone of the attacker’s VM its service could not be reached',
      },
      'serves-data': {
        ko: '그 서비스는 인증 없이 응답하는 데이터베이스였다',
        en: 'Its service was a database that answers without authentication',
      },
      'foreign-data': {
        ko: '그 VM이 다루는 데이터는 다른 테넌트의 것이었다',
        en: 'What the VM works with belonged to another tenant',
      },
    },
  },
});
