import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { MEDIUM } from './guests.ts';

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  {
    kind: 'wants-vm',
    at: [8, 12],
    tenant: 'bank',
    plan: {
      workload: 'analytics',
      zone: 'app',
      asset: 'ledger',
      image: 'web-2015',
      ...MEDIUM,
      demand: 200_000,
    },
  },
  { kind: 'execs-into', at: [30, 40], vm: 6 },
  { kind: 'host-backup', at: [70, 80], host: 1 },
  // Somebody signs a release by hand, and pastes the key.
  { kind: 'copies', at: [96, 104], host: 1, asset: 'signing-keys' },
  { kind: 'pastes', at: [106, 112], vm: 1 },
  { kind: 'advisory', at: [84, 92], flaw: 'hgfs-traversal' },
  { kind: 'reads-mail', at: [110, 120], host: 1 },
  { kind: 'advisory', at: [112, 120], flaw: 'runc-overwrite' },
  { kind: 'backup', at: [120, 130], vm: 9, peer: 12 },
  // The shop is slow again, and an administrator has a look.
  { kind: 'execs-into', at: [146, 156], vm: 8 },
  { kind: 'execs-into', at: [158, 164], vm: 7 },
  { kind: 'advisory', at: [140, 148], flaw: 'drive-by' },
  { kind: 'reads-mail', at: [170, 180], host: 1 },
  { kind: 'advisory', at: [172, 180], flaw: 'dnd-overflow' },
  { kind: 'host-backup', at: [186, 196], host: 1 },
  { kind: 'advisory', at: [200, 208], flaw: 'release-agent' },
  { kind: 'execs-into', at: [205, 215], vm: 8 },
  { kind: 'copies', at: [214, 224], host: 1, asset: 'ledger' },
  { kind: 'advisory', at: [228, 236], flaw: 'xhci-uaf' },
  { kind: 'reads-mail', at: [240, 250], host: 1 },
  { kind: 'advisory', at: [256, 264], flaw: 'fs-context' },
  { kind: 'execs-into', at: [270, 280], vm: 7 },
];

/** What tenants ask for as the match goes on. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'hospital',
    plan: {
      workload: 'booking',
      zone: 'app',
      asset: 'appointments',
      image: 'web-2015',
      ...MEDIUM,
      demand: 200_000,
    },
  },
  {
    tenant: 'bank',
    plan: {
      workload: 'analytics',
      zone: 'app',
      asset: 'ledger',
      image: 'db-2015',
      ...MEDIUM,
      demand: 200_000,
    },
  },
  {
    tenant: 'shop',
    plan: {
      workload: 'storefront',
      zone: 'app',
      asset: 'catalogue',
      image: 'container-api',
      ...MEDIUM,
      demand: 180_000,
    },
  },
];
