import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { ADMINS, SMALL } from './guests.ts';

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  {
    kind: 'wants-vm',
    at: [8, 12],
    tenant: 'hospital',
    plan: {
      workload: 'booking',
      zone: 'dmz',
      asset: 'appointments',
      image: 'web-2015',
      ...SMALL,
      demand: 240_000,
    },
  },
  // At its hours the backup server reads everything, as a thief would.
  { kind: 'backs-up', at: [12, 16], repository: 1 },
  { kind: 'backs-up', at: [200, 206], repository: 1 },
  { kind: 'backs-up', at: [360, 366], repository: 1 },
  // What a theft looks like, and is none.
  { kind: 'exports', at: [22, 28], vm: ADMINS },
  // Before an upgrade, with what is in memory.
  { kind: 'snapshots-own', at: [70, 80], vm: 5 },
  { kind: 'opens-store', at: [116, 124], store: 2, zone: 'dmz' },
  { kind: 'exports', at: [150, 160], vm: ADMINS },
  { kind: 'snapshots-own', at: [180, 190], vm: 6 },
  { kind: 'snapshots-own', at: [230, 240], vm: 3 },
  { kind: 'opens-store', at: [250, 260], store: 1, zone: 'dmz' },
  { kind: 'exports', at: [300, 310], vm: ADMINS },
  { kind: 'snapshots-own', at: [340, 350], vm: 10 },
  { kind: 'opens-store', at: [380, 390], store: 2, zone: 'dmz' },
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
      ...SMALL,
      demand: 260_000,
    },
  },
  {
    tenant: 'bank',
    plan: {
      workload: 'analytics',
      zone: 'app',
      asset: 'customer-records',
      image: 'web-2015',
      ...SMALL,
      demand: 280_000,
    },
  },
];
