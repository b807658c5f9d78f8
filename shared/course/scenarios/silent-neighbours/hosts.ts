import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const LIKE_ALL = {
  blocks: 8,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 40,
  scrub: 'on-free',
} as const;

/** Four hosts of four years: what neighbours can learn of each other differs with each. */
export const hosts: ScenarioFile['hosts'] = [
  {
    // As Linux comes: the L1 is flushed at entry, and the sibling thread is left on. It is nearly full.
    platform: 'type1',
    year: 2015,
    capacity: 2_600_000,
    frames: 30,
    ...LIKE_ALL,
    smt: true,
    l1Flush: true,
    dedup: true,
    counters: true,
  },
  {
    // Before nested paging, which spares it L1TF; its memory has no ECC, and some of its rows flip.
    platform: 'type1',
    year: 2008,
    capacity: 2_800_000,
    frames: 30,
    ...LIKE_ALL,
    nestedPaging: false,
    dedup: true,
    rowGuard: false,
    weakFrames: [6, 13, 22],
  },
  {
    // SMT was switched off when L1TF came out, and the flush was forgotten, and its microcode with it.
    platform: 'type1',
    year: 2012,
    microcode: false,
    capacity: 2_600_000,
    smtCapacity: 3_714_286,
    frames: 24,
    ...LIKE_ALL,
  },
  {
    // New: the flaw of the L1 is mended in its CPU.
    platform: 'type1',
    year: 2021,
    capacity: 4_600_000,
    frames: 36,
    ...LIKE_ALL,
    smt: true,
    l1Flush: true,
  },
];
