import { NONE } from '../../world/ids.ts';
import { about, between, inside } from '../../world/people/known.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { connect, dataStrike, readOut } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { sameKeys } from '../needs/images/keys.ts';
import { reachable } from '../needs/network.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B32: clones that make the same random numbers. The template was saved after it had booted; the attacker's VM and
 * the victim's start from its random state, and make the same keys. What lies in theirs opens sessions of the other
 * (rule A113).
 * Source: FACTS B32; Ristenpart and Yilek, NDSS 2010 (TLS sessions, a DSA key); Everspaugh and others, 2014.
 */
export const cloneEntropyReuse = defineAttack({
  id: 'clone-entropy-reuse',
  catalogue: 'B32',
  targets: [4, 6],
  family: 'images',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [sourceRuns, rootInSource, guestRuns, sameKeys, reachable, foreignData],
  headline: ['same-keys'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: (world, attacker, args) =>
    (args.from ?? NONE) === NONE ? null : dataStrike(world, attacker, args),
  strikes: atTheEnd,
  opening: connect,
  effect: readOut,
  // The host key that a service shows is one that they have themselves.
  prospects: (known) =>
    inside(known, 'root').flatMap(({ number: from }) =>
      known.vms
        .filter(({ own, ring, power }) => !own && ring === 'none' && power !== 'gone')
        .filter(({ number }) => between(known, from, number, 'same-keys') === 1)
        .filter(({ number }) => between(known, from, number, 'reach') === 1)
        .filter(({ number }) => about(known, number, 'memory-read') === undefined)
        .map(({ number: vm }) => ({
          attack: 'clone-entropy-reuse',
          args: { from, vm },
          gain: { kind: 'loot' },
          sure: true,
        })),
    ),
  words: {
    name: { ko: '복제된 난수 상태의 재사용', en: 'Reuse of a cloned random state' },
    does: {
      ko: '같은 템플릿에서 복제된 다른 VM이 만든 키를 자기 VM에서 알아내, 그 서비스의 세션으로 데이터를 읽습니다. 자기 VM의 root 권한과 그 서비스까지의 경로가 있어야 하고, 두 VM의 키가 같아야 합니다. 큰 전송이 보입니다.',
      en: 'Finds in its own VM the keys that another clone of its template has made, and reads by a session of that service. It takes root in its own VM, a path to the service, and the same keys in both. A large transfer shows.',
    },
    lead: {
      ko: '이 템플릿은 한 번 부팅한 뒤에 저장되어 난수 생성기의 상태까지 함께 복제되었습니다. 같은 상태에서 시작한 VM은 같은 키를 만들므로, 공격자는 자기 VM의 키로 표적의 세션을 열 수 있었습니다. VM 세대 ID가 있었다면 게스트가 복제된 것을 알고 다시 시드했을 것입니다.',
      en: 'The template had been saved after it had booted, and the state of its random number generator was copied with it. VMs that start from one state make the same keys: with those of their own VM the attacker could open the victim’s sessions. A VM generation ID would have told the guest that it is a copy, and it would have reseeded.',
    },
    title: {
      ko: '같은 템플릿에서 복제된 키로 공격자가 {{victim}}의 {{asset}}{을/를} 읽었습니다',
      en: 'By keys that both clones had made, an attacker read the {{asset}} of {{victim}}',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'root-in-source': {
        ko: '공격자가 자기 VM의 root 권한으로 키를 읽을 수 있었다',
        en: 'The attacker was root in their VM, and could read its keys',
      },
      'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
      'same-keys': {
        ko: '두 VM이 같은 난수 상태에서 시작해 같은 키를 만들었고, 다시 시드하지 않았다',
        en: 'Both VMs had made the same keys from one random state, and had not reseeded',
      },
      reachable: {
        ko: '호스트의 스위치들이 그 서비스로 가는 패킷을 통과시켰다',
        en: 'The switches on the way let packets through to its service',
      },
      'foreign-data': {
        ko: '그 VM이 다루는 데이터는 다른 테넌트의 것이었다',
        en: 'What the VM works with belonged to another tenant',
      },
    },
  },
});
