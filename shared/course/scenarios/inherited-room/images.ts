import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** What VMs are made from: two current, one closed and old, one for tests, one of another CPU. */
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
  },
  {
    name: 'desktop',
    os: 'closed',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic', 'xhci'],
  },
  {
    // Its machine type has a floppy controller whether wanted or not, and its service runs as root.
    name: 'legacy-closed',
    os: 'closed',
    container: false,
    kernel: 18,
    service: 8,
    runsAs: 'root',
    legacyOnly: true,
    devices: ['disk', 'nic', 'floppy'],
  },
  {
    name: 'test-bench',
    os: 'open',
    container: false,
    kernel: 16,
    service: 8,
    devices: ['disk', 'nic', 'floppy', 'xhci'],
  },
  {
    name: 'arm-appliance',
    cpu: 'foreign',
    os: 'closed',
    container: false,
    kernel: 18,
    service: 14,
    devices: ['disk', 'nic'],
  },
];
