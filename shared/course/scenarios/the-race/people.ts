import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { SMALL } from './guests.ts';

type Wish = Extract<ScenarioFile['people'][number], { kind: 'wants-vm' }>;
type Work = Pick<Wish['plan'], 'workload' | 'asset' | 'image'>;

const planOf = (work: Work): Wish['plan'] => ({
  zone: 'app',
  ...SMALL,
  // What an appliance wants is little: it was made for a CPU that does a tenth of a server's.
  demand: work.image === 'arm-appliance' ? 16_000 : 200_000,
  ...work,
});

/** A tenant asks for a VM, so many seconds from the start. */
const wants = (from: number, tenant: Wish['tenant'], work: Work): Wish => ({
  kind: 'wants-vm',
  at: [from, from + 8],
  tenant,
  plan: planOf(work),
});

/** What is asked for as the match goes on: each has its place, and none that of the one before it. */
export const people: ScenarioFile['people'] = [
  wants(8, 'shop', { workload: 'build-farm', asset: 'orders' }),
  wants(36, 'hospital', {
    workload: 'booking',
    asset: 'appointments',
    image: 'container-api',
  }),
  { kind: 'owner-leaves', at: [58, 66], vm: 10 },
  wants(76, 'bank', {
    workload: 'office-desktop',
    asset: 'customer-records',
    image: 'desktop',
  }),
  wants(138, 'hospital', {
    workload: 'door-control',
    asset: 'appointments',
    image: 'arm-appliance',
  }),
  wants(172, 'hospital', { workload: 'lab-analyser', asset: 'scans', image: 'legacy-closed' }),
  { kind: 'deletes-own', at: [186, 194], vm: 3 },
  wants(262, 'shop', { workload: 'storefront', asset: 'catalogue', image: 'container-api' }),
];

/** What else may be asked for: open kernels, whose place is a matter of their work alone. */
export const catalogue: ScenarioFile['catalogue'] = [
  { tenant: 'bank', plan: planOf({ workload: 'ledger-db', asset: 'ledger', image: 'db-2015' }) },
  { tenant: 'shop', plan: planOf({ workload: 'search', asset: 'catalogue' }) },
  { tenant: 'bank', plan: planOf({ workload: 'file-mirror', asset: 'transfers' }) },
  { tenant: 'shop', plan: planOf({ workload: 'build-farm', asset: 'orders' }) },
];

export const waves: ScenarioFile['waves'] = [
  { from: 96, to: 180, creates: 1 },
  { from: 190, to: 300, creates: 2 },
];
