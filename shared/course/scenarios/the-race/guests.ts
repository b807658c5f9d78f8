import type { ScenarioFile } from '../../../world/scenario/schema.ts';

export const SMALL = { frames: 4, fills: 4, blocks: 1, blockFills: 1 } as const;

type Guest = ScenarioFile['vms'][number];

/** A VM that runs from the start: its host and technique, and what of it differs from the others. */
const guest = (
  host: number,
  technique: NonNullable<Guest['technique']>,
  of: Pick<Guest, 'tenant' | 'workload' | 'asset' | 'demand' | 'image'>,
): Guest => ({ host, technique, zone: 'app', ...SMALL, ...of });

/**
 * Who lives there from the start: put where there was room, by what runs everything or by what everybody
 * used that year. But for the last three each costs far more than it has to.
 */
export const guests: ScenarioFile['vms'] = [
  // Interpreted instruction by instruction, although their kernels could be ported.
  guest(1, 'emulation', {
    tenant: 'hospital',
    workload: 'patient-db',
    asset: 'patient-records',
    image: 'db-2015',
    demand: 320_000,
  }),
  guest(1, 'emulation', {
    tenant: 'bank',
    workload: 'file-mirror',
    asset: 'transfers',
    demand: 320_000,
  }),
  guest(1, 'emulation', {
    tenant: 'bank',
    workload: 'settlement',
    asset: 'transfers',
    demand: 320_000,
  }),
  // Cheap, and without the USB controller that its work needs.
  guest(1, 'para', {
    tenant: 'bank',
    workload: 'office-desktop',
    asset: 'customer-records',
    image: 'open-desktop',
    demand: 200_000,
  }),
  // Each of its writes to a page table exits: the shadow is what hardware assistance costs here.
  guest(2, 'hvm', { tenant: 'shop', workload: 'search', asset: 'catalogue', demand: 420_000 }),
  guest(2, 'hvm', {
    tenant: 'shop',
    workload: 'build-farm',
    asset: 'orders',
    image: 'desktop',
    demand: 340_000,
  }),
  guest(2, 'bt', { tenant: 'bank', workload: 'payments', asset: 'payment-keys', demand: 420_000 }),
  guest(2, 'emulation', {
    tenant: 'hospital',
    workload: 'imaging',
    asset: 'scans',
    image: 'desktop',
    demand: 300_000,
  }),
  // On hardware that would run its system calls for nothing.
  guest(3, 'bt', {
    tenant: 'hospital',
    workload: 'lab-analyser',
    asset: 'scans',
    image: 'legacy-closed',
    demand: 320_000,
  }),
  guest(3, 'hybrid', {
    tenant: 'hospital',
    workload: 'booking',
    asset: 'appointments',
    demand: 160_000,
  }),
  // For a CPU that no host has: nothing but an emulator runs it.
  guest(1, 'emulation', {
    tenant: 'hospital',
    workload: 'door-control',
    asset: 'appointments',
    image: 'arm-appliance',
    demand: 16_000,
  }),
  guest(4, 'container', {
    tenant: 'shop',
    workload: 'storefront',
    asset: 'catalogue',
    image: 'container-api',
    demand: 200_000,
  }),
];
