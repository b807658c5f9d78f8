import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { fallen, fallenScenario } from '../fallen.ts';
import { type Flips, type Necessity, type Setup, setupOf } from '../necessity.ts';
import { type Bench, hostileShop, id } from '../worlds.ts';
import { benchOnNetwork, database, inSource, network, shopVm } from './network.ts';

/** The port group of the app zone has the VLAN of the hosts' management network. */
export const wired: Partial<ScenarioFile> = {
  vms: [shopVm, database],
  zones: (network.zones ?? []).map((zone) => ({
    ...zone,
    management: zone.name === 'app' ? 1 : 0,
  })),
};

/** A VM is on its way to a host: `strike` is about its first frame. */
function onItsWay(
  bench: Bench,
  { vm, to }: { vm: number; to: number },
  args: Setup['args'],
  strike: Readonly<Record<string, number>>,
): Setup {
  setFact(bench.world, 'vms', vm, 'movingTo', id(to), SCENARIO);
  const [frame = 0] = bench.world.vms[vm]?.memory ?? [];
  return setupOf(bench, args, { attacker: 1, tenant: 2, from: 1, vm, frame, ...strike });
}

const inPlainText: Flips = {
  'frames/owner': [0, 1],
  'hosts/management': [2, 3],
  'wires/watch': ['ips'],
  'vms/moveEncrypted': [true],
  'vms/memoryEncrypted': [true],
  'frames/content': [0, 3],
  'assets/tenant': [2],
};

/** What reads a VM on its way. */
export const movingSetups: Readonly<Record<string, Necessity>> = {
  'mig-plaintext-intercept': {
    setup: () => onItsWay(benchOnNetwork(wired), { vm: 2, to: 2 }, { from: 1 }, { host: 1 }),
    flips: {
      ...inSource,
      ...inPlainText,
      'vms/foothold': ['none', 'user'],
      'vms/card': ['none'],
      'vms/movingTo': [0],
      'vms/zone': [2, 4],
      'zones/name': ['quarantine'],
      'segments/management': [0, 2],
      'segments/arpInspection': [true],
      'vms/host': [0, 99],
      'switches/watch': ['ips'],
    },
  },
  'mig-host-intercept': {
    setup: () => onItsWay(fallen(), { vm: 3, to: 3 }, { vm: 1 }, { host: 2 }),
    flips: {
      ...inPlainText,
      'hosts/intruder': [0, 2],
      'vms/movingTo': [0, 1],
      'vms/host': [0, 1],
    },
  },
};

/** The same from the first tick, everything done and nothing set. */
export const movingStories = {
  'mig-plaintext-intercept': {
    scenario: {
      ...network,
      ...wired,
      attackers: [{ ...hostileShop, owns: [1] }],
      pace: { migrateBase: 30 },
    },
    steps: [
      { act: 'recon-network', args: { from: 1 } },
      { order: 'migrate-vm', args: { vm: 2, host: 2 }, wait: 1 },
      { act: 'mig-plaintext-intercept', args: { from: 1 } },
    ],
    cures: ['encrypt-migration', 'port-security'],
  },
  'mig-host-intercept': {
    scenario: { ...fallenScenario, pace: { migrateBase: 40 } },
    steps: [
      { act: 'esc-floppy-venom', args: { vm: 1 } },
      { order: 'migrate-vm', args: { vm: 3, host: 3 }, wait: 1 },
      { act: 'mig-host-intercept', args: { vm: 1 } },
    ],
    cures: ['encrypt-migration'],
  },
};
