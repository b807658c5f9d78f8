import { record } from '../../mechanics/harm/evidence.ts';
import { framesOfBoth } from '../../mechanics/merging.ts';
import { leaksL1 } from '../../mechanics/processor/l1-fault.ts';
import type { CounterSign } from '../../world/evidence.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { type FrameId, NONE, type VmId } from '../../world/ids.ts';
import type { Host } from '../../world/machine/host.ts';
import { about, between, inside, type Known, type Prospect } from '../../world/people/known.ts';
import { SECRETS } from '../../world/people/tenant.ts';
import { type Deep, find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { Striker } from '../attack.ts';
import { ringKnown } from '../knowing.ts';
import type { Need, NeedWords, Strike } from '../need.ts';
import { originOf } from './escape.ts';
import { rootInSource } from './guest.ts';
import { allHold, sourceSends } from './source.ts';

/** The host that the attacker's VM is on. */
const hostOf = (world: ReadonlyWorld, { from = 0 }: Strike): Deep<Host> | null =>
  find(world.hosts, find(world.vms, from)?.host ?? NONE);

/** A need of a switch of the host that the attacker's VM is on, and the order that turns it. */
function ofHost<Id extends string>(
  id: Id,
  field: 'dedup' | 'cachePartition' | 'rowGuard',
  wanted: boolean,
  command: string | null,
  words: NeedWords,
): Need<Id> {
  const factsOf = (world: ReadonlyWorld, strike: Strike): FactRef[] => {
    const host = hostOf(world, strike);
    const { from = 0 } = strike;
    return [fact('vms', from, 'host'), ...(host ? [fact('hosts', host.id, field)] : [])];
  };
  return {
    id,
    words,
    holds: (world, strike) => hostOf(world, strike)?.[field] === wanted,
    facts: factsOf,
    counters: (world, strike): Counter[] => {
      const host = hostOf(world, strike);
      if (!host || command === null) return [];
      const since = fact('hosts', host.id, field);
      return [{ command, args: { host: host.id }, moment: 'after', fact: since }];
    },
  };
}

/** Equal pages of different VMs are merged on that host. */
export const mergesPages = ofHost('merges-pages', 'dedup', true, 'unmerge-pages', {
  short: { ko: '페이지 병합 켜짐', en: 'page merging on' },
  failed: { ko: '호스트가 페이지를 병합하지 않았습니다', en: 'the host merges no pages' },
});

/** All its VMs fill the whole of its last-level cache: one throws out what the other had in it. */
export const cacheShared = ofHost('cache-shared', 'cachePartition', false, 'partition-cache', {
  short: { ko: 'LLC 공유', en: 'LLC is shared' },
  failed: { ko: 'LLC가 VM마다 나뉘어 있었습니다', en: 'the LLC is partitioned' },
});

/** Nothing corrects a flipped bit of its memory, or keeps rows from being beaten. */
export const rowsUnguarded = ofHost('rows-unguarded', 'rowGuard', false, null, {
  short: { ko: 'ECC·TRR 없음', en: 'no ECC, no TRR' },
  failed: { ko: 'ECC와 TRR이 비트 반전을 막았습니다', en: 'ECC and TRR prevented the flip' },
});

/** Whether a VM reads in a frame: its own, or another's that its page was merged with. */
const reads = (world: ReadonlyWorld, vm: number, frame: number): boolean =>
  find(world.frames, frame)?.owner === vm ||
  find(world.vms, vm)?.merged.includes(frame as FrameId) === true;

/** Both VMs read in that very frame. `from`, `vm` and `frame` of the strike. */
export const pageMerged: Need<'page-merged'> = {
  id: 'page-merged',
  words: {
    short: { ko: '같은 페이지 공유', en: 'a page in common' },
    failed: {
      ko: '우리 VM과 병합된 페이지가 없었습니다',
      en: 'no page of it is merged with ours',
    },
  },
  holds: (world, { from = 0, vm = 0, frame = 0 }) =>
    reads(world, from, frame) && reads(world, vm, frame),
  facts: (world, { from = 0, vm = 0, frame = 0 }) => {
    const owner = find(world.frames, frame)?.owner;
    const readers = [from, vm].filter((id) => id !== owner);
    return [fact('frames', frame, 'owner'), ...readers.map((id) => fact('vms', id, 'merged'))];
  },
  counters: () => [],
};

/** The same, where the frame is the attacker’s own anyway. */
export const mergedIntoOurs: Need<'page-merged'> = {
  ...pageMerged,
  holds: (world, { vm = 0, frame = 0 }) =>
    find(world.vms, vm)?.merged.includes(frame as FrameId) === true,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'merged')],
};

