import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const HOST = {
  platform: 'type1',
  year: 2019,
  capacity: 3_200_000,
  frames: 40,
  blocks: 8,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 60,
  scrub: 'on-free',
  sandbox: true,
} as const;

/** Four hosts of one build: nobody breaks out of a VM here. */
export const hosts: ScenarioFile['hosts'] = [HOST, HOST, HOST, HOST];

/**
 * Two datastores, of which the one has had the street’s zone on its access list since a migration, and the library of images, to
 * which tenants uploaded images of their own until last year.
 */
export const stores: ScenarioFile['stores'] = [
  { hosts: [1, 2], reachedFrom: ['desktop'] },
  { hosts: [3, 4], reachedFrom: ['desktop'] },
  { hosts: [], reachedFrom: ['dmz', 'desktop'], library: true },
];
