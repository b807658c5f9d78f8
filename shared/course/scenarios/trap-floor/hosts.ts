import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const SIZE = { frames: 40, blocks: 12 } as const;

/** Three generations: each leaves its guests in another way, and is attacked in another. */
export const hosts: ScenarioFile['hosts'] = [
  {
    // VT-x, and no nested paging yet: every write to a page table is an exit, every old device a model.
    platform: 'type1',
    year: 2006,
    capacity: 3_600_000,
    ...SIZE,
    virtualisationExtension: true,
    nestedPaging: false,
    build: 40,
    scrub: 'on-free',
    sandbox: false,
  },
  {
    // 32 bits and no VT-x: ported kernels in ring 1, and one that is translated.
    platform: 'type1',
    year: 2003,
    capacity: 2_600_000,
    ...SIZE,
    virtualisationExtension: false,
    nestedPaging: false,
    build: 38,
    scrub: 'on-free',
  },
  {
    // 64 bits and nested paging; some of its guests are ported all the same, and some nest.
    platform: 'type1',
    year: 2015,
    capacity: 3_400_000,
    ...SIZE,
    virtualisationExtension: true,
    nestedPaging: true,
    build: 40,
    scrub: 'on-free',
    vendor: 'amd',
    nested: true,
  },
];
