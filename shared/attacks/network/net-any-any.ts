import { atTheEnd, defineAttack } from '../attack.ts';
import { connect, dataStrike, readOut, waysToData } from '../needs/data.ts';
import { guestRuns } from '../needs/guest.ts';
import { anyAnyFirst, reachable, servesData } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B53: a rule that someone put in for a moment and nobody took out lets everything through. The
 * switch does what it was told; what it was told joins every zone with every other.
 * Source: FACTS B53; ATT&CK T1562.007.
 */
export const netAnyAny = defineAttack({
  id: 'net-any-any',
  catalogue: 'B53',
  targets: [7],
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [...sourceSends, guestRuns, reachable, anyAnyFirst, servesData, foreignData],
  headline: ['any-any-first'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: dataStrike,
  strikes: atTheEnd,
  opening: connect,
  effect: readOut,
  // Which rule lets them through they cannot see.
  prospects: (known) =>
    waysToData(known).map(({ from, vm }) => ({
      attack: 'net-any-any',
      args: { from, vm: vm.number },
      gain: { kind: 'loot' },
      sure: false,
    })),
  words: {
    name: { ko: '모두 허용하는 규칙으로 데이터 읽기', en: 'Data through an any-any rule' },
    does: {
      ko: '모두를 허용하는 규칙을 지나 데이터베이스를 읽습니다. 그 규칙이 다른 규칙보다 먼저 적용되어야 합니다. 첫 접속과 큰 전송이 보이지만 평범한 조회라 IPS는 막지 않습니다.',
      en: 'Reads a database past a rule that allows everything. That rule has to come first. The first connection and a large transfer show; no IPS stops an ordinary query.',
    },
    lead: {
      ko: '스위치는 규칙대로 동작했을 뿐입니다. 잠깐 쓰려고 넣고 빼지 않은 규칙 하나가 모든 구역을 이어 놓았습니다.',
      en: 'The switch did as it was told. One rule, put in for a moment and never taken out, had joined every zone with every other.',
    },
    title: {
      ko: '모두 허용하는 규칙 하나로 {{victim}}의 {{asset}}{이/가} 새어 나갔습니다',
      en: 'One rule that allows anything let the {{asset}} of {{victim}} leak',
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
      'any-any-first': {
        ko: '스위치가 지키던 규칙 맨 앞에 모두 허용하는 규칙이 있었다',
        en: 'First of the switch’s rules stood one that allows anything',
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
