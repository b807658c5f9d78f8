import type { ScenarioFile } from '../../../world/scenario/schema.ts';

import { MEDIUM } from './guests.ts';

/** What tenants ask for as the match goes on. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'bank',
    plan: {
      workload: 'settlement',
      zone: 'app',
      asset: 'transfers',
      ...MEDIUM,
      demand: 260_000,
    },
  },
  {
    tenant: 'hospital',
    plan: {
      workload: 'booking',
      zone: 'dmz',
      asset: 'appointments',
      image: 'container-api',
      ...MEDIUM,
      demand: 260_000,
    },
  },
  {
    tenant: 'hospital',
    plan: {
      workload: 'imaging',
      zone: 'app',
      asset: 'scans',
      image: 'legacy-closed',
      ...MEDIUM,
      demand: 260_000,
    },
  },
  {
    // Its kernel can be ported, and its USB controller cannot: cheap is not the same as right.
    tenant: 'bank',
    plan: {
      workload: 'office-desktop',
      zone: 'desktop',
      asset: 'customer-records',
      image: 'open-desktop',
      ...MEDIUM,
      demand: 260_000,
    },
  },
  {
    tenant: 'shop',
    plan: {
      workload: 'storefront',
      zone: 'dmz',
      asset: 'catalogue',
      image: 'container-api',
      ...MEDIUM,
      demand: 260_000,
    },
  },
  {
    tenant: 'bank',
    plan: {
      workload: 'ledger-db',
      zone: 'data',
      asset: 'ledger',
      image: 'db-2015',
      ...MEDIUM,
      demand: 260_000,
      lease: 240,
    },
  },
  {
    tenant: 'hospital',
    plan: {
      workload: 'patient-db',
      zone: 'data',
      asset: 'patient-records',
      image: 'db-2015',
      ...MEDIUM,
      demand: 260_000,
      lease: 240,
    },
  },
];
