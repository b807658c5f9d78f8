import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** The size that every VM of this scenario has. */
export const SMALL = { frames: 4, fills: 4, blocks: 0, blockFills: 0 } as const;

type Guest = ScenarioFile['vms'][number];

const web = (
  over: Pick<Guest, 'tenant' | 'host' | 'workload' | 'asset'> & Partial<Guest>,
): Guest => ({
  ...SMALL,
  zone: 'app',
  image: 'web-2015',
  technique: 'hybrid',
  demand: 300_000,
  ...over,
});

const database = (over: Parameters<typeof web>[0]): Guest =>
  web({ zone: 'data', image: 'db-2015', demand: 380_000, ...over });

/** What is open to the internet. */
const front = (over: Parameters<typeof web>[0]): Guest =>
  web({ zone: 'dmz', demand: 240_000, ...over });

/** Who lives there from the start; some are shut down until their work comes. */
export const guests: ScenarioFile['vms'] = [
  front({ tenant: 'shop', host: 1, workload: 'storefront', asset: 'catalogue' }),
  web({ tenant: 'bank', host: 1, workload: 'payments', asset: 'payment-keys' }),
  web({ tenant: 'hospital', host: 1, workload: 'imaging', asset: 'scans' }),
  database({ tenant: 'bank', host: 2, workload: 'ledger-db', asset: 'ledger' }),
  web({ tenant: 'bank', host: 2, workload: 'settlement', asset: 'transfers' }),
  front({ tenant: 'shop', host: 2, workload: 'order-queue', asset: 'orders' }),
  web({ tenant: 'bank', host: 3, workload: 'analytics', asset: 'customer-records' }),
  database({ tenant: 'hospital', host: 3, workload: 'patient-db', asset: 'patient-records' }),
  front({ tenant: 'hospital', host: 3, workload: 'booking', asset: 'appointments' }),
  web({ tenant: 'hospital', host: 4, workload: 'file-mirror', asset: 'tls-keys' }),
  web({ tenant: 'shop', host: 4, workload: 'search', asset: 'catalogue', demand: 240_000 }),
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

/** Their places among them: what is shut down until its hour, and what administrators work at. */
export const SETTLEMENT = 5;
export const ANALYTICS = 7;
export const MIRROR = 10;
export const ADMINS = 12;
