import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** Memory of a VM: what it writes, and behind it the two frames of its image. */
export const MEDIUM = { frames: 6, fills: 4, blocks: 1, blockFills: 1 } as const;

type Guest = ScenarioFile['vms'][number];

const web = (over: Pick<Guest, 'tenant' | 'host' | 'workload' | 'asset'>): Guest => ({
  ...MEDIUM,
  zone: 'app',
  image: 'web-2015',
  technique: 'hybrid',
  demand: 380_000,
  ...over,
});

const database = (over: Pick<Guest, 'tenant' | 'host' | 'workload' | 'asset'>): Guest => ({
  ...web(over),
  zone: 'data',
  image: 'db-2015',
});

/** Who lives there from the start. Of the shop's VMs four are guests who pay, and mean something else. */
export const guests: ScenarioFile['vms'] = [
  web({ tenant: 'shop', host: 1, workload: 'storefront', asset: 'catalogue' }),
  web({ tenant: 'shop', host: 4, workload: 'search', asset: 'catalogue' }),
  web({ tenant: 'shop', host: 2, workload: 'order-queue', asset: 'orders' }),
  web({ tenant: 'bank', host: 2, workload: 'payments', asset: 'payment-keys' }),
  web({ tenant: 'bank', host: 2, workload: 'settlement', asset: 'payment-keys' }),
  database({ tenant: 'bank', host: 2, workload: 'ledger-db', asset: 'ledger' }),
  web({ tenant: 'hospital', host: 3, workload: 'booking', asset: 'tls-keys' }),
  web({ tenant: 'hospital', host: 3, workload: 'imaging', asset: 'signing-keys' }),
  database({ tenant: 'hospital', host: 3, workload: 'patient-db', asset: 'patient-records' }),
  web({ tenant: 'bank', host: 4, workload: 'analytics', asset: 'transfers' }),
  web({ tenant: 'hospital', host: 4, workload: 'booking', asset: 'tls-keys' }),
  web({ tenant: 'shop', host: 4, workload: 'order-queue', asset: 'orders' }),
];
