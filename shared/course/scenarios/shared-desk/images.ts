import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const OPEN = { os: 'open', container: false, wordSize: 64, kernel: 20, service: 14 } as const;

/** Desktops, servers and containers of the workshop, all up to date inside. */
export const images: ScenarioFile['images'] = [
  { ...OPEN, name: 'web-2015', devices: ['disk', 'nic'] },
  { ...OPEN, name: 'db-2015', devices: ['disk', 'nic'] },
  { ...OPEN, name: 'open-desktop', devices: ['disk', 'nic', 'xhci'] },
  { ...OPEN, name: 'test-bench', devices: ['disk', 'nic', 'xhci'] },
  { ...OPEN, name: 'container-api', container: true, devices: ['disk', 'nic'] },
];