/** The frame that was kept: they chose where it lies. */
export const oursIsKept: Need<'ours-is-kept'> = {
  id: 'ours-is-kept',
  words: {
    short: { ko: '우리 프레임으로 병합', en: 'merged into our frame' },
    failed: {
      ko: '병합하고 남은 것은 우리 프레임이 아니었습니다',
      en: 'the frame that was kept is not ours',
    },
  },
  holds: (world, { from = 0, frame = 0 }) =>
    from !== NONE && find(world.frames, frame)?.owner === from,
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'owner')],
  counters: () => [],
};

/** A bit in that frame flips when the rows beside it are beaten: so it was made. */
export const rowFlips: Need<'row-flips'> = {
  id: 'row-flips',
  words: {
    short: { ko: '뒤집히는 행', en: 'a row that flips' },
    failed: { ko: '그 프레임의 비트는 뒤집히지 않았습니다', en: 'no bit of that frame flips' },
  },
  holds: (world, strike) =>
    hostOf(world, strike)?.weakFrames.includes((strike.frame ?? NONE) as FrameId) === true,
  facts: (world, strike) => {
    const host = hostOf(world, strike);
    const { from = 0 } = strike;
    return [fact('vms', from, 'host'), ...(host ? [fact('hosts', host.id, 'weakFrames')] : [])];
  },
  counters: () => [],
};

/** What its cipher runs depends on its key: its library is older than the fix. `vm` and `flaw`. */
export const leaksByTiming: Need<'leaks-by-timing'> = {
  id: 'leaks-by-timing',
  words: {
    short: { ko: '상수 시간이 아닌 암호', en: 'crypto not constant-time' },
    failed: {
      ko: '대상의 암호 라이브러리가 상수 시간으로 동작했습니다',
      en: 'its crypto library is constant-time',
    },
  },
  holds: (world, { vm = 0, flaw = 0 }) =>
    (find(world.vms, vm)?.service ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0) && vm !== NONE,
  facts: (_, { vm = 0, flaw = 0 }) => [fact('vms', vm, 'service'), fact('flaws', flaw, 'fixedIn')],
  counters: (_, { vm = 0 }) => [
    { command: 'patch-guest', args: { vm }, moment: 'after', fact: fact('vms', vm, 'service') },
  ],
};

/** It works with a key: bits of it are all that a cipher gives away. */
export const worksWithKeys: Need<'works-with-keys'> = {
  id: 'works-with-keys',
  words: {
    short: { ko: '키를 다룸', en: 'works with keys' },
    failed: { ko: '그 VM은 키를 다루지 않았습니다', en: 'the VM works with no keys' },
  },
  holds: (world, { vm = 0 }) => {
    const asset = find(world.assets, find(world.vms, vm)?.asset ?? NONE);
    return asset !== null && SECRETS.has(asset.name);
  },
  facts: (world, { vm = 0 }) => {
    const asset = find(world.vms, vm)?.asset ?? NONE;
    return [fact('vms', vm, 'asset'), ...(asset === NONE ? [] : [fact('assets', asset, 'name')])];
  },
  counters: () => [],
};

/** They are in the kernel of their VM: they write its page tables as they like. */
export const kernelInSource: Need<'kernel-in-source'> = {
  ...rootInSource,
  id: 'kernel-in-source',
  words: {
    short: { ko: '출발지 VM의 커널', en: 'kernel of the source' },
    failed: {
      ko: '출발지 VM의 커널까지 들어가 있지 않았습니다',
      en: 'the kernel of the VM it starts from was not ours',
    },
  },
  known: { certain: (known, { from }) => ringKnown(known, from) === 'kernel' },
  holds: (world, { from = 0, attacker = 0 }) => {
    const row = find(world.vms, from);
    return row !== null && row.intruder === attacker && row.foothold === 'kernel';
  },
};

/**
 * Its page tables go straight to the CPU, second level included: nobody looks at an entry that is marked
 * not present. Under shadow paging or paravirtualisation the hypervisor writes the entries.
 */
export const nestedTables: Need<'nested-tables'> = {
  id: 'nested-tables',
  words: {
    short: { ko: '중첩 페이지 테이블', en: 'nested page tables' },
    failed: {
      ko: '하이퍼바이저가 우리 페이지 테이블을 대신 썼습니다',
      en: 'the hypervisor writes our page tables',
    },
  },
  holds: (world, strike) => {
    const technique = find(world.vms, strike.from ?? NONE)?.technique;
    if (technique !== 'hvm' && technique !== 'hybrid') return false;
    return hostOf(world, strike)?.nestedPaging === true;
  },
  facts: (world, strike) => {
    const { from = 0 } = strike;
    const technique = find(world.vms, from)?.technique;
    const own = fact('vms', from, 'technique');
    if (technique !== 'hvm' && technique !== 'hybrid') return [own];
    const host = hostOf(world, strike);
    const place = host ? [fact('hosts', host.id, 'nestedPaging')] : [];
    return [own, fact('vms', from, 'host'), ...place];
  },
  counters: () => [],
};

