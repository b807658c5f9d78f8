import { hasServiceFlaw } from '../../world/people/known.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { breakIn, knownWays, sendExploit, serviceStrike } from '../needs/exploit.ts';
import { runsComponent, serviceUnpatched } from '../needs/flaw.ts';
import { guestRuns } from '../needs/guest.ts';
import { nothingBlocks, reachable } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';
import { wasReverted } from '../needs/storage.ts';

/**
 * B30: a snapshot brings an old hole back. The service had the fix; someone rolled it back to before
 * the fix, and it is on the network as it was then.
 * Source: FACTS B30 and E12; Garfinkel and Rosenblum, HotOS 2005; ATT&CK T1578.004.
 */
export const snapRollbackRevive = defineAttack({
  id: 'snap-rollback-revive',
  catalogue: 'B30',
  targets: [4],
  family: 'images',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [
    ...sourceSends,
    guestRuns,
    reachable,
    wasReverted,
    runsComponent,
    serviceUnpatched,
    nothingBlocks,
  ],
  headline: ['was-reverted', 'service-unpatched'],
  length: (lengths) => lengths.access,
  resolve: serviceStrike,
  strikes: atTheEnd,
  opening: sendExploit,
  effect: breakIn,
  // They have seen it mended, and now see it as it was before.
  prospects: (known) =>
    knownWays(known)
      .filter(
        ({ vm }) =>
          hasServiceFlaw(known, vm.number) === true &&
          hasServiceFlaw(known, vm.number, 'service-was') === false,
      )
      .map(({ from, vm }) => ({
        attack: 'snap-rollback-revive',
        args: { from, vm: vm.number },
        gain: { kind: 'ring', vm: vm.number, ring: 'user' },
        sure: true,
      })),
  words: {
    name: {
      ko: '되돌리기로 되살아난 취약점으로 침입',
      en: 'Through a flaw that a rollback brought back',
    },
    does: {
      ko: '스냅샷으로 되돌아가면서 다시 열린 취약점으로 침입합니다. 그 서비스에 도달할 수 있어야 합니다. 지나는 곳마다 공격 패킷이 보입니다.',
      en: 'Breaks in through a flaw that a rollback brought back. It takes a path to the service, and its packets show wherever they pass.',
    },
    lead: {
      ko: '이 취약점은 이미 한 번 패치한 것이었습니다. 스냅샷으로 되돌리면 취약점도 함께 돌아오고, 되돌린 VM은 곧바로 네트워크에 다시 연결됩니다.',
      en: 'This flaw had been patched once. A snapshot brings its flaws back with it, and the VM was on the network again at once.',
    },
    title: {
      ko: '공격자가 스냅샷으로 되돌린 {{tenant}}의 {{workload}} VM에 들어왔습니다',
      en: 'The attacker got into the {{workload}} VM of {{tenant}}, which had been rolled back',
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
      'was-reverted': {
        ko: '패치되어 있던 것을 패치 이전의 스냅샷으로 되돌렸다',
        en: 'It had the fix, and was rolled back to before it',
      },
    },
  },
});
