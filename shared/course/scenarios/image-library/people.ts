import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { ADMINS, ANALYTICS, MIRROR, SETTLEMENT, SMALL } from './guests.ts';

type Plan = NonNullable<ScenarioFile['catalogue']>[number]['plan'];

/** What is made of the image that most take. */
const ofWeb = (over: Pick<Plan, 'workload' | 'zone' | 'asset'>): Plan => ({
  image: 'web-2015',
  ...SMALL,
  demand: 240_000,
  ...over,
});

/** The places of the library and of the datastores. */
const LIBRARY = 3;
const [FIRST, SECOND] = [1, 2];

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  // Wanted at the end of the day, of the week or of the month, and off until then.
  { kind: 'shuts-down', at: [2, 4], vm: SETTLEMENT },
  { kind: 'shuts-down', at: [2, 4], vm: ANALYTICS },
  { kind: 'shuts-down', at: [4, 6], vm: MIRROR },
  {
    kind: 'wants-vm',
    at: [8, 12],
    tenant: 'hospital',
    plan: ofWeb({ workload: 'booking', zone: 'dmz', asset: 'appointments' }),
  },
  // What an intruder does looks the same.
  { kind: 'mounts', at: [24, 30], vm: ADMINS, store: LIBRARY },
  { kind: 'edits-config', at: [60, 70], vm: MIRROR },
  { kind: 'opens-store', at: [96, 104], store: SECOND, zone: 'dmz' },
  { kind: 'starts-up', at: [124, 132], vm: SETTLEMENT },
  { kind: 'bakes-image', at: [140, 150], image: 'db-2015' },
  { kind: 'mounts', at: [150, 156], vm: ADMINS, store: FIRST },
  { kind: 'starts-up', at: [176, 184], vm: MIRROR },
  { kind: 'advisory', at: [196, 204], flaw: 'queue-deserialisation' },
  { kind: 'starts-up', at: [216, 226], vm: ANALYTICS },
  { kind: 'shuts-down', at: [232, 240], vm: SETTLEMENT },
  { kind: 'opens-store', at: [250, 260], store: LIBRARY, zone: 'dmz' },
  { kind: 'edits-config', at: [262, 270], vm: SETTLEMENT },
  { kind: 'shuts-down', at: [284, 292], vm: MIRROR },
  { kind: 'opens-store', at: [300, 310], store: FIRST, zone: 'dmz' },
  { kind: 'mounts', at: [318, 326], vm: ADMINS, store: LIBRARY },
  { kind: 'starts-up', at: [356, 364], vm: SETTLEMENT },
  { kind: 'bakes-image', at: [366, 376], image: 'web-2015' },
  { kind: 'starts-up', at: [400, 410], vm: MIRROR },
];

/** What tenants ask for as the match goes on: all of the same image. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'hospital',
    plan: ofWeb({ workload: 'imaging', zone: 'app', asset: 'scans' }),
  },
  {
    tenant: 'bank',
    plan: ofWeb({ workload: 'payments', zone: 'app', asset: 'payment-keys' }),
  },
  {
    tenant: 'bank',
    plan: ofWeb({ workload: 'analytics', zone: 'app', asset: 'customer-records' }),
  },
];
