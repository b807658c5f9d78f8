import type { ScenarioFile } from '../../world/scenario/schema.ts';

/** Both hosts are alike: what differs is what lies in their memory. */
const HOST = {
  platform: 'type1',
  year: 2015,
  capacity: 2_400_000,
  frames: 24,
  virtualisationExtension: true,
  nestedPaging: true,
  iommu: true,
  build: 43,
  scrub: 'never',
} as const;

/**
 * The vacated seat: two hosts, six VMs, three tenants, one idea. Scrubbing was switched off on both
 * hosts to start VMs faster; memory keeps what its last owner wrote.
 */
export const vacatedSeat: ScenarioFile = {
  id: 'vacated-seat',
  deck: {
    commands: [
      'create-vm',
      'investigate-vm',
      'scrub-frames',
      'scrub-policy',
      'wipe-blocks',
      'wipe-policy',
      'push-policy',
    ],
    attacks: ['res-mem-unscrubbed', 'res-disk-blocks', 'res-scrub-tlb-race'],
    sensors: ['S7', 'investigation', 'tenant'],
    techniques: ['hvm'],
  },
  zones: [
    { name: 'internet', trust: 0 },
    { name: 'dmz', trust: 1 },
    { name: 'app', trust: 2 },
    { name: 'data', trust: 3 },
  ],
  rules: [
    { from: 'internet', to: 'dmz', service: 'web', allow: true },
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'app', to: 'data', service: 'db', allow: true },
    { from: 'app', to: 'app', service: 'any', allow: true },
  ],
  tenants: [
    {
      name: 'bank',
      assets: [
        { name: 'payment-keys', weight: 240 },
        { name: 'ledger', weight: 240 },
      ],
    },
    {
      name: 'shop',
      assets: [
        { name: 'catalogue', weight: 60 },
        { name: 'orders', weight: 100 },
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'patient-records', weight: 240 },
        { name: 'appointments', weight: 160 },
      ],
    },
  ],
  hosts: [HOST, HOST],
  vms: [
    {
      tenant: 'bank',
      host: 1,
      workload: 'payments',
      zone: 'app',
      asset: 'payment-keys',
      frames: 4,
      fills: 4,
      demand: 420_000,
    },
    {
      tenant: 'bank',
      host: 1,
      workload: 'ledger-db',
      zone: 'data',
      asset: 'ledger',
      frames: 4,
      fills: 4,
      demand: 480_000,
    },
    {
      tenant: 'bank',
      host: 1,
      workload: 'settlement',
      zone: 'app',
      asset: 'payment-keys',
      frames: 4,
      fills: 4,
      demand: 360_000,
    },
    {
      tenant: 'hospital',
      host: 2,
      workload: 'patient-db',
      zone: 'data',
      asset: 'patient-records',
      frames: 4,
      fills: 4,
      demand: 480_000,
    },
    {
      tenant: 'hospital',
      host: 2,
      workload: 'booking',
      zone: 'app',
      asset: 'appointments',
      frames: 4,
      fills: 4,
      demand: 360_000,
    },
    {
      tenant: 'shop',
      host: 2,
      workload: 'storefront',
      zone: 'dmz',
      asset: 'catalogue',
      frames: 4,
      fills: 4,
      demand: 420_000,
    },
  ],
  residue: [
    { host: 1, asset: 'ledger', frames: 4 },
    { host: 2, asset: 'patient-records', frames: 4 },
  ],
  people: [
    {
      kind: 'wants-vm',
      at: [4, 5],
      tenant: 'hospital',
      plan: {
        workload: 'analytics',
        zone: 'app',
        asset: 'appointments',
        frames: 4,
        fills: 4,
        demand: 420_000,
      },
    },
    { kind: 'deletes-own', at: [38, 44], vm: 3 },
    { kind: 'wants-rid', at: [70, 78], vm: 5 },
    {
      kind: 'wants-vm',
      at: [100, 108],
      tenant: 'bank',
      plan: {
        workload: 'settlement',
        zone: 'app',
        asset: 'payment-keys',
        frames: 4,
        fills: 4,
        demand: 360_000,
      },
    },
    { kind: 'wants-rid', at: [126, 134], vm: 4 },
    {
      kind: 'wants-vm',
      at: [150, 158],
      tenant: 'shop',
      plan: {
        workload: 'order-queue',
        zone: 'app',
        asset: 'orders',
        frames: 8,
        fills: 8,
        demand: 360_000,
      },
    },
    {
      kind: 'wants-vm',
      at: [172, 180],
      tenant: 'hospital',
      plan: {
        workload: 'patient-db',
        zone: 'data',
        asset: 'patient-records',
        frames: 4,
        fills: 4,
        demand: 480_000,
      },
    },
  ],
  attackers: [
    {
      mind: 'opportunist',
      tenant: 'shop',
      plan: {
        workload: 'order-queue',
        zone: 'app',
        asset: 'orders',
        frames: 8,
        fills: 1,
        demand: 180_000,
      },
    },
  ],
  pace: {
    startCredits: 60,
    requestWait: 40 * 5,
    think: 6 * 5,
    afterSuccess: 10 * 5,
    reconLength: 8 * 5,
    accessLength: 10 * 5,
    actLength: 10 * 5,
  },
};
