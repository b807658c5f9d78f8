import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { MEDIUM } from './guests.ts';

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  {
    kind: 'wants-vm',
    at: [12, 18],
    tenant: 'hospital',
    plan: {
      workload: 'booking',
      zone: 'app',
      asset: 'appointments',
      image: 'web-2015',
      ...MEDIUM,
      demand: 300_000,
    },
  },
  // A rollout script: the audit log tells of it as of whoever means to take everything.
  { kind: 'calls-api', at: [70, 80], tenant: 'bank' },
  // The night's reports: for a while it asks for twice its cycles.
  { kind: 'runs-batch', at: [96, 110], vm: 7, seconds: 40 },
  { kind: 'wants-more', at: [120, 130], vm: 5, frames: 2 },
  { kind: 'runs-batch', at: [220, 235], vm: 9, seconds: 40 },
];

/** What tenants ask for as the match goes on. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'hospital',
    plan: {
      workload: 'imaging',
      zone: 'app',
      asset: 'scans',
      image: 'web-2015',
      ...MEDIUM,
      demand: 280_000,
    },
  },
  {
    tenant: 'bank',
    plan: {
      workload: 'analytics',
      zone: 'app',
      asset: 'transfers',
      image: 'web-2015',
      ...MEDIUM,
      demand: 300_000,
    },
  },
];
