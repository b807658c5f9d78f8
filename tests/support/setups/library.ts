import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { type Flips, type Necessity, setupOf } from '../necessity.ts';
import { type Bench, hostileShop } from '../worlds.ts';
import { benchOnNetwork, database, network, shopVm, website } from './network.ts';
import type { HarmStory } from './story.ts';

/** A datastore of both hosts and the library of images, both mounted from the app zone, where the shop is. */
export const library: Partial<ScenarioFile> = {
  vms: [shopVm, database],
  stores: [
    { hosts: [1, 2], reachedFrom: ['app'] },
    { hosts: [], reachedFrom: ['app'], library: true },
  ],
};

/** The hospital's database is off. */
function off(): Bench {
  const bench = benchOnNetwork(library);
  setFact(bench.world, 'vms', 2, 'power', 'stopped', SCENARIO);
  return bench;
}

/** From where the shop is. */
const fromThere: Flips = {
  'vms/intruder': [0, 2],
  'vms/foothold': ['none'],
  'vms/card': ['none'],
  'vms/zone': [3, 4],
  'zones/name': ['quarantine', 'dmz'],
  'stores/reachedFrom': [[], ['dmz']],
  'stores/verified': [true],
};

/** What is put into images, and into the files of what is off. */
export const librarySetups: Readonly<Record<string, Necessity>> = {
  'img-golden-backdoor': {
    setup: () =>
      setupOf(benchOnNetwork(library), { from: 1 }, { attacker: 1, from: 1, store: 2, image: 1 }),
    flips: {
      ...fromThere,
      'vms/power': ['provisioning', 'stopped'],
      'stores/library': [false],
    },
  },
  'cfg-vmx-tamper': {
    setup: () => setupOf(off(), { from: 1, vm: 2 }, { attacker: 1, from: 1, store: 1, vm: 2 }),
    flips: {
      ...fromThere,
      // What runs is on, and what is off is not: this is neither.
      'vms/power': ['provisioning'],
      'vms/host': [3],
      'vms/filesEncrypted': [true],
      'stores/hosts': [[2]],
    },
  },
};

/** The same from the first tick, everything done and nothing set. */
export const libraryStories: Readonly<Record<string, HarmStory>> = {
  'img-golden-backdoor': {
    scenario: {
      ...network,
      ...library,
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
      people: [{ kind: 'wants-vm', at: [12, 12], tenant: 'hospital', plan: planOf(website) }],
      attackers: [{ ...hostileShop, owns: [1] }],
      pace: { startCredits: 200 },
    },
    steps: [
      { act: 'recon-network', args: { from: 1 } },
      { act: 'img-golden-backdoor', args: { from: 1 }, wait: 20 },
      { order: 'create-vm', args: { request: 1, host: 1, technique: 'hvm' }, wait: 8 },
      // The second that they met was the database, the third has called home.
      { act: 'collect-guest-data', args: { vm: 3 } },
    ],
    cures: ['restrict-store', 'verify-images'],
  },
  'cfg-vmx-tamper': {
    scenario: {
      ...network,
      ...library,
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
      people: [
        { kind: 'shuts-down', at: [1, 1], vm: 2 },
        { kind: 'starts-up', at: [19, 19], vm: 2 },
      ],
      attackers: [{ ...hostileShop, owns: [1] }],
      pace: { startCredits: 200 },
    },
    steps: [
      { act: 'recon-network', args: { from: 1 }, wait: 10 },
      { act: 'cfg-vmx-tamper', args: { from: 1, vm: 2 }, wait: 30 },
      { act: 'collect-guest-data', args: { vm: 2 } },
    ],
    cures: ['restrict-store', 'check-configs'],
  },
};

/** What somebody asks for, as it stands in a VM. */
function planOf({ workload, zone, asset, frames, fills, demand }: typeof website) {
  return { workload, zone, asset, frames, fills, demand };
}
