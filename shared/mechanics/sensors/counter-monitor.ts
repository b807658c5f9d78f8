import { isDone } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { CounterSign, Evidence } from '../../world/evidence.ts';
import { NONE, TICKS_PER_MINUTE, type VmId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { freshEvidence } from '../harm/evidence.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { eventOf } from './witness.ts';

/**
 * Sensor S13. The counters of a host's CPU and memory, where somebody reads them: how often the last-level
 * cache misses, how often rows of memory are activated, how long others wait, while which VM runs. Whoever copies a disk away
 * sweeps the cache like whoever fills it on purpose (rule S50), and whoever runs a batch job makes others wait
 * like whoever means them to (S54). Whoever fills its memory on an overcommitted host has others swapped, whatever for
 * (S58). What leaked it cannot see.
 */
function readCounters(turn: Turn): void {
  if (!inDeck(turn.world, 'sensors', 'S13')) return;
  for (const trace of freshEvidence(turn)) {
    const shows = showsOf(trace);
    if (shows !== null && 'vm' in trace && trace.vm !== NONE) tell(turn, trace, trace.vm, shows);
  }
}

/** What of a trace is in the counters. */
function showsOf(trace: Evidence): CounterSign | null {
  if (trace.kind === 'counters') return trace.shows;
  // A backup reads everything once, and the cache is full of it.
  return trace.kind === 'traffic' && trace.nature === 'bulk' ? 'set-evictions' : null;
}

/** What it has said of a VM it does not say again while the alert stands, or within a minute. */
function tell(turn: Turn, trace: Evidence, vm: VmId, shows: CounterSign): void {
  const { world } = turn;
  const host = find(world.hosts, find(world.vms, vm)?.host ?? NONE);
  if (!host?.counters) return;
  for (const alert of rows(world.alerts)) {
    if (alert.sensor !== 'S13' || alert.vm !== vm || alert.seen.kind !== shows) continue;
    if (alert.host !== host.id || isDone(alert)) continue;
    if (alert.state !== 'open' && world.tick - alert.tick >= TICKS_PER_MINUTE) continue;
    alert.latest = world.tick;
    return;
  }
  raise(turn, 'S13', { host: host.id, vm }, { kind: shows }, [eventOf(turn, trace)]);
}

/** S13: performance counters. */
export const counterMonitor = {
  name: 'S13',
  watch: readCounters,
  words: {
    name: { ko: 'S13 성능 카운터', en: 'S13 performance counters' },
    sees: {
      ko: '캐시 미스, 메모리 행 활성화, steal time, 스왑',
      en: 'Cache misses, row activations, steal time, swapping',
    },
    blind: {
      ko: '무엇이 새어 나갔는지는 볼 수 없습니다. IDS, 하이퍼바이저 로그, 게스트 안의 에이전트는 이 일을 볼 수 없습니다. 정상적인 메모리 접근이기 때문입니다. 백업도 캐시를 쓸고 지나갑니다.',
      en: 'It cannot see what leaked. No IDS, hypervisor log or agent in a guest could have seen this: each access is an ordinary one. Backups sweep the cache too.',
    },
  },
  says: {
    'line-flushes': {
      title: {
        ko: '{{vm}}{이/가} 같은 캐시 줄을 비우고 다시 읽기를 반복',
        en: '{{vm}} flushes the same cache lines and reads them again',
      },
      body: {
        ko: 'clflush와 마지막 단계 캐시(LLC) 미스가 일정한 간격으로 이어집니다.',
        en: 'clflush and misses of the last-level cache (LLC) follow each other at regular intervals.',
      },
    },
    'set-evictions': {
      title: {
        ko: '{{vm}}의 LLC 미스 급증',
        en: 'LLC misses of {{vm}} soar',
      },
      body: {
        ko: '캐시를 가득 채웁니다. 많은 데이터를 한 번씩 읽을 때도 이렇습니다.',
        en: 'It fills the cache. Reading a lot of data once looks the same.',
      },
    },
    steal: {
      title: {
        ko: '{{vm}}{이/가} 실행되는 동안 이웃 VM이 CPU를 기다림(steal time)',
        en: 'Neighbours wait for a CPU while {{vm}} runs (steal time)',
      },
      body: {
        ko: '마지막 단계 캐시(LLC) 미스도 함께 늘었습니다. 밤에 도는 배치 작업도 이렇게 보입니다.',
        en: 'Misses of the last-level cache (LLC) rise with it. A nightly batch job looks the same.',
      },
    },
    swapping: {
      title: {
        ko: '{{vm}}에 메모리를 주느라 이웃 VM이 디스크로 스왑됨',
        en: 'Neighbours are swapped to disk so that {{vm}} has memory',
      },
      body: {
        ko: '호스트가 가진 것보다 많은 메모리를 약속했습니다(오버커밋). 할 일이 늘어 메모리를 채우는 VM도 이렇게 보입니다.',
        en: 'The host has promised more memory than it has (overcommit). A VM that fills its memory with work looks the same.',
      },
    },
    'row-activations': {
      title: {
        ko: '{{vm}}{이/가} 같은 메모리 행을 수없이 활성화',
        en: '{{vm}} activates the same memory rows over and over',
      },
      body: {
        ko: '옆 행의 비트가 뒤집힐 만큼 잦습니다.',
        en: 'Often enough to flip bits in the rows beside them.',
      },
    },
  },
} satisfies Sensor;
