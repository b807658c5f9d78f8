import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const HOST = {
  platform: 'type1',
  year: 2019,
  capacity: 3_400_000,
  frames: 32,
  blocks: 12,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 50,
  scrub: 'never',
  sandbox: true,
} as const;

/** Four hosts of one build: nobody breaks out of a VM here. */
export const hosts: ScenarioFile['hosts'] = [
  HOST,
  HOST,
  HOST,
  // Its SLP service has answered the street’s zone since it was installed.
  { ...HOST, services: ['slp'], managedFrom: ['dmz'] },
];

/**
 * Two datastores. The access list of the one has let the street’s zone in since a migration, that of the other the desks of the
 * administrators.
 */
export const stores: ScenarioFile['stores'] = [
  { hosts: [1, 2], reachedFrom: ['dmz', 'desktop'] },
  { hosts: [3, 4], reachedFrom: ['desktop'] },
];

/** A backup server that nobody has patched, with copies in plain text that can be deleted. */
export const repositories: ScenarioFile['repositories'] = [{ build: 20, reachedFrom: ['dmz'] }];
