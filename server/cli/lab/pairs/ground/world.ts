import { commands } from '../../../../../shared/commands/registry.ts';
import { sensors } from '../../../../../shared/mechanics/sensors/registry.ts';
import { TECHNIQUES } from '../../../../../shared/world/machine/vm.ts';
import type { ScenarioFile } from '../../../../../shared/world/scenario/schema.ts';

type FileHost = ScenarioFile['hosts'][number];
type FileVm = ScenarioFile['vms'][number];
type FileImage = NonNullable<ScenarioFile['images']>[number];
type FileAttacker = ScenarioFile['attackers'][number];

/** A host of today, whose device processes are not confined. What a ground is about is put over it. */
export const hostOf = (over: Partial<FileHost> = {}): FileHost => ({
  platform: 'type1',
  year: 2015,
  capacity: 3_000_000,
  frames: 24,
  blocks: 12,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 60,
  scrub: 'never',
  sandbox: false,
  ...over,
});

/** Hosts of other generations: before hardware assistance, and of its first years. */
export const OF_2003 = {
  year: 2003,
  virtualisationExtension: false,
  nestedPaging: false,
} as const;
export const OF_2006 = { year: 2006, virtualisationExtension: true, nestedPaging: false } as const;

const SIZE = { frames: 4, fills: 4, demand: 300_000 } as const;

/** The bank’s payments, a web service in the app zone, on host 1. */
export const payments = (over: Partial<FileVm> = {}): FileVm => ({
  tenant: 'bank',
  host: 1,
  workload: 'payments',
  zone: 'app',
  asset: 'payment-keys',
  technique: 'hybrid',
  ...SIZE,
  ...over,
});

/** The bank’s ledger, a database in the data zone, on host 1. */
export const ledger = (over: Partial<FileVm> = {}): FileVm => ({
  ...payments(),
  workload: 'ledger-db',
  zone: 'data',
  asset: 'ledger',
  ...over,
});

/** The hospital’s database, in the data zone, on host 1. */
export const patients = (over: Partial<FileVm> = {}): FileVm => ({
  ...ledger(),
  tenant: 'hospital',
  workload: 'patient-db',
  asset: 'patient-records',
  ...over,
});

/** The shop’s queue, in the app zone, on host 1: where somebody of the shop means harm they begin here. */
export const shop = (over: Partial<FileVm> = {}): FileVm => ({
  ...payments(),
  tenant: 'shop',
  workload: 'order-queue',
  asset: 'orders',
  ...over,
});

/** What somebody asks for, as it stands in a VM. */
export const planFrom = ({ tenant: _, host: __, technique: ___, ...plan }: FileVm): FilePlan =>
  plan as FilePlan;
type FilePlan = FileAttacker['plan'];

/** Somebody of the shop, who owns those VMs from the start and asks for more like them. */
export const shopkeeper = (owns: number[], over: Partial<FilePlan> = {}): FileAttacker => ({
  mind: 'opportunist',
  tenant: 'shop',
  owns,
  plan: { ...planFrom(shop()), fills: 1, ...over },
});

const image = (name: FileImage['name'], over: Partial<FileImage> = {}): FileImage => ({
  name,
  os: 'open',
  container: false,
  kernel: 20,
  service: 14,
  devices: ['disk', 'nic'],
  ...over,
});

/** Images that are up to date, one with drivers for old hardware only, and one of another CPU. */
export const imagesOf = (web: Partial<FileImage> = {}): FileImage[] => [
  image('web-2015', web),
  image('open-desktop', { devices: ['disk', 'nic', 'xhci'] }),
  image('legacy-closed', { os: 'closed', legacyOnly: true, devices: ['disk', 'nic', 'floppy'] }),
  image('test-bench', { devices: ['disk', 'nic', 'floppy', 'xhci'] }),
  image('arm-appliance', { cpu: 'foreign', os: 'closed' }),
];

/**
 * A world in which nobody means harm: one host, three tenants, everything in play but attacks, at the
 * lengths and prices of the design. A ground names what else is so.
 * @param attacks what somebody who means harm could try
 */
export function worldOf(
  over: Partial<ScenarioFile> & Pick<ScenarioFile, 'vms'>,
  ...attacks: readonly string[]
): ScenarioFile {
  return {
    id: 'ground',
    deck: {
      commands: [...commands.keys()],
      attacks: [...attacks],
      sensors: sensors.map(({ name }) => name),
      techniques: [...TECHNIQUES],
    },
    zones: [
      { name: 'internet' },
      { name: 'app' },
      { name: 'data' },
      { name: 'desktop' },
      { name: 'quarantine' },
    ],
    rules: [
      { from: 'internet', to: 'app', service: 'web', allow: true },
      { from: 'app', to: 'app', service: 'any', allow: true },
      { from: 'app', to: 'data', service: 'db', allow: true },
    ],
    tenants: [
      {
        name: 'bank',
        assets: [
          { name: 'payment-keys', weight: 240 },
          { name: 'ledger', weight: 240 },
        ],
      },
      { name: 'shop', assets: [{ name: 'orders', weight: 60 }] },
      {
        name: 'hospital',
        assets: [
          { name: 'patient-records', weight: 240 },
          { name: 'appointments', weight: 160 },
        ],
      },
    ],
    images: imagesOf(),
    hosts: [hostOf()],
    residue: [],
    people: [],
    attackers: [],
    ...over,
  };
}
