import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const LIKE_ALL = {
  platform: 'type1',
  blocks: 8,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 40,
  scrub: 'on-free',
} as const;

/** Three hosts of three generations: what is right on one cannot be had on another. */
export const hosts: ScenarioFile['hosts'] = [
  {
    // Its chipset can remap DMA and no interrupts; nobody ever switched that on.
    ...LIKE_ALL,
    year: 2009,
    capacity: 3_000_000,
    frames: 32,
    remaps: 'dma',
  },
  {
    // Remaps DMA, and could remap interrupts. Its card checks what functions send.
    ...LIKE_ALL,
    year: 2012,
    capacity: 3_400_000,
    frames: 32,
    remaps: 'interrupts',
    iommu: true,
    vfs: 4,
  },
  {
    // All is remapped; the spoof check of its card was switched off for a router, and for every function with it.
    ...LIKE_ALL,
    year: 2015,
    capacity: 4_200_000,
    frames: 40,
    remaps: 'interrupts',
    iommu: true,
    interruptRemapping: true,
    vfs: 6,
    spoofCheck: false,
  },
];
