import { NONE } from '../../world/ids.ts';
import { between, hasServiceFlaw } from '../../world/people/known.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { breakIn, knownWays, sendExploit, serviceStrike } from '../needs/exploit.ts';
import { runsComponent, serviceUnpatched } from '../needs/flaw.ts';
import { codeInSource, guestRuns, sourceRuns } from '../needs/guest.ts';
import { nothingBlocks, reachable, sameHost, sameSegment } from '../needs/network.ts';

/**
 * B55: from one VM into another of the same host and segment, through its service. What carries it
 * stays inside the host's switch, so the IDS on the wire records nothing (rules A21, S20). That
 * nobody watches is no precondition: who is blind is the sensors' affair.
 * Source: FACTS B55, §27.2; NIST SP 800-125B, 5; ATT&CK T1210.
 */
export const netEastwestBlindspot = defineAttack({
  id: 'net-eastwest-blindspot',
  catalogue: 'B55',
  targets: [7],
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [
    sourceRuns,
    codeInSource,
    guestRuns,
    sameHost,
    sameSegment,
    reachable,
    runsComponent,
    serviceUnpatched,
    nothingBlocks,
  ],
  headline: ['service-unpatched', 'nothing-blocks'],
  length: (lengths) => lengths.access,
  resolve: (world, attacker, args) =>
    (args.from ?? NONE) === NONE ? null : serviceStrike(world, attacker, args),
  strikes: atTheEnd,
  opening: sendExploit,
  effect: breakIn,
  prospects: (known) =>
    knownWays(known)
      .filter(({ from, vm }) => between(known, from, vm.number, 'host') === 1)
      .filter(({ from, vm }) => between(known, from, vm.number, 'segment') === 1)
      .map(({ from, vm: { number: vm } }) => ({
        from,
        vm,
        flawed: hasServiceFlaw(known, vm),
      }))
      .filter(({ flawed }) => flawed !== false)
      .map(({ from, vm, flawed }) => ({
        attack: 'net-eastwest-blindspot',
        args: { from, vm },
        gain: { kind: 'ring', vm, ring: 'user' },
        sure: flawed === true,
      })),
  words: {
    name: { ko: '같은 호스트 안의 측면 이동', en: 'Sideways within a host' },
    does: {
      ko: '같은 호스트, 같은 세그먼트의 이웃 VM에 서비스의 취약점으로 침입합니다. 패킷이 호스트 밖으로 나가지 않아 물리 네트워크의 IDS에는 보이지 않습니다.',
      en: 'Breaks into a neighbour on the same host and segment through its service. The packets never leave the host, so a physical IDS does not see them.',
    },
    lead: {
      ko: '두 VM 사이의 패킷은 가상 스위치 안에서만 오갔습니다. 물리 네트워크를 지나지 않았으니 물리 IDS에는 아무것도 남지 않았습니다.',
      en: 'What passed between the two VMs stayed inside the virtual switch. It never crossed the physical network, and so the physical IDS recorded nothing.',
    },
    title: {
      ko: '공격자가 같은 호스트에 있던 {{tenant}}의 {{workload}} VM으로 옮겨 갔습니다',
      en: 'The attacker moved sideways into the {{workload}} VM of {{tenant}}, on the same host',
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
      'same-host': { ko: '두 VM이 같은 호스트에 있었다', en: 'Both VMs were on one host' },
      'same-segment': {
        ko: '두 VM이 같은 L2 세그먼트에 있었다',
        en: 'Both VMs were in one layer 2 segment',
      },
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
