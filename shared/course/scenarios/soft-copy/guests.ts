import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** The size that every VM of this scenario has. */
export const SMALL = { frames: 4, fills: 4, blocks: 1, blockFills: 1 } as const;

type Guest = ScenarioFile['vms'][number];

const web = (
  over: Pick<Guest, 'tenant' | 'host' | 'workload' | 'asset'> & Partial<Guest>,
): Guest => ({
  ...SMALL,
  zone: 'app',
  image: 'web-2015',
  technique: 'hybrid',
  demand: 320_000,
  ...over,
});

const database = (over: Parameters<typeof web>[0]): Guest =>
  web({ zone: 'data', image: 'db-2015', demand: 400_000, ...over });

/** What is open to the internet. */
const front = (over: Parameters<typeof web>[0]): Guest =>
  web({ zone: 'dmz', demand: 260_000, ...over });

/** Taken before an upgrade, as it ran, and kept ever since. */
const kept = { snapshot: { kernel: 20, service: 14 } } as const;

/** Who lives there from the start; the last is what administrators work at. */
export const guests: ScenarioFile['vms'] = [
  front({ tenant: 'shop', host: 1, workload: 'storefront', asset: 'catalogue' }),
  web({ tenant: 'bank', host: 1, workload: 'payments', asset: 'payment-keys', ...kept }),
  database({ tenant: 'hospital', host: 1, workload: 'patient-db', asset: 'patient-records' }),
  web({ tenant: 'hospital', host: 2, workload: 'imaging', asset: 'scans', ...kept }),
  web({ tenant: 'bank', host: 2, workload: 'settlement', asset: 'transfers' }),
  database({ tenant: 'bank', host: 2, workload: 'ledger-db', asset: 'ledger' }),
  front({ tenant: 'shop', host: 3, workload: 'order-queue', asset: 'orders' }),
  front({ tenant: 'hospital', host: 3, workload: 'booking', asset: 'appointments', ...kept }),
  web({ tenant: 'bank', host: 3, workload: 'analytics', asset: 'customer-records', ...kept }),
  web({ tenant: 'hospital', host: 4, workload: 'imaging', asset: 'scans' }),
  web({ tenant: 'shop', host: 4, workload: 'search', asset: 'catalogue', demand: 260_000 }),
  web({
    tenant: 'bank',
    host: 4,
    workload: 'office-desktop',
    zone: 'desktop',
    asset: 'customer-records',
    image: 'desktop',
    technique: 'hvm',
    demand: 240_000,
  }),
];

/** The place of the administrators’ desktop among them. */
export const ADMINS = 12;
