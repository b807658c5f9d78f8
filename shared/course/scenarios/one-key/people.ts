import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { MEDIUM } from './guests.ts';

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  { kind: 'advisory', at: [248, 256], flaw: 'superpage' },
  { kind: 'advisory', at: [66, 72], flaw: 'guestops-auth' },
  { kind: 'probes-device', at: [84, 94], vm: 10, device: 'floppy' },
  { kind: 'advisory', at: [110, 118], flaw: 'venom' },
  { kind: 'advisory', at: [168, 176], flaw: 'fs-context' },
];

/** What tenants ask for as the match goes on. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'bank',
    plan: {
      workload: 'analytics',
      zone: 'app',
      asset: 'customer-records',
      image: 'web-2015',
      ...MEDIUM,
      demand: 220_000,
    },
  },
  {
    tenant: 'hospital',
    plan: {
      workload: 'imaging',
      zone: 'app',
      asset: 'scans',
      image: 'web-2015',
      ...MEDIUM,
      demand: 240_000,
    },
  },
];
