import type { OperationCounts } from '../../../world/machine/workload.ts';
import { MIXES } from '../../../world/machine/workload.ts';
import { BENCHMARKS } from '../benchmarks.ts';
import { costOf } from '../cost.ts';
import { answeredExit, kick } from '../handling.ts';
import {
  above,
  checkOf,
  EPT_2015,
  on,
  over,
  ran,
  SHADOW_2005,
  times,
  vmExits,
  XEN_2003,
} from './check.ts';

const { compute, database, server } = MIXES;
const { kernelBuild } = BENCHMARKS;
const NESTED = { ...EPT_2015, nested: true };
const DUNDEE = on(2014, true);

/** By how many permille a guest of a guest is dearer than a guest. */
const nesting = (mix: OperationCounts): number =>
  above(costOf(mix, 'hybrid', NESTED), costOf(mix, 'hybrid', EPT_2015));

/** By how many permille of a hybrid's cost para's is above it, in 2014: Xen's own comparison. */
const paraOverHybrid = (mix: OperationCounts): number =>
  1000 + above(costOf(mix, 'para', DUNDEE), costOf(mix, 'hybrid', DUNDEE));

/** C-checks 10, 11 and 14: containers, guests of guests, and the lecture's order of techniques. */
export const PLATFORMS_CHECKED = [
  ...checkOf(10, [
    {
      what: 'container, work of the CPU',
      source: 'C40',
      tag: 'V',
      published: '1.00',
      low: 1000,
      high: 1040,
      ...ran(compute, 'container', EPT_2015, 'Linpack'),
    },
    {
      what: 'container, a server',
      source: 'C46',
      tag: 'V',
      published: 'up to 1.04',
      low: 1000,
      high: 1040,
      model: () => times(server, 'container', EPT_2015),
    },
    {
      what: 'VM exits of that server',
      source: 'A2',
      tag: 'V',
      published: 'none',
      low: 0,
      high: 0,
      unit: 'exits',
      basis: 'taken',
      model: () => vmExits(server, 'container', EPT_2015),
    },
  ]),
  ...checkOf(11, [
    {
      what: 'a kernel build, over one level',
      source: 'C52',
      tag: 'V2',
      published: '14.5 %',
      low: 60,
      high: 150,
      unit: 'percent',
      basis: 'fitted',
      inPlay: false,
      model: () => nesting(kernelBuild),
    },
    {
      what: 'work of the CPU (beside SPECjbb)',
      source: 'C52',
      tag: 'V2',
      published: '7.8 %',
      low: 1,
      high: 150,
      unit: 'percent',
      inPlay: false,
      model: () => nesting(compute),
    },
    {
      what: 'CPUID of a guest of a guest',
      source: 'F9',
      tag: 'V2',
      published: 'about 58000',
      low: 58_000,
      high: 58_000,
      unit: 'cycles',
      basis: 'taken',
      inPlay: false,
      model: () => answeredExit(2015, true),
    },
    {
      what: 'telling its paravirtual device',
      source: 'F9',
      tag: 'V2',
      published: '48390',
      low: 48_390,
      high: 48_390,
      unit: 'cycles',
      basis: 'taken',
      inPlay: false,
      model: () => kick(2015, true),
    },
  ]),
  ...checkOf(14, [
    {
      what: 'server, para, 2003 (beside SPECweb)',
      source: 'C10',
      tag: 'V',
      published: '1.01',
      low: 1001,
      high: 1060,
      ...ran(server, 'para', XEN_2003, 'SPECweb99'),
    },
    {
      what: 'database, para, 2003',
      source: 'C7',
      tag: 'V',
      published: '1.05-1.09',
      low: 1020,
      high: 1120,
      ...ran(database, 'para', XEN_2003, 'OSDB'),
    },
    {
      what: 'server, translation, 2003: over para',
      source: 'C11',
      tag: 'V',
      published: '3.5',
      low: over(times(server, 'para', XEN_2003)),
      model: () => times(server, 'bt', XEN_2003),
    },
    {
      what: 'server, emulation, 2003: last',
      source: 'C54',
      tag: 'V',
      published: '4 x 2',
      low: over(times(server, 'bt', XEN_2003)),
      model: () => times(server, 'emulation', XEN_2003),
    },
    {
      what: 'server, HVM, 2005',
      source: 'C31',
      tag: 'V2',
      published: '1.5-2.6',
      low: 1500,
      high: 2600,
      ...ran(server, 'hvm', SHADOW_2005, 'Apache'),
    },
    {
      what: 'server, hybrid, 2015',
      source: 'C40',
      tag: 'V',
      published: '1.02',
      low: 1001,
      high: 1060,
      model: () => times(server, 'hybrid', EPT_2015),
    },
    {
      what: 'server, para over hybrid, 2014',
      source: 'C55',
      tag: 'V',
      published: '1.04-1.41',
      low: 1040,
      high: 1410,
      model: () => paraOverHybrid(server),
    },
    {
      what: 'kernel build, para over hybrid, 2014',
      source: 'C55',
      tag: 'V',
      published: '1.16',
      low: 1040,
      high: 1410,
      basis: 'derived',
      model: () => paraOverHybrid(kernelBuild),
    },
  ]),
];
