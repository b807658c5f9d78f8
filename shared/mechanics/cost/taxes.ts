import type { Technique } from '../../world/machine/vm.ts';
import type { OperationCounts } from '../../world/machine/workload.ts';
import { wayOutOf } from '../processor/way-out.ts';
import { exitsOf } from './cost.ts';
import type { CostTraits } from './prices.ts';

/**
 * Cycles that emptying the first-level data cache before each VM entry takes, its being filled again
 * included (our figure: a few for each of its 512 lines).
 */
export const L1_FLUSH = 3000;

/**
 * Cycles that the flush against L1TF costs a guest in a million native cycles: each time it is entered
 * again. What makes no VM exits is never entered. Source: the kernel's l1tf.rst, unconditional flush.
 */
export const l1FlushCost = (
  mix: OperationCounts,
  technique: Technique,
  host: CostTraits,
): number => (wayOutOf(technique) === 'exits' ? exitsOf(mix, technique, host) * L1_FLUSH : 0);

/** Cycles of a load that finds its line in no cache (our figure, of the order of a DRAM access). */
export const DRAM = 200;

/**
 * Cycles that a part of the last-level cache costs a guest in a million native cycles, where it had all
 * of it before: each TLB miss is of a page that was not used for a while, and one more of its lines has to
 * come from memory (our figure; no published one is known to us).
 */
export const cachePartCost = (mix: OperationCounts): number => mix.tlbMiss * DRAM;

/**
 * Cycles of mapping a buffer for a device's DMA and of taking the mapping back: `strict` waits until
 * the IOMMU has forgotten it, `deferred` lets many come together. Both were chosen so that a core that
 * can just fill a link of 10 Gb/s fills 43 and 91 percent of it (F7 [V2]).
 */
const MAPPING = { strict: 4891, deferred: 365 } as const;

/**
 * Cycles that an IOMMU costs the host in a million native cycles of a guest: its driver maps a buffer
 * for each packet or block. A device that is the guest's own has its memory mapped once.
 */
export const iommuCost = (mix: OperationCounts, mode: keyof typeof MAPPING): number =>
  (mix.device + mix.alone) * MAPPING[mode];

/** Permille of a host's capacity that is left with one thread a core (F4 [V]: down to about 70 %). */
const ONE_THREAD = 700;

/** What a host's cores can do with one thread each, in the unit of its capacity. */
export const withoutSmt = (capacity: number): number => Math.trunc((capacity * ONE_THREAD) / 1000);
