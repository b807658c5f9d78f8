import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** What VMs are made from: what each can be run by follows from its kernel, its drivers, its CPU. */
export const images: ScenarioFile['images'] = [
  {
    name: 'web-2015',
    os: 'open',
    container: false,
    kernel: 20,
    service: 14,
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
    // Its kernel cannot be ported, and its work needs a USB controller.
    name: 'desktop',
    os: 'closed',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic', 'xhci'],
  },
  {
    // Its kernel can be ported, and then its USB controller is gone: cheap is not the same as right.
    name: 'open-desktop',
    os: 'open',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic', 'xhci'],
  },
  {
    // Closed, and with drivers for an old machine only: neither ported nor with paravirtual drivers.
    name: 'legacy-closed',
    os: 'closed',
    container: false,
    kernel: 20,
    service: 14,
    legacyOnly: true,
    devices: ['disk', 'nic', 'floppy'],
  },
  {
    name: 'container-api',
    os: 'open',
    container: true,
    kernel: 55,
    service: 14,
    devices: ['disk', 'nic'],
  },
  {
    name: 'arm-appliance',
    cpu: 'foreign',
    os: 'closed',
    container: false,
    kernel: 20,
    service: 14,
    devices: ['disk', 'nic'],
  },
];
