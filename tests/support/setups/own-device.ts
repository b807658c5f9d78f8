import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { type Necessity, setupOf } from '../necessity.ts';
import { type Bench, hostsWith } from '../worlds.ts';
import { benchOnNetwork, type FileVm, ledger, overheard, payments, shopVm } from './network.ts';

/** A host whose card has functions to give away and checks none of them; all that can be remapped is. */
export const CARD = {
  remaps: 'interrupts',
  iommu: true,
  interruptRemapping: true,
  vfs: 2,
  spoofCheck: false,
  capacity: 3000,
} as const;

const vf = (vm: FileVm): FileVm => ({ ...vm, technique: 'hybrid', card: 'vf' });

/**
 * VM 1, the shop's, and VM 2, the bank's payments, have functions of one card; VM 3, to which these talk, has one of
 * the other host's. In their kernel sits the shop.
 */
export function benchOfFunctions(over: Partial<ScenarioFile> = {}): Bench {
  return benchOnNetwork(
    {
      hosts: hostsWith(CARD),
      vms: [vf(shopVm), vf(payments), vf({ ...ledger, host: 2 })],
      rules: [{ from: 'dmz', to: 'any', service: 'any', allow: false }],
      ...over,
    },
    'kernel',
  );
}

/** The shop's VM, with a device of a host that remaps so much. */
export const benchWithDevice = (
  host: Partial<ScenarioFile['hosts'][number]>,
  over: Partial<FileVm> = {},
): Bench =>
  benchOnNetwork(
    {
      hosts: hostsWith({ capacity: 3000, ...host }),
      vms: [{ ...shopVm, technique: 'para', card: 'whole', ...over }, payments],
    },
    'kernel',
  );

const about = { attacker: 1, vm: 1, host: 1 };
const own = {
  'vms/power': ['stopped', 'provisioning'],
  'vms/intruder': [0, 2],
  'vms/foothold': ['none', 'user', 'root'],
  'vms/host': [2],
  'vms/card': ['virtual', 'none'],
};

export const ownDeviceSetups: Readonly<Record<string, Necessity>> = {
  'hw-dma-no-iommu': {
    setup: () => setupOf(benchWithDevice({ remaps: 'dma' }), { vm: 1 }, about),
    flips: { ...own, 'hosts/iommu': [true] },
  },
  'hw-msi-no-intremap': {
    setup: () =>
      setupOf(
        benchWithDevice({ remaps: 'interrupts', iommu: true, vfs: 1 }, { card: 'vf' }),
        { vm: 1 },
        about,
      ),
    flips: { ...own, 'hosts/interruptRemapping': [true] },
  },
  'io-sriov-vf-spoof': {
    // The switch of the peer knows a port of it, in a zone that nothing is let into.
    setup: () => {
      const bench = benchOfFunctions();
      setFact(bench.world, 'switches', 2, 'ports', [{ vm: 3, zone: 3 }] as never, SCENARIO);
      return setupOf(
        bench,
        { from: 1, vm: 2 },
        { attacker: 1, tenant: 2, from: 1, vm: 2, peer: 3 },
      );
    },
    flips: {
      'vms/power': overheard['vms/power'],
      'vms/intruder': overheard['vms/intruder'],
      'vms/foothold': ['none', 'user', 'root'],
      'vms/host': [0, 99],
      'vms/zone': [4],
      'vms/tenant': [3],
      'vms/workload': ['storefront'],
      'vms/asset': overheard['vms/asset'],
      'assets/tenant': overheard['assets/tenant'],
      'vms/card': ['none', 'virtual'],
      'hosts/spoofCheck': [true],
      'zones/name': ['quarantine'],
    },
  },
};
