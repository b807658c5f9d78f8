import { script } from '../../../../server/cli/lab/pairs/ground/script.ts';
import {
  hostOf,
  imagesOf,
  ledger,
  OF_2006,
  patients,
  payments,
  planFrom,
  shop,
  shopkeeper,
  worldOf,
} from '../../../../server/cli/lab/pairs/ground/world.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { fromPair, type Matter } from './matter.ts';

/** Somebody of the shop beside the bank’s keys, on a host that merges their pages. */
const MERGING = worldOf(
  {
    hosts: [hostOf({ dedup: true })],
    images: imagesOf({ alike: 1, service: 10 }),
    vms: [shop({ fills: 3 }), payments({ fills: 3 })],
    flaws: [{ name: 'cipher-timing', fixedIn: 12, public: true }],
    attackers: [shopkeeper([1])],
  },
  'sc-flush-reload-dedup',
);

/** Somebody of the shop with a device of a host of that kind. */
const OWN_DEVICE = (
  host: Partial<ScenarioFile['hosts'][number]>,
  vm: Parameters<typeof shop>[0],
  attack: string,
): ScenarioFile =>
  worldOf(
    { hosts: [hostOf(host)], vms: [shop(vm), payments()], attackers: [shopkeeper([1])] },
    attack,
  );

/** Somebody of the shop beside the bank’s payments, both with a function of a card that checks nothing. */
const SPOOFED = worldOf(
  {
    hosts: [
      hostOf({
        remaps: 'interrupts',
        iommu: true,
        interruptRemapping: true,
        vfs: 2,
        spoofCheck: false,
      }),
    ],
    vms: [shop({ card: 'vf' }), payments({ card: 'vf' }), ledger()],
    attackers: [shopkeeper([1])],
  },
  'io-sriov-vf-spoof',
);

/** What is switched of a host's hardware, and what is good for it. */
export const HARDWARE_MATTERS: Readonly<Record<string, Matter>> = {
  'unmerge-pages': fromPair('unmerge-or-partition', 0, 'first'),
  // There is no frame for what is asked for, until equal pages are merged.
  'merge-pages': {
    world: worldOf({
      hosts: [hostOf({ frames: 12 })],
      images: imagesOf({ alike: 2 }),
      vms: [payments({ fills: 2 }), ledger({ fills: 2 }), ledger({ fills: 2 })],
      people: [
        {
          kind: 'wants-vm',
          at: [21, 21],
          tenant: 'bank',
          plan: planFrom(payments({ fills: 2, image: 'open-desktop' })),
        },
      ],
    }),
    defender: () =>
      script(
        [0, 'merge-pages', { host: 1 }],
        [42, 'create-vm', { request: 1, host: 1, technique: 'hybrid' }],
      ),
    gain: 'a better score',
  },
  'partition-cache': fromPair('unmerge-or-partition', 1, 'second'),
  'share-cache': {
    world: worldOf({
      hosts: [hostOf({ capacity: 700_000, cachePartition: true })],
      vms: [payments(), ledger(), patients()],
    }),
    defender: () => script([0, 'share-cache', { host: 1 }]),
    gain: 'a better score',
  },
  'flush-l1': fromPair('flush-or-single-thread', 0, 'first'),
  // As dear as it is where a flush pushes out what is there by loads.
  'update-microcode': {
    world: worldOf({
      hosts: [hostOf({ ...OF_2006, capacity: 700_000, l1Flush: true, microcode: false })],
      vms: [payments({ technique: 'hvm' }), patients({ technique: 'hvm' })],
    }),
    defender: () => script([0, 'update-microcode', { host: 1 }]),
    gain: 'a better score',
  },
  'disable-smt': fromPair('flush-or-single-thread', 1, 'second'),
  'enable-smt': {
    world: worldOf({
      hosts: [hostOf({ capacity: 700_000, smtCapacity: 1_000_000 })],
      vms: [payments(), ledger(), patients()],
    }),
    defender: () => script([0, 'enable-smt', { host: 1 }]),
    gain: 'a better score',
  },
  // Somebody may nest on an AMD host, and there is no patch of which anybody knows.
  'disable-nesting': {
    world: worldOf(
      {
        hosts: [hostOf({ build: 40, vendor: 'amd', nested: true })],
        vms: [shop({ nested: true }), payments(), patients()],
        flaws: [{ name: 'nested-vmcb', fixedIn: 50, public: true }],
        attackers: [shopkeeper([1])],
      },
      'esc-nested-vmcb',
    ),
    defender: () => script([0, 'disable-nesting', { host: 1 }]),
    gain: 'less harm',
  },
  'watch-counters': {
    world: MERGING,
    defender: () => script([5, 'watch-counters', { host: 1 }]),
    gain: 'more is seen',
  },
  'enable-iommu': {
    world: OWN_DEVICE({ remaps: 'dma' }, { technique: 'para', card: 'whole' }, 'hw-dma-no-iommu'),
    defender: () => script([0, 'enable-iommu', { host: 1 }]),
    gain: 'less harm',
  },
  'remap-interrupts': {
    world: OWN_DEVICE(
      { remaps: 'interrupts', iommu: true, vfs: 1 },
      { card: 'vf' },
      'hw-msi-no-intremap',
    ),
    defender: () => script([0, 'remap-interrupts', { host: 1 }]),
    gain: 'less harm',
  },
  'check-spoofing': {
    world: SPOOFED,
    defender: () => script([0, 'check-spoofing', { host: 1 }]),
    gain: 'less harm',
  },
  // Orders and quotes, each waited for, are too much for its virtual CPUs over a virtual card.
  'attach-vf': {
    world: worldOf({
      hosts: [hostOf({ remaps: 'interrupts', iommu: true, interruptRemapping: true, vfs: 1 })],
      vms: [payments({ workload: 'market-feed' }), ledger()],
    }),
    defender: () => script([0, 'attach-vf', { vm: 1 }]),
    gain: 'a better score',
  },
  'virtual-card': {
    world: SPOOFED,
    defender: () => script([0, 'virtual-card', { vm: 1 }]),
    gain: 'less harm',
  },
};
