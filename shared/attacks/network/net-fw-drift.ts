import { atTheEnd, defineAttack } from '../attack.ts';
import { connect, dataStrike, readOut, waysToData } from '../needs/data.ts';
import { guestRuns } from '../needs/guest.ts';
import { notIntended, reachable, servesData } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B52: rules do not follow the VM. It was moved, made or put elsewhere, or the policy was edited, and
 * its switch was not told: a way stands open that nobody approved, to a database that trusts whoever
 * gets to it. Source: FACTS B52, §28.3; NIST SP 800-125B, 4.
 */
export const netFwDrift = defineAttack({
  id: 'net-fw-drift',
  catalogue: 'B52',
  targets: [7],
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [...sourceSends, guestRuns, reachable, notIntended, servesData, foreignData],
  headline: ['reachable'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: dataStrike,
  strikes: atTheEnd,
  opening: connect,
  effect: readOut,
  // Whether anyone meant the way to be open they cannot see: that it is open is enough to try.
  prospects: (known) =>
    waysToData(known).map(({ from, vm }) => ({
      attack: 'net-fw-drift',
      args: { from, vm: vm.number },
      gain: { kind: 'loot' },
      sure: false,
    })),
  words: {
    name: { ko: '어긋난 규칙을 지나 데이터 읽기', en: 'Data over a path left open' },
    does: {
      ko: '아무도 승인하지 않았는데 열려 있는 경로로 데이터베이스를 읽습니다. 스위치의 규칙이 정책과 어긋나 있어야 합니다. 첫 접속과 큰 전송이 보이지만 평범한 조회라 IPS는 막지 않습니다.',
      en: 'Reads a database over a path that is open though nobody approved it. The switch has to differ from the policy. The first connection and a large transfer show; no IPS stops an ordinary query.',
    },
    lead: {
      ko: '스위치의 규칙이 정책과 어긋나 있었습니다. 정책을 다시 배포하지 않은 사이, 아무도 승인하지 않은 경로가 열려 있었습니다.',
      en: 'What the switch enforced had drifted from the policy. Until the policy was pushed again, a path stood open that nobody had approved.',
    },
    title: {
      ko: '아무도 승인하지 않은 경로로 {{victim}}의 {{asset}}{이/가} 새어 나갔습니다',
      en: 'The {{asset}} of {{victim}} leaked over a path that nobody had approved',
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
      'not-intended': {
        ko: '정책 원본에는 그 경로를 허용하는 규칙이 없었다',
        en: 'The intended policy did not allow this path',
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
