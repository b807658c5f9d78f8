import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { MEDIUM } from './guests.ts';

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  {
    kind: 'wants-vm',
    at: [8, 12],
    tenant: 'bank',
    plan: {
      workload: 'analytics',
      zone: 'app',
      asset: 'ledger',
      image: 'web-2015',
      ...MEDIUM,
      demand: 200_000,
    },
  },
  // A driver that looks for what it has: lawful, and told all the same.
  { kind: 'probes-device', at: [30, 40], vm: 2, device: 'floppy' },
  { kind: 'advisory', at: [26, 34], flaw: 'venom' },
  { kind: 'probes-device', at: [110, 120], vm: 4, device: 'xhci' },
  { kind: 'advisory', at: [80, 88], flaw: 'superpage' },
  { kind: 'advisory', at: [138, 146], flaw: 'memory-exchange' },
  { kind: 'probes-device', at: [180, 190], vm: 8, device: 'floppy' },
  // A CI runner starts its own VMs, as every day.
  { kind: 'runs-nested', at: [60, 70], vm: 13 },
  { kind: 'advisory', at: [172, 180], flaw: 'nested-vmcb' },
  { kind: 'advisory', at: [206, 214], flaw: 'pte-fastpath' },
  { kind: 'probes-device', at: [240, 250], vm: 12, device: 'xhci' },
  { kind: 'advisory', at: [276, 284], flaw: 'xhci-uaf' },
  { kind: 'advisory', at: [300, 308], flaw: 'exception-loop' },
];

/** What tenants ask for as the match goes on. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'hospital',
    plan: {
      workload: 'lab-analyser',
      zone: 'desktop',
      asset: 'scans',
      image: 'legacy-closed',
      ...MEDIUM,
      demand: 200_000,
    },
  },
  {
    tenant: 'bank',
    plan: {
      workload: 'analytics',
      zone: 'app',
      asset: 'ledger',
      image: 'db-2015',
      ...MEDIUM,
      demand: 220_000,
    },
  },
  {
    tenant: 'shop',
    plan: {
      workload: 'search',
      zone: 'app',
      asset: 'catalogue',
      image: 'web-2003',
      ...MEDIUM,
      demand: 180_000,
    },
  },
];
