import { MIXES, type OperationCounts } from '../../world/machine/workload.ts';
import { NOTHING, nativeCostOf, PER } from './cost.ts';
import { NATIVE } from './prices.ts';

/** A million native cycles with those operations among them; the rest is ordinary instructions. */
function amid(some: Partial<OperationCounts>): OperationCounts {
  const counts = { ...NOTHING, ...some };
  return { ...counts, compute: PER - nativeCostOf(counts) };
}

/** Packets sent, each handed over and announced, with two system calls for it (our counts). */
const packets = (count: number): OperationCounts =>
  amid({ device: count, interrupt: count, syscall: 2 * count });

/** Cycles of so many nanoseconds at the 2.4 GHz of Barham's machine. */
export const barhamCycles = (ns: number): number => (ns * 24) / 10;

/** Entries that a fork sets, protects and tears down again (our count). */
const FORK = 1000;

/**
 * What papers measured, as counts of operations. But for what stands among the tenants' mixes no tenant
 * has such work: these are for comparing prices with what was published. Where a count was chosen for a figure, that figure proves nothing.
 */
export const BENCHMARKS = {
  /** Building a kernel (C29, C52): a tenant of ours has this work too. */
  kernelBuild: MIXES.kernelBuild,
  /** Forking and waiting 40,000 times: both counts are from its two times (C28: 6.1 and 17.7). */
  forkwait: amid({ syscall: 2298, pageTable: 1290 }),
  /** Nearly nothing but system calls. */
  systemCalls: { ...NOTHING, compute: 274_000, syscall: 3000 },
  /** A fork of 110 µs (C17). It also faults, which is not counted: it can but come out too cheap. */
  fork: { ...NOTHING, compute: barhamCycles(110_000) - FORK, pageTable: FORK },
  /** 897 Mb/s in packets of 1500 bytes and 602 in packets of 500, at 2.4 GHz (C12, C15). */
  bulk: packets(31),
  smallPackets: packets(62),
  /** The first of these over a virtual function of the card. */
  bulkDirect: amid({ direct: 31, interrupt: 31, syscall: 62 }),
  /** 10 Gb/s in packets of 1500 bytes by one core of 3 GHz, announced in batches (our counts). */
  tenGigabit: amid({ device: 271, interrupt: 34, syscall: 34 }),
  /** Blocks read here and there, each waited for: 10,000 native cycles a block, chosen for C44. */
  randomReads: amid({ alone: 100, interrupt: 100, syscall: 200 }),
  /** As many one after another, read ahead and announced in batches of eight. */
  sequentialReads: amid({ device: 100, interrupt: 13, syscall: 200 }),
  /** GUPS: nine tenths of its native cycles are page walks. */
  gups: { ...NOTHING, compute: 100_000, tlbMiss: (9 * 100_000) / NATIVE.tlbMiss },
  /** The same work with large pages, which miss a quarter as often (chosen for C51). */
  gupsLarge: { ...NOTHING, compute: 100_000, largeMiss: 5750 },
} as const satisfies Readonly<Record<string, OperationCounts>>;
