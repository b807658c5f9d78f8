import { hasServiceFlaw } from '../../world/people/known.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { breakIn, knownWays, sendExploit, serviceStrike } from '../needs/exploit.ts';
import { runsComponent, serviceUnpatched } from '../needs/flaw.ts';
import { guestRuns } from '../needs/guest.ts';
import { nothingBlocks, reachable } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';

/**
 * B34: old packages. A service that was born from an old image, and that nobody has patched since,
 * is broken into over the network through a hole that everyone knows of. A hole is one component's: the
 * web server's is no way into a database.
 * Source: FACTS B34; CVE-2014-6271 (a web server's scripts, by way of bash).
 */
export const imgStalePackages = defineAttack({
  id: 'img-stale-packages',
  catalogue: 'B34',
  targets: [4, 6],
  family: 'images',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [...sourceSends, guestRuns, reachable, runsComponent, serviceUnpatched, nothingBlocks],
  headline: ['service-unpatched'],
  length: (lengths) => lengths.access,
  resolve: serviceStrike,
  strikes: atTheEnd,
  opening: sendExploit,
  effect: breakIn,
  prospects: (known) =>
    knownWays(known)
      .filter(({ vm }) => hasServiceFlaw(known, vm.number))
      .map(({ from, vm }) => ({
        attack: 'img-stale-packages',
        args: { from, vm: vm.number },
        gain: { kind: 'ring', vm: vm.number, ring: 'user' },
        sure: true,
      })),
  words: {
    name: { ko: '오래된 이미지의 취약점으로 침입', en: 'Through old packages' },
    does: {
      ko: '알려진 취약점을 아직 고치지 않은 서비스에 네트워크로 침입해 그 서비스의 권한으로 코드를 실행합니다. 그 서비스에 도달할 수 있어야 합니다. 지나는 곳마다 공격 패킷이 보입니다.',
      en: 'Breaks over the network into a service with a known flaw, and runs code with its rights. It takes a path to the service, and its packets show wherever they pass.',
    },
    lead: {
      ko: '공격자는 새로운 수법을 쓰지 않았습니다. 이 VM은 오래된 이미지로 만들어졌고, 이미 공개된 취약점을 아무도 패치하지 않았습니다.',
      en: 'The attacker used nothing new. The VM was made from an old image, and nobody had patched a flaw that everyone knew of.',
    },
    title: {
      ko: '공격자가 패치되지 않은 {{tenant}}의 {{workload}} VM에 들어왔습니다',
      en: 'The attacker got into the unpatched {{workload}} VM of {{tenant}}',
    },
    needs: {
      'source-runs': {
        ko: '공격자가 패킷을 보낸 VM이 켜져 있었다',
        en: 'The VM that the attacker sent from was running',
      },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행할 수 있었다',
        en: 'The attacker could run code in that VM',
      },
      'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
      reachable: {
        ko: '호스트의 스위치들이 그 서비스로 가는 패킷을 통과시켰다',
        en: 'The switches on the way let packets through to its service',
      },
      'runs-component': {
        ko: '그 취약점이 있는 바로 그 서비스였다',
        en: 'Its service was the very component that has the flaw',
      },
      'service-unpatched': {
        ko: '서비스가 패치되지 않은 빌드였다',
        en: 'Its service was older than the fix',
      },
      'nothing-blocks': {
        ko: '길목에 IPS가 없거나, 이 통신을 예외로 두고 있었다',
        en: 'No IPS stood in the way, or it made an exception of this path',
      },
    },
  },
});
