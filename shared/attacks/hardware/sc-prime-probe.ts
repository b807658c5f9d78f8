import { about } from '../../world/people/known.ts';
import { atTheEnd, defineAttack, usableFlaw } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { codeInSource, guestRuns, sourceRuns } from '../needs/guest.ts';
import {
  besidesKeys,
  cacheShared,
  inCounters,
  leaksByTiming,
  worksWithKeys,
} from '../needs/neighbour.ts';
import { sameHost } from '../needs/network.ts';
import { neighbourStrike } from '../needs/segment.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B21: Prime+Probe. Nothing is shared but the cache itself: the attacker fills its sets and sees by the time
 * which of them the victim has used. It is slower, and whether pages are merged does not matter.
 * Source: FACTS B21 (Inci and others: a 2048-bit RSA key out of a neighbour on EC2).
 */
export const scPrimeProbe = defineAttack({
  id: 'sc-prime-probe',
  catalogue: 'B21',
  targets: [1],
  family: 'hardware',
  takes: ['from', 'vm'],
  brings: 'loot',
  flaw: 'cipher-timing',
  needs: [
    sourceRuns,
    codeInSource,
    guestRuns,
    sameHost,
    cacheShared,
    leaksByTiming,
    worksWithKeys,
    foreignData,
  ],
  headline: ['cache-shared', 'leaks-by-timing'],
  length: (lengths) => lengths.recon + lengths.access + lengths.privilege + lengths.act,
  resolve: (world, attacker, args) => {
    const way = neighbourStrike(world, attacker, args);
    const flaw = usableFlaw(world, attacker, 'cipher-timing');
    return way === null || flaw === 0 ? null : { ...way, flaw };
  },
  strikes: atTheEnd,
  opening: inCounters('set-evictions'),
  effect: takeData,
  // Where pages are merged there is a quicker way.
  prospects: (known) =>
    besidesKeys(known, 'sc-prime-probe', []).filter(
      ({ args }) => about(known, args.from ?? 0, 'merging') !== 1,
    ),
  words: {
    name: { ko: 'Prime+Probe(캐시 부채널)', en: 'Prime+Probe' },
    does: {
      ko: '마지막 단계 캐시(LLC)를 자기 데이터로 채우고 어디가 밀려나는지 재어 이웃의 암호 키를 알아냅니다. 같은 호스트의 LLC가 나뉘어 있지 않고, 대상의 암호가 상수 시간이 아니어야 합니다. 성능 카운터에만 보입니다.',
      en: 'Fills the last-level cache with its own data, times which of it is displaced, and learns a neighbour’s key. It takes an LLC that is not partitioned and a cipher that is not constant-time. Only performance counters show it.',
    },
    lead: {
      ko: '공격자는 대상과 아무 메모리도 공유하지 않았습니다. 캐시(LLC)를 자기 데이터로 채운 다음, 대상이 쓴 자리가 밀려난 것을 시간으로 알아냈습니다. 페이지 병합을 꺼도 달라지지 않습니다.',
      en: 'The attacker shared no memory with the victim. They filled the cache (LLC) with their own data and saw by the time which of it the victim’s work had displaced. To merge no pages changes nothing about it.',
    },
    title: {
      ko: '이웃 VM이 LLC를 더듬어 {{victim}}의 {{asset}}{을/를} 알아냈습니다',
      en: 'By probing the LLC a neighbouring VM learnt the {{asset}} of {{victim}}',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행했다',
        en: 'The attacker ran code in it',
      },
      'guest-runs': { ko: '대상 VM이 켜져 있었다', en: 'The VM was running' },
      'same-host': {
        ko: '두 VM이 같은 호스트의 캐시(LLC)를 썼다',
        en: 'Both VMs used the cache (LLC) of one host',
      },
      'cache-shared': {
        ko: 'LLC가 VM마다 나뉘어 있지 않았다',
        en: 'The LLC was not partitioned among its VMs',
      },
      'leaks-by-timing': {
        ko: '대상의 암호 라이브러리가 상수 시간으로 동작하지 않았다',
        en: 'The VM’s crypto library was not constant-time',
      },
      'works-with-keys': { ko: '대상이 키를 다루었다', en: 'The VM worked with keys' },
      'foreign-data': {
        ko: '그 키는 다른 테넌트의 것이었다',
        en: 'Those keys belonged to another tenant',
      },
    },
  },
});
