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
 * The same by a CPU without the command for it: the hypervisor loads 64 kB, 1,024 lines, which take the
 * place of all that is there (our figure). Source: KVM's `vmx_l1d_flush` does so without the microcode.
 */
export const L1_DISPLACED = 3 * L1_FLUSH;

/** Cycles of one flush on that host. */
export const flushCycles = ({ microcode = true }: Pick<CostTraits, 'microcode'>): number =>
  microcode ? L1_FLUSH : L1_DISPLACED;

/**
 * Cycles that the flush against L1TF costs a guest in a million native cycles: each time it is entered
 * again. What makes no VM exits is never entered. Source: the kernel's l1tf.rst, unconditional flush.
 */
export const l1FlushCost = (
  mix: OperationCounts,
  technique: Technique,
  host: CostTraits,
): number =>
  wayOutOf(technique) === 'exits' ? exitsOf(mix, technique, host) * flushCycles(host) : 0;

/** Cycles of a load that finds its line in no cache (our figure, of the order of a DRAM access). */
export const DRAM = 200;

/**
 * Cycles that a part of the last-level cache costs a guest in a million native cycles, where it had all
 * of it before: each TLB miss is of a page that was not used for a while, and one more of its lines has to
 * come from memory (our figure; no published one is known to us).
 */
export const cachePartCost = (mix: OperationCounts): number => mix.tlbMiss * DRAM;

/**
 * Cycles that a TLB miss costs more where memory is encrypted: who owns the page is looked up as well, and
 * the lines that are then loaded are decrypted on their way (our figure). It is chosen so that a guest’s
 * computing is slowed down by 2 to 8 percent (F8 [V2] of the facts: SEV-SNP over a normal VM).
 */
export const DECRYPT = 320;

/** Cycles that memory encryption costs a guest in a million native cycles: at each TLB miss. */
export const memoryKeyCost = (mix: OperationCounts): number => mix.tlbMiss * DECRYPT;

/**
 * Cycles of mapping a buffer for a device's DMA and of taking the mapping back: `strict` waits until
 * the IOMMU has forgotten it, `deferred` lets many come together. Both were chosen so that a core that
 * can just fill a link of 10 Gb/s fills 43 and 91 percent of it (F7 [V2]).
 */
export const MAPPING = { strict: 4891, deferred: 365 } as const;

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
