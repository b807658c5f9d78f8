import { MIXES } from '../../../world/machine/workload.ts';
import { BENCHMARKS, barhamCycles } from '../benchmarks.ts';
import { costOf } from '../cost.ts';
import { NATIVE, pricesOf } from '../prices.ts';
import { hypercallCycles } from '../transition.ts';
import { above, checkOf, EPT_2015, on, over, SHADOW_2005, times, XEN_2003 } from './check.ts';

const { compute, database, pageTableHeavy } = MIXES;
const { fork, forkwait, gups, gupsLarge } = BENCHMARKS;
const X64 = on(2006);

/** Memory references of a TLB miss, by what the same miss takes natively and how many those are. */
const loads = (kind: 'tlbMiss' | 'largeMiss', native: number): number =>
  (pricesOf('hybrid', EPT_2015)[kind] * native) / NATIVE[kind];

/** C-check 4: who writes page tables, and what nested paging mends. */
export const PAGE_TABLES = checkOf(4, [
  {
    what: 'one entry written, translation',
    source: 'C27',
    tag: 'V2',
    published: '391',
    low: 391,
    high: 391,
    unit: 'cycles',
    basis: 'taken',
    model: () => pricesOf('bt', SHADOW_2005).pageTable,
  },
  {
    what: 'one entry written, shadow paging, 2005',
    source: 'C27',
    tag: 'V2',
    published: '12733',
    low: 12_733,
    high: 12_733,
    unit: 'cycles',
    basis: 'taken',
    model: () => pricesOf('hvm', SHADOW_2005).pageTable,
  },
  {
    what: 'fork and wait, translation, 2005',
    source: 'C28',
    tag: 'V2',
    published: '6.1',
    low: 5900,
    high: 6300,
    basis: 'fitted',
    model: () => times(forkwait, 'bt', SHADOW_2005),
  },
  {
    what: 'fork and wait, shadow paging, 2005',
    source: 'C28',
    tag: 'V2',
    published: '17.7',
    low: 17_200,
    high: 18_200,
    basis: 'fitted',
    model: () => times(forkwait, 'hvm', SHADOW_2005),
  },
  {
    what: 'a page fault longer, para, 2003',
    source: 'F10',
    tag: 'V',
    published: '3144',
    low: 3144,
    high: 3144,
    unit: 'cycles',
    basis: 'taken',
    model: () => 2 * hypercallCycles(2003),
  },
  {
    what: 'fork, para, 2003 (no faults counted)',
    source: 'C17',
    tag: 'V',
    published: '1.8',
    low: 1600,
    high: 1800,
    model: () => times(fork, 'para', XEN_2003),
  },
  {
    // A switch loads other page tables besides: one hypercall is the most of it, and not all.
    what: 'a hypercall in a context switch, para',
    source: 'C18',
    tag: 'V',
    published: 'part of 2880',
    low: barhamCycles(1970 - 770) / 2,
    high: barhamCycles(1970 - 770),
    unit: 'cycles',
    basis: 'derived',
    model: () => hypercallCycles(2003),
  },
  {
    what: 'many pages, para, 2006',
    source: 'C17',
    tag: 'V',
    published: 'more',
    low: 1001,
    model: () => times(pageTableHeavy, 'para', X64),
  },
  {
    what: 'many pages, translation: over para',
    source: 'C17',
    tag: 'V',
    published: 'more',
    low: over(times(pageTableHeavy, 'para', X64)),
    model: () => times(pageTableHeavy, 'bt', X64),
  },
  {
    what: 'many pages, shadow paging: over both',
    source: 'C28',
    tag: 'V2',
    published: 'more',
    low: over(times(pageTableHeavy, 'bt', X64)),
    model: () => times(pageTableHeavy, 'hvm', X64),
  },
  {
    what: 'many pages, para: over nested paging',
    source: 'C55',
    tag: 'V',
    published: 'more',
    low: over(times(pageTableHeavy, 'hvm', EPT_2015)),
    model: () => times(pageTableHeavy, 'para', EPT_2015),
  },
  {
    what: 'database, gain by nested paging, 2008',
    source: 'C49',
    tag: 'V',
    published: 'up to 48 %',
    low: 200,
    high: 480,
    unit: 'percent',
    model: () =>
      above(costOf(database, 'hybrid', on(2008)), costOf(database, 'hybrid', on(2008, true))),
  },
]);

/** C-check 9: what misses the TLB pays for two dimensions of page tables. */
export const TLB = checkOf(9, [
  {
    what: 'a miss, small pages, nested paging',
    source: 'C48',
    tag: 'V2',
    published: '4 to 24',
    low: 5,
    high: 23,
    unit: 'loads',
    model: () => loads('tlbMiss', 4),
  },
  {
    what: 'a miss, large pages in both tables',
    source: 'C48',
    tag: 'V2',
    published: '3 to 15',
    low: 4,
    high: 14,
    unit: 'loads',
    inPlay: false,
    model: () => loads('largeMiss', 3),
  },
  {
    what: 'GUPS, small pages over large',
    source: 'C51',
    tag: 'V2',
    published: '4.9',
    low: 4500,
    high: 5300,
    basis: 'fitted',
    inPlay: false,
    model: () =>
      1000 + above(costOf(gups, 'hybrid', EPT_2015), costOf(gupsLarge, 'hybrid', EPT_2015)),
  },
  {
    what: 'work of the CPU hardly notices',
    source: 'C42',
    tag: 'V',
    published: '1.01-1.03',
    low: 1000,
    high: 1030,
    model: () => times(compute, 'hybrid', EPT_2015),
  },
]);
