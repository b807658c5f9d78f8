import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import type { Flips, Necessity } from '../necessity.ts';
import { setupOf } from '../necessity.ts';
import { bankVm, disked, letIn, STREET, street } from '../storage.ts';
import { Bench, benchWithReader, hostileShop, hostsWith } from '../worlds.ts';

export const off = ['provisioning', 'stopped'];
const nobody = { 'vms/intruder': [0, 2], 'vms/foothold': ['none'] };
export const noRoot = { ...nobody, 'vms/foothold': ['none', 'user'] };
const noKernel = { ...nobody, 'vms/foothold': ['none', 'user', 'root'] };
export const deny = { from: 0, to: 0, service: 'any', allow: false };
/** Both ends are taken for quarantined ones. */
export const shutOff = [
  { vm: 1, zone: 4 },
  { vm: 2, zone: 4 },
];

export const service: Flips = {
  'vms/power': off,
  ...nobody,
  'vms/host': [0, 99],
  'vms/zone': [3, 4],
  'vms/card': ['none'],
  'switches/ports': [shutOff],
  'switches/overloaded': [true],
  'switches/rules': [[deny]],
  'switches/watch': ['ips'],
  'wires/watch': ['ips'],
  'zones/name': ['quarantine'],
  // A database, a queue, and a hole that is another component's: the service offers what has none of it.
  'vms/workload': ['ledger-db', 'settlement'],
  'flaws/name': ['queue-deserialisation', 'scrub-tlb'],
  'vms/service': [12, 99],
};

export const overService = { attacker: 1, from: 2, vm: 1, service: 0, flaw: 1 };

/** The shop's VM 3 has blocks 1 and 2, which the bank's keys were left in. */
const withDisk: Partial<ScenarioFile> = {
  hosts: hostsWith({ blocks: 4 }),
  residue: [{ host: 1, asset: 'payment-keys', frames: 0, blocks: 2 }],
  attackers: [{ ...hostileShop, plan: { ...hostileShop.plan, blocks: 2 } }],
};

function inTheBank(over: Partial<ScenarioFile>): Bench {
  const bench = new Bench(disked({ ...STREET, attackers: [hostileShop], ...over }));
  letIn(bench, 1, 'kernel');
  return bench;
}

/** Disks, snapshots, old images, scrubbed frames, and what leaves by the network. */
export const storageSetups: Readonly<Record<string, Necessity>> = {
  'res-disk-blocks': {
    setup: () => setupOf(benchWithReader(withDisk), { vm: 1 }, { vm: 3, attacker: 1, block: 1 }),
    flips: {
      'vms/power': off,
      ...noRoot,
      'vms/technique': ['container'],
      'blocks/owner': [0, 1, 2],
      'blocks/residue': [0, 3, 99],
      'blocks/sealed': [true],
      'assets/tenant': [2],
      'vms/tenant': [1],
    },
  },
  'res-scrub-tlb-race': {
    setup: () =>
      setupOf(
        inTheBank({
          hosts: hostsWith({ blocks: 4, scrub: 'on-free' }),
          vms: [bankVm({ technique: 'para' })],
        }),
        { vm: 1 },
        { vm: 1, attacker: 1, host: 1, flaw: 2, frame: 2 },
      ),
    flips: {
      'vms/power': off,
      ...noKernel,
      'vms/technique': ['hvm', 'hybrid', 'bt', 'container', 'emulation'],
      'hosts/scrub': ['never', 'on-allocate'],
      'hosts/build': [50, 51],
      'flaws/fixedIn': [0, 43],
      'frames/owner': [0, 2],
      'frames/content': [0],
    },
  },
  'snap-rollback-revive': {
    setup: () => setupOf(street(), { from: 1, vm: 2 }, overService),
    flips: {
      ...service,
      'vms/revertedFrom': [0, 11],
      // The old build has it not, or the newer one had it too.
      'flaws/fixedIn': [10, 13],
    },
  },
  'img-stale-packages': {
    setup: () => setupOf(street(), { from: 1, vm: 2 }, overService),
    flips: { ...service, 'flaws/fixedIn': [0, 10] },
  },
  'collect-guest-data': {
    setup: () => setupOf(inTheBank({}), { vm: 1 }, { vm: 1, attacker: 1, tenant: 2 }),
    flips: {
      'vms/power': off,
      ...nobody,
      'vms/asset': [0, 3, 99],
      'assets/tenant': [2],
      'vms/host': [0, 99],
      'switches/ports': [shutOff],
      'vms/zone': [4],
      'vms/card': ['none'],
      'switches/overloaded': [true],
      'switches/rules': [[deny]],
      'zones/name': ['quarantine'],
    },
  },
};
