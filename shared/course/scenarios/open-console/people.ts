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
  // What a hostile login and a hostile request look like, and are none.
  { kind: 'signs-in', at: [20, 26], vm: ADMINS, host: 2 },
  { kind: 'discovers', at: [52, 60], vm: ADMINS, host: 1 },
  { kind: 'signs-in', at: [96, 104], vm: ADMINS, host: 3 },
  // For a night's work, and then forgotten.
  { kind: 'starts-service', at: [128, 134], host: 4, service: 'ssh' },
  { kind: 'signs-in', at: [138, 142], vm: ADMINS, host: 4 },
  { kind: 'manages', at: [70, 78], vm: ADMINS },
  { kind: 'advisory', at: [150, 158], flaw: 'vcenter-upload' },
  { kind: 'discovers', at: [186, 196], vm: ADMINS, host: 1 },
  { kind: 'starts-service', at: [226, 234], host: 4, service: 'slp' },
  { kind: 'discovers', at: [238, 244], vm: ADMINS, host: 4 },
  { kind: 'starts-service', at: [300, 310], host: 2, service: 'ssh' },
  { kind: 'signs-in', at: [314, 320], vm: ADMINS, host: 2 },
  { kind: 'starts-service', at: [366, 376], host: 1, service: 'slp' },
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
