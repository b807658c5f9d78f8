import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { SMALL } from './guests.ts';

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
  // Cards of a host go over to the other one: what a false claim looks like, and is none.
  { kind: 'fails-over', at: [66, 74], host: 5 },
  { kind: 'balances', at: [76, 84], vm: 3, host: 4 },
  { kind: 'balances', at: [104, 112], vm: 7, host: 5 },
  // One advisory tells of both, and has no live patch for either: three hosts have to be emptied.
  { kind: 'advisory', at: [135, 135], flaw: 'vmx-toctou' },
  { kind: 'advisory', at: [135, 135], flaw: 'vmx-write' },
  { kind: 'scan', at: [186, 196], vm: 2, peer: 7 },
  // Somebody opens everything for the days of the moves, and has it pushed.
  {
    kind: 'policy-edit',
    at: [220, 226],
    rule: { from: 'any', to: 'any', service: 'any', allow: true },
    edit: 'add',
  },
  { kind: 'policy-push', at: [240, 246] },
  { kind: 'balances', at: [262, 272], vm: 2, host: 5 },
  { kind: 'backup', at: [284, 294], vm: 2, peer: 7 },
  { kind: 'fails-over', at: [306, 316], host: 4 },
  { kind: 'balances', at: [330, 340], vm: 7, host: 4 },
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
