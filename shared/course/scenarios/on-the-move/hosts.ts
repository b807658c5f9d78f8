import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** Nobody zeroes memory by itself here: that, too, is left to whoever has time. */
const HOST = {
  platform: 'type1',
  frames: 28,
  blocks: 8,
  virtualisationExtension: true,
  nestedPaging: true,
  scrub: 'never',
  sandbox: true,
} as const;

/** Three that are due for maintenance, and two that were installed after it: all on one management network. */
export const hosts: ScenarioFile['hosts'] = [
  { ...HOST, year: 2015, capacity: 2_400_000, build: 40 },
  { ...HOST, year: 2015, capacity: 2_400_000, build: 40 },
  { ...HOST, year: 2015, capacity: 2_400_000, build: 40 },
  { ...HOST, year: 2020, capacity: 3_400_000, build: 50 },
  { ...HOST, year: 2020, capacity: 3_400_000, build: 50 },
];
