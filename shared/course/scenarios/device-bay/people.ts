import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { SMALL } from './guests.ts';

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  { kind: 'advisory', at: [22, 28], flaw: 'pcnet-loopback' },
  // A driver that tests its card, and one that looks for its screen: lawful, and told all the same.
  { kind: 'probes-device', at: [34, 42], vm: 2, device: 'nic' },
  { kind: 'advisory', at: [38, 44], flaw: 'rtl8139-offload' },
  { kind: 'advisory', at: [50, 56], flaw: 'svga-shader' },
  { kind: 'advisory', at: [68, 74], flaw: 'svga-blit' },
  { kind: 'probes-device', at: [84, 92], vm: 5, device: 'svga' },
  { kind: 'advisory', at: [104, 110], flaw: 'vhost-log' },
  // One advisory tells of both, and has no live patch for either.
  { kind: 'advisory', at: [140, 140], flaw: 'vmx-toctou' },
  { kind: 'advisory', at: [140, 140], flaw: 'vmx-write' },
];

/** What tenants ask for as the match goes on. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'hospital',
    plan: {
      workload: 'door-control',
      zone: 'desktop',
      asset: 'scans',
      image: 'legacy-closed',
      ...SMALL,
      demand: 180_000,
    },
  },
  {
    tenant: 'bank',
    plan: {
      workload: 'analytics',
      zone: 'app',
      asset: 'ledger',
      image: 'web-2015',
      ...SMALL,
      demand: 200_000,
    },
  },
  {
    tenant: 'shop',
    plan: {
      workload: 'design-desktop',
      zone: 'desktop',
      asset: 'catalogue',
      image: 'design-desktop',
      ...SMALL,
      demand: 220_000,
    },
  },
];