/** The CPU goes on with what lies in its first-level cache after a fault. */
export const cpuLeaksL1: Need<'cpu-leaks-l1'> = {
  id: 'cpu-leaks-l1',
  words: {
    short: { ko: 'L1TF가 있는 CPU', en: 'a CPU with L1TF' },
    failed: { ko: 'L1TF가 고쳐진 CPU였습니다', en: 'the CPU has no L1TF' },
  },
  holds: (world, strike) => {
    const host = hostOf(world, strike);
    return host !== null && leaksL1(host);
  },
  facts: (world, strike) => {
    const host = hostOf(world, strike);
    const { from = 0 } = strike;
    if (!host) return [fact('vms', from, 'host')];
    const cpu = (['vendor', 'year'] as const).map((field) => fact('hosts', host.id, field));
    return [fact('vms', from, 'host'), ...cpu];
  },
  counters: () => [],
};

/**
 * What the other VM left in the first-level cache is there still: nobody empties it at entry, or the other
 * runs at the same time on the other thread of the core.
 */
export const l1Shared: Need<'l1-shared'> = {
  id: 'l1-shared',
  words: {
    short: { ko: 'L1 캐시를 함께 씀', en: 'the L1 is shared' },
    failed: {
      ko: 'L1을 비웠고 형제 스레드도 없었습니다',
      en: 'the L1 is flushed, and there is no sibling thread',
    },
  },
  holds: (world, strike) => {
    const host = hostOf(world, strike);
    return host !== null && (!host.l1Flush || host.smt);
  },
  facts: (world, strike) => {
    const host = hostOf(world, strike);
    const { from = 0 } = strike;
    if (!host) return [fact('vms', from, 'host')];
    const own = [fact('vms', from, 'host'), fact('hosts', host.id, 'l1Flush')];
    return host.l1Flush ? [...own, fact('hosts', host.id, 'smt')] : own;
  },
  // Where both are open, neither of the two is enough.
  counters: (world, strike): Counter[] => {
    const host = hostOf(world, strike);
    if (!host) return [];
    const args = { host: host.id };
    const after = { args, moment: 'after' } as const;
    if (!host.smt) {
      return [{ ...after, command: 'flush-l1', fact: fact('hosts', host.id, 'l1Flush') }];
    }
    if (!host.l1Flush) return [];
    return [{ ...after, command: 'disable-smt', fact: fact('hosts', host.id, 'smt') }];
  },
};

/** At the end a strike for each frame in which both read; for none, where there is none. */
export function onMergedFrames(
  world: ReadonlyWorld,
  about: Strike,
  done: number,
  length: number,
): readonly Strike[] {
  if (done !== length) return [];
  const frames: readonly number[] = framesOfBoth(world, about.from ?? NONE, about.vm ?? NONE);
  return (frames.length === 0 ? [NONE] : frames).map((frame) => ({ ...about, frame }));
}

/** What the counters show while they are at it. Whoever runs no code there shows nothing. */
export const inCounters =
  (shows: CounterSign) =>
  (turn: Turn, by: Striker, about: Strike): void => {
    const row = find(turn.world.vms, about.from ?? NONE);
    if (!row || !allHold(turn.world, sourceSends, about)) return;
    const vm: VmId = row.id;
    record(turn, { kind: 'counters', vm, host: row.host, shows }, originOf(by));
  };

/** What they have to have found out about a VM of theirs before they begin. */
type Found = 'l1tf' | 'merging' | 'flips' | 'short';

/**
 * A VM of theirs of which they found that out, and another's on the same host whose data they do not have
 * yet.
 */
export const besides = (
  known: Known,
  attack: string,
  found: readonly Found[],
  gain: (vm: number) => Prospect['gain'] = () => ({ kind: 'loot' }),
): Prospect[] =>
  inside(known, 'user')
    .filter(({ number }) => found.every((note) => about(known, number, note) === 1))
    .flatMap(({ number: from }) =>
      known.vms
        .filter((vm) => !vm.own && vm.ring === 'none' && vm.power !== 'gone')
        .filter(({ number }) => between(known, from, number, 'host') === 1)
        .filter(({ number }) => about(known, number, 'memory-read') === undefined)
        .map(({ number: vm }) => ({ attack, args: { from, vm }, gain: gain(vm), sure: false })),
    );

/** The same for keys: what is known to be a database is passed over. */
export const besidesKeys = (known: Known, attack: string, found: readonly Found[]): Prospect[] =>
  besides(known, attack, found).filter(
    ({ args }) => about(known, args.vm ?? NONE, 'service') !== 'db',
  );
