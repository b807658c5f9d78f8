import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { type Flips, type Necessity, setupOf } from '../necessity.ts';
import { type Bench, hostileShop, hostsWith } from '../worlds.ts';
import { benchOnNetwork, database, network, shopVm } from './network.ts';
import type { HarmStory } from './story.ts';

/** Both hosts mount one datastore, and so does whatever is in the app zone; the hospital's database was kept as it ran. */
export const shared: Partial<ScenarioFile> = {
  vms: [shopVm, { ...database, snapshot: { kernel: 10, service: 10 } }],
  hosts: hostsWith({ blocks: 4 }),
  stores: [{ hosts: [1, 2], reachedFrom: ['app'] }],
};

/** A backup server that the app zone reaches, older than the fix; its hour is the second second. */
export const backedUp: Partial<ScenarioFile> = {
  vms: [shopVm, database],
  flaws: [...(network.flaws ?? []), { name: 'backup-deserialisation', fixedIn: 50, public: true }],
  repositories: [{ build: 40, reachedFrom: ['app'] }],
  people: [{ kind: 'backs-up', at: [2, 2], repository: 1 }],
};

const BACKUP_FLAW = 2;

/** The second of the copies that are made at that hour is the database's. */
function copied(): Bench {
  const bench = benchOnNetwork(backedUp);
  bench.run(12);
  return bench;
}

/** From where the shop is. */
const fromThere: Flips = {
  'vms/power': ['provisioning', 'stopped'],
  'vms/intruder': [0, 2],
  'vms/foothold': ['none'],
  'vms/card': ['none'],
  'vms/zone': [3, 4],
  'zones/name': ['quarantine', 'dmz'],
};

/** What is done to the files of VMs, and to their copies. */
export const storeSetups: Readonly<Record<string, Necessity>> = {
  'snap-memfile-theft': {
    setup: () =>
      setupOf(
        benchOnNetwork(shared),
        { from: 1 },
        { attacker: 1, tenant: 2, from: 1, store: 1, snapshot: 1, vm: 2 },
      ),
    flips: {
      ...fromThere,
      'stores/reachedFrom': [[], ['dmz']],
      'stores/hosts': [[2]],
      'snapshots/memory': [false],
      'snapshots/host': [3],
      'vms/filesEncrypted': [true],
      'vms/asset': [0, 3],
      'assets/tenant': [2],
    },
  },
  'bak-exposed': {
    setup: () =>
      setupOf(
        copied(),
        { from: 1 },
        { attacker: 1, tenant: 2, from: 1, repository: 1, copy: 2, vm: 2, flaw: BACKUP_FLAW },
      ),
    flips: {
      ...fromThere,
      'repositories/reachedFrom': [[], ['dmz']],
      'repositories/build': [50, 51],
      'copies/repository': [2],
      'copies/vm': [1],
      'flaws/fixedIn': [0, 10],
      'vms/asset': [0, 3],
      'assets/tenant': [2],
    },
    deeper: { 'repositories/encrypted': [true] },
  },
};

/** The same from the first tick, everything done and nothing set. */
export const storeStories: Readonly<Record<string, HarmStory>> = {
  'snap-memfile-theft': {
    scenario: { ...network, ...shared, attackers: [{ ...hostileShop, owns: [1] }] },
    steps: [
      { act: 'recon-network', args: { from: 1 } },
      { act: 'snap-memfile-theft', args: { from: 1 } },
    ],
    cures: ['restrict-store', 'encrypt-vm'],
  },
  'bak-exposed': {
    scenario: {
      ...network,
      ...backedUp,
      people: [{ kind: 'backs-up', at: [12, 12], repository: 1 }],
      attackers: [{ ...hostileShop, owns: [1] }],
    },
    steps: [
      { act: 'recon-network', args: { from: 1 } },
      { act: 'bak-exposed', args: { from: 1 } },
    ],
    cures: ['restrict-repository', 'patch-repository'],
  },
};
