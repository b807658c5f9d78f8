import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** One that is old and that most take, one with a sample key in it, and one that was saved after it had booted. */
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
  {
    // Somebody set it up, tried it, and saved it as it ran.
    name: 'test-bench',
    os: 'open',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic'],
    seeded: true,
  },
];
