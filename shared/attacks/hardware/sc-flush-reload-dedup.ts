import { defineAttack, usableFlaw } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { codeInSource, guestRuns, sourceRuns } from '../needs/guest.ts';
import {
  besidesKeys,
  inCounters,
  leaksByTiming,
  mergesPages,
  onMergedFrames,
  pageMerged,
  worksWithKeys,
} from '../needs/neighbour.ts';
import { sameHost } from '../needs/network.ts';
import { neighbourStrike } from '../needs/segment.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B20: Flush+Reload. A page of a crypto library is one frame for both VMs, since the host merges equal
 * pages. The attacker throws its lines out of the cache one by one and sees by the time of a load which
 * of them the victim has run since. The last-level cache is the host's; parting it changes nothing about a
 * line that both read. Source: FACTS B20 (Yarom and Falkner, USENIX Security 2014).
 */
export const scFlushReloadDedup = defineAttack({
  id: 'sc-flush-reload-dedup',
  catalogue: 'B20',
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
    mergesPages,
    pageMerged,
    leaksByTiming,
    worksWithKeys,
    foreignData,
  ],
  headline: ['merges-pages', 'leaks-by-timing'],
  length: (lengths) => lengths.recon + lengths.access + lengths.act,
  resolve: (world, attacker, args) => {
    const way = neighbourStrike(world, attacker, args);
    const flaw = usableFlaw(world, attacker, 'cipher-timing');
    return way === null || flaw === 0 ? null : { ...way, flaw };
  },
  strikes: onMergedFrames,
  opening: inCounters('line-flushes'),
  effect: takeData,
  prospects: (known) => besidesKeys(known, 'sc-flush-reload-dedup', ['merging']),
  words: {
    name: { ko: 'Flush+Reload(병합된 페이지)', en: 'Flush+Reload over merged pages' },
    does: {
      ko: '병합된 페이지의 캐시 줄을 비우고 다시 읽는 시간을 재어 이웃의 암호 키를 알아냅니다. 같은 호스트가 페이지를 병합하고, 대상의 암호가 상수 시간이 아니어야 합니다. 성능 카운터에만 보입니다.',
      en: 'Flushes cache lines of a merged page, times how long they take to read again, and learns a neighbour’s key. It takes a host that merges pages and a cipher that is not constant-time. Only performance counters show it.',
    },
    lead: {
      ko: '두 VM의 같은 페이지는 메모리에 한 장만 있었습니다. 공격자는 그 페이지의 캐시 줄을 비우고 다시 읽는 시간을 재었습니다. 빨리 읽히는 줄은 방금 대상이 실행한 줄이고, 그 순서가 키의 비트입니다. 아무것도 고장 나지 않았습니다.',
      en: 'One frame held the same page for both VMs. The attacker flushed its lines from the cache and timed how long each took to read: a fast one had just been run by the victim, and their order is the bits of its key. Nothing was broken.',
    },
    title: {
      ko: '이웃 VM이 캐시를 지켜보고 {{victim}}의 {{asset}}{을/를} 알아냈습니다',
      en: 'By watching the cache a neighbouring VM learnt the {{asset}} of {{victim}}',
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
      'merges-pages': {
        ko: '호스트가 다른 VM의 같은 페이지를 병합했다(dedup)',
        en: 'The host merged equal pages of different VMs',
      },
      'page-merged': {
        ko: '두 VM이 암호 라이브러리의 같은 프레임을 읽었다',
        en: 'Both VMs read the crypto library in the same frame',
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
