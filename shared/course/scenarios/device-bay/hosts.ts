import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const OF_2015 = {
  platform: 'type1',
  year: 2015,
  blocks: 12,
  virtualisationExtension: true,
  nestedPaging: true,
  scrub: 'on-free',
} as const;

/** Two that are due for maintenance, and one that was installed last week. */
export const hosts: ScenarioFile['hosts'] = [
  // The machine room: nothing confines its device models, and nothing caps what they log.
  { ...OF_2015, frames: 28, capacity: 2_000_000, build: 40, sandbox: false, logCap: false },
  // The desktops: likewise, and a little younger.
  { ...OF_2015, frames: 28, capacity: 2_600_000, build: 42, sandbox: false },
  // Its build has fixes in it that nobody has told of yet.
  { ...OF_2015, frames: 40, capacity: 3_200_000, build: 47, sandbox: true },
];
