import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** All alike and up to date: what is old here is in the images. */
const HOST = {
  platform: 'type1',
  year: 2015,
  capacity: 2_600_000,
  frames: 32,
  blocks: 8,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 60,
  scrub: 'on-free',
  sandbox: true,
} as const;

export const hosts: ScenarioFile['hosts'] = [HOST, HOST, HOST, HOST];
