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

/** Who lives there from the start: all of the same three images. */
export const guests: ScenarioFile['vms'] = [
  front({ tenant: 'shop', host: 1, workload: 'storefront', asset: 'catalogue' }),
  web({ tenant: 'bank', host: 1, workload: 'payments', asset: 'payment-keys' }),
  front({ tenant: 'hospital', host: 1, workload: 'booking', asset: 'appointments' }),
  database({ tenant: 'bank', host: 1, workload: 'ledger-db', asset: 'ledger' }),
  database({ tenant: 'hospital', host: 2, workload: 'patient-db', asset: 'patient-records' }),
  front({ tenant: 'shop', host: 2, workload: 'order-queue', asset: 'orders', image: 'test-bench' }),
  // Somebody tried something with a copy of real records, and has left since.
  front({ tenant: 'bank', host: 2, workload: 'test-bench', asset: 'customer-records' }),
  web({ tenant: 'bank', host: 3, workload: 'settlement', asset: 'ledger', image: 'test-bench' }),
  web({ tenant: 'hospital', host: 3, workload: 'imaging', asset: 'scans' }),
  // The booking page of a campaign that is over.
  front({ tenant: 'hospital', host: 3, workload: 'booking', asset: 'patient-records' }),
  web({ tenant: 'bank', host: 4, workload: 'payments', asset: 'payment-keys' }),
  front({
    tenant: 'hospital',
    host: 4,
    workload: 'file-mirror',
    asset: 'scans',
    image: 'test-bench',
  }),
];
