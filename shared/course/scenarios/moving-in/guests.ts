import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** The size that every machine and VM of this scenario has. */
export const MEDIUM = { frames: 4, fills: 4, blocks: 1, blockFills: 1 } as const;

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

/** Three machines of one role each, and those who share two hosts already. */
export const guests: ScenarioFile['vms'] = [
  {
    ...database({ tenant: 'bank', host: 1, workload: 'ledger-db', asset: 'ledger' }),
    technique: 'native',
  },
  {
    ...web({ tenant: 'hospital', host: 2, workload: 'imaging', asset: 'scans' }),
    technique: 'native',
  },
  {
    ...database({ tenant: 'hospital', host: 3, workload: 'patient-db', asset: 'patient-records' }),
    technique: 'native',
  },
  web({ tenant: 'shop', host: 4, workload: 'storefront', asset: 'catalogue' }),
  web({ tenant: 'bank', host: 4, workload: 'payments', asset: 'payment-keys' }),
  web({ tenant: 'hospital', host: 4, workload: 'booking', asset: 'appointments' }),
  web({ tenant: 'bank', host: 4, workload: 'analytics', asset: 'transfers' }),
  web({ tenant: 'shop', host: 5, workload: 'order-queue', asset: 'orders' }),
  web({ tenant: 'bank', host: 5, workload: 'settlement', asset: 'transfers' }),
  web({ tenant: 'hospital', host: 5, workload: 'booking', asset: 'appointments' }),
  web({ tenant: 'shop', host: 4, workload: 'search', asset: 'catalogue' }),
  web({ tenant: 'shop', host: 5, workload: 'storefront', asset: 'catalogue' }),
];
