import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/**
 * As Xen comes: what a VM leaves that goes is zeroed, what a balloon takes from a live one is not (`scrub-domheap` is
 * off). All but H2 and H3 flush the L1 at VM entry, or have a CPU without L1TF.
 */
const LIKE_ALL = {
  platform: 'type1',
  blocks: 10,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 40,
  scrub: 'on-death',
  counters: true,
} as const;

/** One for whoever comes, one that is nearly the bank's alone, one the hospital's, and a new one that is mixed. */
export const hosts: ScenarioFile['hosts'] = [
  { ...LIKE_ALL, year: 2017, capacity: 3_000_000, frames: 40, l1Flush: true },
  { ...LIKE_ALL, year: 2015, capacity: 2_900_000, frames: 40, dedup: true },
  { ...LIKE_ALL, year: 2015, capacity: 2_900_000, frames: 40, dedup: true },
  { ...LIKE_ALL, year: 2021, capacity: 2_900_000, frames: 40 },
];
