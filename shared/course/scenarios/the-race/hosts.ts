import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** Nothing is left behind in memory or on disk here: this is about what work costs. */
const CLEAN = { scrub: 'on-free', wipe: 'on-delete', build: 44, sandbox: true } as const;

/** Three generations of hardware and a container host: each technique is right on one of them. */
export const hosts: ScenarioFile['hosts'] = [
  {
    platform: 'type1',
    year: 2003,
    capacity: 1_200_000,
    frames: 28,
    blocks: 10,
    virtualisationExtension: false,
    nestedPaging: false,
    ...CLEAN,
  },
  {
    platform: 'type1',
    year: 2006,
    capacity: 1_500_000,
    frames: 28,
    blocks: 10,
    virtualisationExtension: true,
    nestedPaging: false,
    ...CLEAN,
  },
  {
    platform: 'type1',
    year: 2015,
    capacity: 3_000_000,
    frames: 40,
    blocks: 14,
    virtualisationExtension: true,
    nestedPaging: true,
    ...CLEAN,
  },
  {
    platform: 'container',
    year: 2015,
    capacity: 1_200_000,
    frames: 24,
    blocks: 8,
    virtualisationExtension: true,
    nestedPaging: true,
    ...CLEAN,
    seccomp: true,
  },
];
