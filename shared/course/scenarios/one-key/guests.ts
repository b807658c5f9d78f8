import type { ScenarioFile } from '../../../world/scenario/schema.ts';

/** The size that every VM of this scenario has. */
export const MEDIUM = { frames: 5, fills: 5, blocks: 1, blockFills: 1 } as const;

type Guest = ScenarioFile['vms'][number];

const web = (
  over: Pick<Guest, 'tenant' | 'host' | 'workload' | 'asset'> & Partial<Guest>,
): Guest => ({
  ...MEDIUM,
  zone: 'app',
  image: 'web-2015',
  technique: 'hybrid',
  demand: 320_000,
  // As the tools come: the host may run commands in the guest.
  tools: ['guest-operations'],
  ...over,
});

const database = (over: Parameters<typeof web>[0]): Guest =>
  web({ zone: 'data', image: 'db-2015', demand: 420_000, ...over });

const container = (over: Parameters<typeof web>[0]): Guest =>
  web({ image: 'container-api', technique: 'container', tools: [], ...over });

/** Who lives there from the start. */
export const guests: ScenarioFile['vms'] = [
  web({ tenant: 'bank', host: 1, workload: 'settlement', asset: 'transfers', technique: 'para' }),
  web({
    tenant: 'shop',
    host: 1,
    workload: 'order-queue',
    asset: 'orders',
    technique: 'para',
    tools: [],
  }),
  web({
    tenant: 'hospital',
    host: 1,
    workload: 'booking',
    asset: 'appointments',
    technique: 'para',
  }),
  web({
    tenant: 'shop',
    host: 1,
    workload: 'search',
    asset: 'catalogue',
    technique: 'para',
    demand: 260_000,
    tools: [],
  }),
  web({ tenant: 'bank', host: 2, workload: 'payments', asset: 'payment-keys' }),
  database({ tenant: 'bank', host: 2, workload: 'ledger-db', asset: 'ledger' }),
  database({ tenant: 'hospital', host: 2, workload: 'patient-db', asset: 'patient-records' }),
  container({ tenant: 'shop', host: 3, workload: 'search', asset: 'catalogue' }),
  container({ tenant: 'bank', host: 3, workload: 'analytics', asset: 'customer-records' }),
  web({
    tenant: 'hospital',
    host: 4,
    workload: 'lab-analyser',
    zone: 'desktop',
    asset: 'scans',
    image: 'legacy-closed',
    technique: 'hvm',
    demand: 260_000,
    tools: [],
  }),
  web({
    tenant: 'bank',
    host: 4,
    workload: 'test-bench',
    zone: 'dmz',
    asset: 'signing-keys',
    image: 'test-bench',
    technique: 'hvm',
    demand: 220_000,
  }),
  web({ tenant: 'shop', host: 4, workload: 'storefront', zone: 'dmz', asset: 'catalogue' }),
];
