import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const OPEN = {
  os: 'open',
  container: false,
  wordSize: 64,
  kernel: 20,
  service: 14,
} as const;

/** What VMs are made from. */
export const images: ScenarioFile['images'] = [
  { ...OPEN, name: 'web-2015', devices: ['disk', 'nic'] },
  { ...OPEN, name: 'db-2015', devices: ['disk', 'nic'] },
  { ...OPEN, name: 'container-api', container: true, devices: ['disk', 'nic'] },
  {
    // Nobody has looked after it: its web server has a hole that everyone knows of, and runs as root.
    ...OPEN,
    name: 'test-bench',
    service: 10,
    runsAs: 'root',
    devices: ['disk', 'nic', 'floppy'],
  },
  {
    name: 'legacy-closed',
    os: 'closed',
    container: false,
    kernel: 20,
    service: 14,
    legacyOnly: true,
    devices: ['disk', 'nic', 'floppy'],
  },
];
