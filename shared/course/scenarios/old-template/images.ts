import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** One that is old and that everybody takes, and one that is neither; in this a sample key lies, as documentation has it. */
export const images: ScenarioFile['images'] = [
  {
    name: 'web-2015',
    os: 'open',
    container: false,
    kernel: 20,
    service: 9,
    devices: ['disk', 'nic'],
  },
  {
    name: 'db-2015',
    os: 'open',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic'],
    sampleKey: true,
  },
];
