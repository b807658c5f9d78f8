import { MIXES } from '../../../world/machine/workload.ts';
import { DEFAULT_PACE } from '../../../world/pace.ts';
import { limited, shareOf } from '../../sharing.ts';
import { scrubTax } from '../../work.ts';
import { BENCHMARKS } from '../benchmarks.ts';
import { nativeCostOf } from '../cost.ts';
import { iommuCost, l1FlushCost, withoutSmt } from '../taxes.ts';
import { above, checkOf, EPT_2015 } from './check.ts';

const { server } = MIXES;
const { smallPackets, tenGigabit } = BENCHMARKS;

/** Guests of one image beside each other, the frames of each, and those with pages of their image. */
const ALIKE = { guests: 3, frames: 6, merged: 2 } as const;

/** A host of 1000, a guest that wants 300 of it, and a neighbour who takes all that there is. */
const HOST = 1000;
const WANTED = 300;
const HOSTILE = 10_000;

/** Permille of what it wants that a guest does not get beside a neighbour who can use so much. */
const lostBeside = (neighbour: number): number =>
  1000 - Math.trunc((shareOf(WANTED, WANTED + neighbour, HOST) * 1000) / WANTED);

/** Permille of its work that a host loses with one thread a core, at a load in permille. */
const lostWithoutSmt = (load: number): number =>
  1000 - Math.trunc((shareOf(load, load, withoutSmt(HOST)) * 1000) / load);

/** Permille of its native cost that work takes longer by so many cycles. */
const longer = (mix: typeof server | typeof tenGigabit, cycles: number): number =>
  above(nativeCostOf(mix) + cycles, nativeCostOf(mix));

/** C-checks 12 and 13: what a neighbour can take, and what safety costs. */
export const SECURITY = [
  ...checkOf(12, [
    {
      what: 'CPU lost to a neighbour limited to 10 %',
      source: 'C19',
      tag: 'V',
      published: '2-4 %',
      low: 0,
      high: 50,
      unit: 'percent',
      inPlay: false,
      model: () => lostBeside(limited(HOSTILE, HOST, 100)),
    },
    {
      what: 'CPU lost to a neighbour without a limit',
      source: 'C19',
      tag: 'V',
      published: 'anything',
      low: 500,
      high: 1000,
      unit: 'percent',
      model: () => lostBeside(HOSTILE),
    },
  ]),
  ...checkOf(13, [
    {
      what: 'scrub on free',
      source: 'C56',
      tag: 'V',
      published: '3-5 %',
      low: 30,
      high: 50,
      unit: 'percent',
      basis: 'taken',
      model: () => scrubTax('on-free', DEFAULT_PACE),
    },
    {
      what: 'scrub on allocate',
      source: 'C56',
      tag: 'V',
      published: 'about 1 %',
      low: 5,
      high: 15,
      unit: 'percent',
      basis: 'taken',
      model: () => scrubTax('on-allocate', DEFAULT_PACE),
    },
    {
      what: 'memory lost without page sharing',
      source: 'C57',
      tag: 'V2',
      published: '7-33 %',
      low: 70,
      high: 330,
      unit: 'percent',
      // Alike guests’ frames that merging frees, whoever was there first keeping theirs (rule M12).
      model: () =>
        Math.trunc((ALIKE.merged * (ALIKE.guests - 1) * 1000) / (ALIKE.frames * ALIKE.guests)),
    },
    {
      what: 'one thread a core, full host',
      source: 'F4',
      tag: 'V',
      published: 'up to 30 %',
      low: 1,
      high: 300,
      unit: 'percent',
      basis: 'taken',
      model: () => lostWithoutSmt(HOST),
    },
    {
      what: 'one thread a core, host half idle',
      source: 'C58',
      tag: 'V',
      published: 'near 0',
      low: 0,
      high: 10,
      unit: 'percent',
      basis: 'derived',
      model: () => lostWithoutSmt(HOST / 2),
    },
    {
      what: 'L1 flush, server, hybrid, 2015',
      source: 'L1TF',
      tag: 'V',
      published: '1-50 %',
      low: 10,
      high: 500,
      unit: 'percent',
      model: () => longer(server, l1FlushCost(server, 'hybrid', EPT_2015)),
    },
    {
      what: 'L1 flush, packets of 500 bytes, HVM',
      source: 'L1TF',
      tag: 'V',
      published: '1-50 %',
      low: 10,
      high: 500,
      unit: 'percent',
      model: () => longer(smallPackets, l1FlushCost(smallPackets, 'hvm', EPT_2015)),
    },
    {
      what: 'IOMMU, deferred, a server: small',
      source: 'none',
      tag: 'K',
      published: 'small',
      low: 1,
      high: 50,
      unit: 'percent',
      basis: 'derived',
      model: () => longer(server, iommuCost(server, 'deferred')),
    },
    {
      what: 'IOMMU, deferred, 10 Gb/s: not small',
      source: 'F7',
      tag: 'V2',
      published: '10 %',
      low: 90,
      high: 110,
      unit: 'percent',
      basis: 'fitted',
      inPlay: false,
      model: () => longer(tenGigabit, iommuCost(tenGigabit, 'deferred')),
    },
    {
      what: 'IOMMU, strict, 10 Gb/s',
      source: 'F7',
      tag: 'V2',
      published: '130 %',
      low: 1270,
      high: 1380,
      unit: 'percent',
      basis: 'fitted',
      inPlay: false,
      model: () => longer(tenGigabit, iommuCost(tenGigabit, 'strict')),
    },
  ]),
];
