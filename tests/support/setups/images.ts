import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import type { Necessity } from '../necessity.ts';
import { setupOf } from '../necessity.ts';
import { bankVm, STREET, street } from '../storage.ts';
import { type Bench, benchWithReader, hostileShop, hostsWith, id } from '../worlds.ts';
import { shopVm } from './network.ts';
import { deny, noRoot, off, overService, service, shutOff } from './storage.ts';
import type { HarmStory, Step } from './story.ts';

/** In the shop's VM 3, which is its VM 1, the keys of the bank lie, as its image held them. */
function withKeys(): Bench {
  const bench = benchWithReader();
  setFact(bench.world, 'vms', 3, 'leftSecret', id(1), SCENARIO);
  return bench;
}

/** The bank's old VM 1, which nobody answers for. */
function orphaned(): Bench {
  const bench = street();
  setFact(bench.world, 'vms', 1, 'owner', 'gone', SCENARIO);
  return bench;
}

/** An image that was saved after it had booted. */
export const SEEDED: ScenarioFile['images'] = [
  {
    name: 'web-2015',
    os: 'open',
    container: false,
    kernel: 10,
    service: 12,
    devices: ['disk', 'nic'],
    seeded: true,
  },
];

/** What images leave behind, and who has left. */
export const imageSetups: Readonly<Record<string, Necessity>> = {
  'img-secrets-left': {
    setup: () => setupOf(withKeys(), { vm: 1 }, { vm: 3, attacker: 1, tenant: 2 }),
    flips: {
      'vms/power': off,
      ...noRoot,
      // Nothing, what is the shop's own, and what is no asset at all.
      'vms/leftSecret': [0, 3, 99],
      'assets/tenant': [2],
      'vms/image': [0, 99],
      'images/revoked': [true],
    },
  },
  'clone-entropy-reuse': {
    // The shop's VM 2 and the bank's VM 1 were made from one image, and have the same keys.
    setup: () =>
      setupOf(
        street({ images: SEEDED }),
        { from: 1, vm: 2 },
        { attacker: 1, tenant: 2, from: 2, vm: 1, service: 0 },
      ),
    flips: {
      'vms/power': off,
      ...noRoot,
      'vms/keysFrom': [0, 2],
      'vms/host': [0, 99],
      'vms/zone': [3, 4],
      'vms/card': ['none'],
      'vms/asset': [0, 3, 99],
      'assets/tenant': [2],
      'switches/ports': [shutOff],
      'switches/overloaded': [true],
      'switches/rules': [[deny]],
      'zones/name': ['quarantine'],
    },
  },
  'sprawl-orphan': {
    setup: () => setupOf(orphaned(), { from: 1, vm: 2 }, overService),
    flips: { ...service, 'vms/owner': ['present'], 'flaws/fixedIn': [0, 10] },
  },
};

const rents: readonly Step[] = [
  { act: 'entry-tenant', wait: 10 },
  { order: 'create-vm', args: { request: 1, host: 1, technique: 'hvm' }, wait: 8 },
];

/** The same from the first tick, everything done and nothing set. */
export const imageStories: Readonly<Record<string, HarmStory>> = {
  'img-secrets-left': {
    scenario: {
      people: [{ kind: 'bakes-image', at: [2, 2], image: 'web-2015', asset: 'payment-keys' }],
      attackers: [hostileShop],
    },
    steps: [...rents, { act: 'img-secrets-left', args: { vm: 1 } }],
    cures: ['revoke-keys', 'build-anew'],
  },
  'clone-entropy-reuse': {
    scenario: {
      ...STREET,
      images: SEEDED,
      hosts: hostsWith({ blocks: 4 }),
      vms: [bankVm(), { ...shopVm, host: 2 }],
      attackers: [{ ...hostileShop, owns: [2] }],
    },
    steps: [
      { act: 'recon-network', args: { from: 1 } },
      { act: 'clone-entropy-reuse', args: { from: 1, vm: 2 } },
    ],
    cures: ['generation-id'],
  },
  'sprawl-orphan': {
    scenario: {
      ...STREET,
      hosts: hostsWith({ blocks: 4 }),
      vms: [bankVm({ service: 10 })],
      people: [{ kind: 'owner-leaves', at: [2, 2], vm: 1 }],
      attackers: [hostileShop],
    },
    steps: [
      { act: 'recon-network', args: { from: 0 } },
      { act: 'sprawl-orphan', args: { from: 0, vm: 1 } },
      { act: 'collect-guest-data', args: { vm: 1 } },
    ],
    cures: ['reclaim-vm', 'patch-guest'],
  },
};
