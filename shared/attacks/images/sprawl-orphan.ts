import { about, hasServiceFlaw } from '../../world/people/known.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { breakIn, knownWays, sendExploit, serviceStrike } from '../needs/exploit.ts';
import { runsComponent, serviceUnpatched } from '../needs/flaw.ts';
import { guestRuns } from '../needs/guest.ts';
import { nobodyAnswers } from '../needs/images/owner.ts';
import { nothingBlocks, reachable } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';

/**
 * B37: an orphaned VM as a way in. Whoever answered for it is gone, so that nobody has updated it since, and it is
 * on the network still (rule A112).
 * Source: FACTS B37; NIST SP 800-125, 5 (K); B34 for what it is broken into by.
 */
export const sprawlOrphan = defineAttack({
  id: 'sprawl-orphan',
  catalogue: 'B37',
  targets: [6, 4],
  family: 'images',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [
    ...sourceSends,
    guestRuns,
    reachable,
    nobodyAnswers,
    runsComponent,
    serviceUnpatched,
    nothingBlocks,
  ],
  headline: ['nobody-answers', 'service-unpatched'],
  length: (lengths) => lengths.access,
  resolve: serviceStrike,
  strikes: atTheEnd,
  opening: sendExploit,
  effect: breakIn,
  // How old it is shows from outside. Who answers for it does not, but that nobody has updated it since the last look.
  prospects: (known) =>
    knownWays(known)
      .filter(({ vm }) => hasServiceFlaw(known, vm.number))
      .map(({ from, vm }) => ({
        attack: 'sprawl-orphan',
        args: { from, vm: vm.number },
        gain: { kind: 'ring', vm: vm.number, ring: 'user' },
        sure: about(known, vm.number, 'same-build') === 1,
      })),
  words: {
    name: { ko: '방치된 VM으로 침입', en: 'Through an orphaned VM' },
    does: {
      ko: '담당자가 없어 아무도 업데이트하지 않은 VM에, 알려진 취약점으로 침입합니다. 그 서비스에 도달할 수 있어야 합니다. 지나는 곳마다 공격 패킷이 보입니다.',
      en: 'Breaks by a known flaw into a VM that nobody answers for, and so nobody has updated. It takes a path to the service, and its packets show wherever they pass.',
    },
    lead: {
      ko: '이 VM은 담당자가 떠난 뒤에도 켜져 있었습니다. 담당자가 있는 VM은 업데이트되었지만 이 VM을 업데이트할 사람은 없었고, 네트워크에는 계속 연결되어 있었습니다. 쓰는 사람이 없는 VM은 지킬 사람도 없습니다.',
      en: 'This VM went on running after whoever answered for it had left. Others were updated by their owners; of this one there was nobody to do it, and it stayed on the network. What nobody uses, nobody looks after.',
    },
    title: {
      ko: '공격자가 방치된 {{tenant}}의 {{workload}} VM에 들어왔습니다',
      en: 'The attacker got into the orphaned {{workload}} VM of {{tenant}}',
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
      'nobody-answers': {
        ko: '그 VM에 응답하는 담당자가 없었다',
        en: 'Nobody answered for the VM',
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
