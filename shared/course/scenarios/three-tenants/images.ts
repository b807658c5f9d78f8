import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** What VMs are made from: three current, two closed, one stale, one for containers. */
export const images: ScenarioFile['images'] = [
  {
    name: 'web-2015',
    os: 'open',
    container: false,
    kernel: 20,
    service: 12,
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
    kernel: 18,
    service: 14,
    devices: ['disk', 'nic', 'xhci'],
  },
  {
    name: 'open-desktop',
    os: 'open',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic', 'xhci'],
  },
  {
    name: 'legacy-closed',
    os: 'closed',
    container: false,
    kernel: 18,
    service: 14,
    devices: ['disk', 'nic'],
  },
  {
    name: 'test-bench',
    os: 'open',
    container: false,
    kernel: 16,
    service: 8,
    devices: ['disk', 'nic', 'xhci'],
  },
  {
    name: 'container-api',
    os: 'open',
    container: true,
    kernel: 55,
    service: 12,
    devices: ['disk', 'nic'],
  },
];
