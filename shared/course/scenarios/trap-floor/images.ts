import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const OPEN = { os: 'open', container: false, kernel: 20, devices: ['disk', 'nic'] } as const;

/** What VMs are made from: open kernels of both word sizes, and old machines with their old devices. */
export const images: ScenarioFile['images'] = [
  { ...OPEN, name: 'web-2003', wordSize: 32, service: 14, devices: ['disk', 'nic'] },
  { ...OPEN, name: 'web-2015', wordSize: 64, service: 14, devices: ['disk', 'nic'] },
  { ...OPEN, name: 'db-2015', wordSize: 64, service: 14, devices: ['disk', 'nic'] },
  {
    name: 'desktop',
    os: 'closed',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic', 'xhci'],
  },
  {
    // Its machine type has a floppy controller whether wanted or not.
    name: 'legacy-closed',
    os: 'closed',
    container: false,
    kernel: 20,
    service: 14,
    legacyOnly: true,
    devices: ['disk', 'nic', 'floppy'],
  },
  {
    name: 'test-bench',
    os: 'open',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic', 'floppy', 'xhci'],
  },
];
