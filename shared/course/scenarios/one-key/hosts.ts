import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const LIKE_ALL = {
  frames: 36,
  blocks: 10,
  virtualisationExtension: true,
  nestedPaging: true,
  scrub: 'on-free',
} as const;

/** What the nightly job logs in with: it came with the host profile that both hosts were made from. */
const AUTOMATION = 1;

/** Four hosts: two that one credential opens, one that is reached from them, and one by itself. */
export const hosts: ScenarioFile['hosts'] = [
  {
    // The oldest, with ported guests: the door that is easiest to break.
    ...LIKE_ALL,
    platform: 'type1',
    year: 2010,
    capacity: 3_000_000,
    build: 38,
    credential: AUTOMATION,
  },
  {
    // The newest and the best kept, with the heaviest data: nothing about it is broken but its key.
    ...LIKE_ALL,
    platform: 'type1',
    year: 2023,
    capacity: 4_600_000,
    build: 44,
    credential: AUTOMATION,
    tpm: true,
    memoryEncryption: true,
  },
  {
    // Set up by another team, with a password of its own; on the same management network.
    ...LIKE_ALL,
    platform: 'container',
    year: 2015,
    capacity: 3_400_000,
    build: 50,
    tpm: true,
  },
  {
    // Old machine types over a device model that nothing confines; its management network is its own.
    ...LIKE_ALL,
    platform: 'type1',
    year: 2016,
    capacity: 3_400_000,
    build: 40,
    sandbox: false,
    management: 2,
    tpm: true,
  },
];
