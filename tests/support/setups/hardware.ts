import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { type Necessity, setupOf } from '../necessity.ts';
import { type Bench, hostsWith } from '../worlds.ts';
import { benchOnNetwork, payments, shopVm } from './network.ts';

/**
 * A host on which all that a neighbour can use lies open: pages are merged, the cache is one for all, the
 * L1 is never flushed and a bit of the second frame flips. VM 1 is the shop’s, VM 2 the bank’s with its keys:
 * both of one image, whose library gives keys away.
 */
export const besideOpenly: Partial<ScenarioFile> = {
  hosts: hostsWith({ dedup: true, rowGuard: false, weakFrames: [2], capacity: 3000 }),
  images: [
    {
      name: 'web-2015',
      os: 'open',
      container: false,
      kernel: 10,
      service: 10,
      alike: 1,
      devices: ['disk', 'nic'],
    },
  ],
  flaws: [{ name: 'cipher-timing', fixedIn: 12, public: true }],
  vms: [
    { ...shopVm, frames: 2, fills: 1 },
    { ...payments, service: 10, frames: 2, fills: 1 },
  ],
};

/** Long enough for the scanner to merge what there is to merge. */
export function benchBeside(over: Partial<ScenarioFile> = {}): Bench {
  const bench = benchOnNetwork({ ...besideOpenly, ...over }, 'kernel');
  bench.run(10);
  return bench;
}

const KEPT = 2;
const SHOP = 2;
const about = { attacker: 1, from: 1, vm: 2 };

const beside = {
  'vms/power': ['stopped', 'provisioning'],
  'vms/intruder': [0, 2],
  'vms/foothold': ['none'],
  'vms/host': [0, 99],
};
const foreign = { 'vms/asset': [0, 3], 'assets/tenant': [SHOP] };
const leaky = {
  ...foreign,
  'vms/service': [12],
  'flaws/fixedIn': [10],
  'assets/name': ['ledger'],
};

export const hardwareSetups: Readonly<Record<string, Necessity>> = {
  'sc-flush-reload-dedup': {
    setup: () =>
      setupOf(benchBeside(), { from: 1, vm: 2 }, { ...about, tenant: SHOP, flaw: 1, frame: KEPT }),
    flips: {
      ...beside,
      ...leaky,
      'hosts/dedup': [false],
      'frames/owner': [0],
      'vms/merged': [[]],
    },
  },
  'sc-prime-probe': {
    setup: () => setupOf(benchBeside(), { from: 1, vm: 2 }, { ...about, tenant: SHOP, flaw: 1 }),
    flips: { ...beside, ...leaky, 'hosts/cachePartition': [true] },
  },
  'sc-l1tf': {
    setup: () => setupOf(benchBeside(), { from: 1, vm: 2 }, { ...about, tenant: SHOP }),
    flips: {
      ...beside,
      ...foreign,
      'vms/foothold': ['none', 'user', 'root'],
      'vms/technique': ['para', 'bt'],
      'hosts/nestedPaging': [false],
      'hosts/year': [2003, 2021],
      'hosts/vendor': ['amd'],
      'hosts/l1Flush': [true],
    },
  },
  'hw-rowhammer-ffs': {
    setup: () => setupOf(benchBeside(), { from: 1, vm: 2 }, { ...about, frame: KEPT }),
    flips: {
      ...beside,
      'hosts/dedup': [false],
      'frames/owner': [0, 2],
      'vms/merged': [[]],
      'hosts/weakFrames': [[]],
      'hosts/rowGuard': [true],
    },
  },
};
