import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { MEDIUM } from './guests.ts';

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  {
    kind: 'wants-vm',
    at: [6, 8],
    tenant: 'hospital',
    plan: {
      workload: 'door-control',
      zone: 'desktop',
      asset: 'appointments',
      image: 'arm-appliance',
      ...MEDIUM,
      demand: 20_000,
    },
  },
  { kind: 'probes-device', at: [40, 48], vm: 8, device: 'floppy' },
  { kind: 'advisory', at: [96, 104], flaw: 'venom' },
  { kind: 'balances', at: [128, 138], vm: 3, host: 3 },
  { kind: 'renews-lease', at: [150, 160], vm: 11 },
  { kind: 'advisory', at: [196, 204], flaw: 'superpage' },
  { kind: 'deletes-own', at: [226, 238], vm: 7 },
  { kind: 'port-setting', at: [230, 238], zone: 'app', setting: 'promiscuous', accept: true },
  { kind: 'renews-lease', at: [244, 256], vm: 4 },
  { kind: 'advisory', at: [276, 284], flaw: 'scrub-tlb' },
  { kind: 'balances', at: [306, 316], vm: 1, host: 3 },
  { kind: 'renews-lease', at: [330, 340], vm: 11 },
  { kind: 'advisory', at: [346, 354], flaw: 'xhci-uaf' },
  { kind: 'reverts-own', at: [380, 396], vm: 10 },
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
      demand: 240_000,
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
      demand: 240_000,
    },
  },
  {
    tenant: 'hospital',
    plan: { workload: 'booking', zone: 'dmz', asset: 'appointments', ...MEDIUM, demand: 240_000 },
  },
  {
    tenant: 'shop',
    plan: { workload: 'search', zone: 'app', asset: 'catalogue', ...MEDIUM, demand: 200_000 },
  },
  {
    tenant: 'bank',
    plan: {
      workload: 'test-bench',
      zone: 'dmz',
      asset: 'payment-keys',
      image: 'test-bench',
      ...MEDIUM,
      demand: 160_000,
    },
  },
];
