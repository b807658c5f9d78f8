import type { ScenarioFile } from '../../../world/scenario/schema.ts';

export const SMALL = { frames: 4, fills: 4, blocks: 1, blockFills: 1 } as const;

type Guest = ScenarioFile['vms'][number];
type Own = Pick<Guest, 'tenant' | 'workload' | 'asset'> & Partial<Guest>;

const guest = (over: Own): Guest => ({
  ...SMALL,
  host: 1,
  zone: 'app',
  image: 'web-2015',
  technique: 'hybrid',
  demand: 400_000,
  ...over,
});

/** On the host of 2009 kernels are ported; a ported one drives its device without an IOMMU. */
const on1 = (over: Own): Guest => guest({ technique: 'para', ...over });
const on2 = (over: Own): Guest => guest({ host: 2, ...over });
const on3 = (over: Own): Guest => guest({ host: 3, ...over });

/** What the hospital keeps to itself: nothing of the app zone is let in there. */
const clinic = { tenant: 'hospital', zone: 'data' } as const;

/** Who lives there from the start. Line rate was promised to those whose card is their own. */
export const guests: ScenarioFile['vms'] = [
  on1({ tenant: 'shop', workload: 'file-mirror', asset: 'catalogue', card: 'whole' }),
  on1({ tenant: 'bank', workload: 'payments', asset: 'payment-keys' }),
  on1({ tenant: 'bank', workload: 'settlement', asset: 'customer-records' }),
  on1({ tenant: 'hospital', workload: 'booking', asset: 'appointments' }),

  on2({ tenant: 'shop', workload: 'file-mirror', asset: 'catalogue', card: 'vf' }),
  on2({ ...clinic, workload: 'scan-transfer', asset: 'scans', card: 'vf' }),
  on2({
    ...clinic,
    workload: 'patient-db',
    asset: 'patient-records',
    image: 'db-2015',
    card: 'vf',
  }),
  on2({
    ...clinic,
    workload: 'patient-db',
    asset: 'appointments',
    image: 'db-2015',
    card: 'vf',
  }),

  on3({ tenant: 'shop', workload: 'order-queue', asset: 'orders', card: 'vf' }),
  on3({ tenant: 'bank', workload: 'market-feed', asset: 'transfers', card: 'vf', demand: 700_000 }),
  on3({ tenant: 'bank', workload: 'vrrp-router', asset: 'signing-keys', card: 'vf' }),
  on3({ ...clinic, workload: 'scan-transfer', asset: 'scans', card: 'vf' }),
  on3({ tenant: 'bank', workload: 'market-feed', asset: 'transfers', demand: 700_000 }),
];
