import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** Memory of a VM: what it writes, and behind it the two frames of its image. */
export const MEDIUM = { frames: 6, fills: 4, blocks: 1, blockFills: 1 } as const;

type Guest = ScenarioFile['vms'][number];

const web = (over: Pick<Guest, 'tenant' | 'host' | 'workload' | 'asset'>): Guest => ({
  ...MEDIUM,
  zone: 'app',
  image: 'web-2015',
  technique: 'hybrid',
  demand: 420_000,
  ...over,
});

const database = (over: Pick<Guest, 'tenant' | 'host' | 'workload' | 'asset'>): Guest => ({
  ...web(over),
  zone: 'data',
  image: 'db-2015',
});

/** Who lives there from the start: tenants with keys, and beside each of them somebody else. */
export const guests: ScenarioFile['vms'] = [
  web({ tenant: 'shop', host: 1, workload: 'storefront', asset: 'catalogue' }),
  web({ tenant: 'bank', host: 1, workload: 'payments', asset: 'payment-keys' }),
  web({ tenant: 'hospital', host: 1, workload: 'booking', asset: 'appointments' }),
  database({ tenant: 'bank', host: 1, workload: 'ledger-db', asset: 'ledger' }),
  database({ tenant: 'shop', host: 2, workload: 'catalogue-db', asset: 'catalogue' }),
  database({ tenant: 'hospital', host: 2, workload: 'imaging', asset: 'signing-keys' }),
  database({ tenant: 'hospital', host: 2, workload: 'patient-db', asset: 'patient-records' }),
  web({ tenant: 'shop', host: 3, workload: 'order-queue', asset: 'orders' }),
  web({ tenant: 'bank', host: 3, workload: 'settlement', asset: 'transfers' }),
  web({ tenant: 'hospital', host: 3, workload: 'booking', asset: 'tls-keys' }),
  web({ tenant: 'bank', host: 4, workload: 'analytics', asset: 'customer-records' }),
];
