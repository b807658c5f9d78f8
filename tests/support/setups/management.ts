import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { type Flips, type Necessity, setupOf } from '../necessity.ts';
import { hostileShop, hostsWith } from '../worlds.ts';
import { benchOnNetwork, database, network, shopVm } from './network.ts';
import type { HarmStory } from './story.ts';

const SLP_FLAW = 2;
const SERVER_FLAW = 3;

/** Both hosts are managed from the app zone, where the shop is, and somebody guesses the password of root. */
export const opened = (
  over: Partial<ScenarioFile['hosts'][number]> = {},
): Partial<ScenarioFile> => ({
  vms: [shopVm, database],
  hosts: hostsWith({
    services: ['ssh', 'slp'],
    managedFrom: ['app'],
    weakAccount: 'root',
    hostAudit: true,
    ...over,
  }),
  flaws: [
    ...(network.flaws ?? []),
    { name: 'slp-heap', fixedIn: 50, public: true },
    { name: 'vcenter-upload', fixedIn: 50, public: true },
  ],
  managementServer: { build: 40, managedFrom: ['app'] },
});

const from: Flips = {
  'vms/power': ['provisioning', 'stopped'],
  'vms/intruder': [0, 2],
  'vms/foothold': ['none'],
  'vms/card': ['none'],
  'vms/zone': [3, 4],
  'zones/name': ['quarantine', 'dmz'],
};
const reached: Flips = { ...from, 'hosts/managedFrom': [[], ['internet']] };

/** What is done to hosts by the way in which they are managed. */
export const managementSetups: Readonly<Record<string, Necessity>> = {
  'mgmt-console-exposed': {
    setup: () => setupOf(benchOnNetwork(opened()), { from: 1 }, { attacker: 1, from: 1, host: 1 }),
    flips: {
      ...reached,
      'hosts/services': [[], ['slp']],
      'hosts/weakAccount': ['none'],
      'hosts/lockdown': [true],
      'hosts/mfa': [true],
    },
  },
  'mgmt-esxi-slp-ransom': {
    setup: () =>
      setupOf(
        benchOnNetwork(opened()),
        { from: 1 },
        { attacker: 1, from: 1, host: 1, flaw: SLP_FLAW },
      ),
    flips: {
      ...reached,
      'hosts/services': [[], ['ssh']],
      'hosts/build': [50, 51],
      'flaws/fixedIn': [0, 10],
    },
  },
  'mgmt-vcenter-rce': {
    setup: () =>
      setupOf(
        benchOnNetwork(opened()),
        { from: 1 },
        { attacker: 1, from: 1, host: 1, flaw: SERVER_FLAW },
      ),
    flips: {
      ...from,
      'policies/serverBuild': [0, 50, 51],
      'policies/serverFrom': [[], ['internet']],
      'flaws/fixedIn': [0, 10],
      'hosts/management': [0],
    },
  },
};

const story = (
  act: string,
  cures: readonly string[] = ['stop-service', 'restrict-management'],
): HarmStory => ({
  scenario: { ...network, ...opened(), attackers: [{ ...hostileShop, owns: [1] }] },
  steps: [
    { act: 'recon-network', args: { from: 1 } },
    { act, args: { from: 1 } },
  ],
  cures,
});

/** The same from the first tick, everything done and nothing set. */
export const managementStories = {
  'mgmt-console-exposed': story('mgmt-console-exposed'),
  'mgmt-esxi-slp-ransom': story('mgmt-esxi-slp-ransom'),
  'mgmt-vcenter-rce': story('mgmt-vcenter-rce', ['restrict-server', 'patch-server']),
};
