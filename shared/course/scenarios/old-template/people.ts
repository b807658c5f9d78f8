import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { SMALL } from './guests.ts';

type Plan = NonNullable<ScenarioFile['catalogue']>[number]['plan'];

/** What is made of the old image. */
const ofOld = (over: Pick<Plan, 'workload' | 'zone' | 'asset'>): Plan => ({
  image: 'web-2015',
  ...SMALL,
  demand: 240_000,
  ...over,
});

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  { kind: 'owner-leaves', at: [4, 8], vm: 7 },
  { kind: 'owner-leaves', at: [8, 12], vm: 10 },
  // On leave before anybody has updated it; the register cannot tell.
  { kind: 'goes-on-leave', at: [14, 18], vm: 11 },
  { kind: 'bakes-image', at: [52, 56], image: 'web-2015', asset: 'signing-keys' },
  {
    kind: 'wants-vm',
    at: [58, 64],
    tenant: 'hospital',
    plan: ofOld({ workload: 'booking', zone: 'dmz', asset: 'appointments' }),
  },
  { kind: 'owner-leaves', at: [118, 126], vm: 8 },
  { kind: 'goes-on-leave', at: [150, 160], vm: 9 },
  { kind: 'advisory', at: [176, 184], flaw: 'queue-deserialisation' },
  { kind: 'scan', at: [196, 206], vm: 2, peer: 4 },
  { kind: 'bakes-image', at: [238, 246], image: 'web-2015', asset: 'tls-keys' },
  { kind: 'owner-leaves', at: [296, 306], vm: 3 },
  // A sample key, copied from the manual.
  { kind: 'bakes-image', at: [356, 366], image: 'db-2015' },
  { kind: 'backup', at: [388, 398], vm: 2, peer: 4 },
];

/** What tenants ask for as the match goes on: nobody asks how old what they are given is. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'hospital',
    plan: ofOld({ workload: 'booking', zone: 'dmz', asset: 'appointments' }),
  },
  {
    tenant: 'bank',
    plan: ofOld({ workload: 'test-bench', zone: 'dmz', asset: 'customer-records' }),
  },
  {
    tenant: 'hospital',
    plan: ofOld({ workload: 'imaging', zone: 'app', asset: 'scans' }),
  },
];
