import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** A server of one role: one OS has it to itself, and most of it lies idle. */
const BOX = {
  platform: 'native',
  capacity: 2_400_000,
  frames: 12,
  blocks: 2,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 40,
  scrub: 'never',
} as const;

/**
 * Two hosts that make a pool, the second of which promises more memory than it has. What a VM leaves that goes
 * is zeroed; what a balloon takes from a live one is not (Xen without `scrub-domheap`).
 */
const POOLED = {
  platform: 'type1',
  virtualisationExtension: true,
  nestedPaging: true,
  build: 40,
  scrub: 'on-death',
  blocks: 18,
} as const;

export const hosts: ScenarioFile['hosts'] = [
  { ...BOX, year: 2012 },
  { ...BOX, year: 2012 },
  { ...BOX, year: 2013 },
  { ...POOLED, year: 2015, capacity: 4_200_000, frames: 36, counters: true },
  { ...POOLED, year: 2017, capacity: 4_400_000, frames: 36, overcommit: true },
];
