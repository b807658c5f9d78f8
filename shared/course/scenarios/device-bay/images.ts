import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const COMMON = { container: false, kernel: 20, service: 14 } as const;

/** What VMs are made from: systems of today, desktops with a screen, and an old one with an old card. */
export const images: ScenarioFile['images'] = [
  { ...COMMON, name: 'web-2015', wordSize: 64, os: 'open', devices: ['disk', 'nic'] },
  { ...COMMON, name: 'db-2015', wordSize: 64, os: 'open', devices: ['disk', 'nic'] },
  {
    // Drawn in three dimensions; its system has drivers for rings, where somebody gives it a ring.
    ...COMMON,
    name: 'design-desktop',
    wordSize: 64,
    os: 'closed',
    devices: ['disk', 'nic', 'svga'],
    accel3d: true,
  },
  {
    // It knows the machine and the cards that it was made for, and no others.
    ...COMMON,
    name: 'legacy-closed',
    os: 'closed',
    legacyOnly: true,
    devices: ['disk', 'nic', 'floppy'],
    nic: 'pcnet',
  },
  {
    // A screen that nobody looks at.
    ...COMMON,
    name: 'test-bench',
    os: 'open',
    devices: ['disk', 'nic', 'svga'],
    nic: 'pcnet',
  },
];
