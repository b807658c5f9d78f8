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
  { kind: 'edits-config', at: [58, 66], vm: MIRROR },
  { kind: 'opens-store', at: [66, 72], store: FIRST, zone: 'dmz' },
  {
    kind: 'wants-vm',
    at: [84, 92],
    tenant: 'bank',
    plan: ofWeb({ workload: 'analytics', zone: 'app', asset: 'customer-records' }),
  },
  { kind: 'opens-store', at: [92, 100], store: LIBRARY, zone: 'dmz' },
  { kind: 'opens-store', at: [112, 120], store: SECOND, zone: 'dmz' },
  {
    kind: 'wants-vm',
    at: [122, 128],
    tenant: 'hospital',
    plan: ofWeb({ workload: 'imaging', zone: 'app', asset: 'scans' }),
  },
  { kind: 'bakes-image', at: [130, 140], image: 'db-2015' },
  { kind: 'mounts', at: [146, 152], vm: ADMINS, store: FIRST },
  { kind: 'opens-store', at: [158, 166], store: FIRST, zone: 'dmz' },
  {
    kind: 'wants-vm',
    at: [164, 170],
    tenant: 'bank',
    plan: ofWeb({ workload: 'payments', zone: 'app', asset: 'payment-keys' }),
  },
  { kind: 'starts-up', at: [166, 172], vm: SETTLEMENT },
  { kind: 'starts-up', at: [188, 196], vm: MIRROR },
  { kind: 'advisory', at: [262, 270], flaw: 'queue-deserialisation' },
  { kind: 'starts-up', at: [206, 214], vm: ANALYTICS },
  { kind: 'opens-store', at: [216, 224], store: LIBRARY, zone: 'dmz' },
  { kind: 'shuts-down', at: [226, 232], vm: SETTLEMENT },
  { kind: 'opens-store', at: [246, 254], store: FIRST, zone: 'dmz' },
  { kind: 'edits-config', at: [256, 264], vm: SETTLEMENT },
  { kind: 'opens-store', at: [286, 294], store: SECOND, zone: 'dmz' },
  { kind: 'mounts', at: [300, 308], vm: ADMINS, store: LIBRARY },
  { kind: 'opens-store', at: [316, 324], store: LIBRARY, zone: 'dmz' },
  { kind: 'starts-up', at: [336, 344], vm: SETTLEMENT },
  { kind: 'bakes-image', at: [352, 360], image: 'web-2015' },
  { kind: 'opens-store', at: [384, 392], store: LIBRARY, zone: 'dmz' },
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
  {
    tenant: 'hospital',
    plan: ofWeb({ workload: 'file-mirror', zone: 'app', asset: 'tls-keys' }),
  },
  {
    tenant: 'hospital',
    plan: ofWeb({ workload: 'booking', zone: 'dmz', asset: 'appointments' }),
  },
  {
    tenant: 'bank',
    plan: ofWeb({ workload: 'settlement', zone: 'app', asset: 'transfers' }),
  },
];
