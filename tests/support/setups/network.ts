import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO, type VmId } from '../../../shared/world/ids.ts';
import type { Foothold } from '../../../shared/world/machine/vm.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { type Necessity, type Setup, setupOf } from '../necessity.ts';
import { Bench, hostileShop, id, tiny } from '../worlds.ts';

export type FileVm = ScenarioFile['vms'][number];

/** The shop's VM, in which the attacker sits: on host 1, in the app zone. */
export const shopVm: FileVm = { ...hostileShop.plan, tenant: 'shop', host: 1 };

/** A database of the hospital on host 1, in the data zone. */
export const database: FileVm = {
  tenant: 'hospital',
  host: 1,
  workload: 'patient-db',
  zone: 'data',
  asset: 'patient-records',
  frames: 1,
  fills: 1,
  demand: 100,
};

/** A web service of the hospital on host 1, beside the shop's VM, as old as it was delivered. */
export const website: FileVm = { ...database, workload: 'booking', zone: 'app', service: 8 };

/** Zones app 1, data 2, dmz 3 and quarantine 4; what is in the app or the data zone keeps to it. */
export const network: Partial<ScenarioFile> = {
  zones: [{ name: 'app' }, { name: 'data' }, { name: 'dmz' }, { name: 'quarantine' }],
  rules: [
    { from: 'app', to: 'app', service: 'any', allow: true },
    { from: 'data', to: 'data', service: 'any', allow: true },
    { from: 'dmz', to: 'any', service: 'any', allow: true },
    { from: 'any', to: 'dmz', service: 'any', allow: true },
  ],
  flaws: [{ name: 'shellshock', fixedIn: 12, public: true }],
  attackers: [hostileShop],
};

/** What is in the app or the data zone keeps to it, and nothing else gets anywhere. */
export const KEPT_APART: NonNullable<ScenarioFile['rules']> = [
  { from: 'app', to: 'app', service: 'any', allow: true },
  { from: 'data', to: 'data', service: 'any', allow: true },
];

/** A bench over that network, in whose VM 1 the attacker is root. They know VMs 1 and 2. */
export function benchOnNetwork(over: Partial<ScenarioFile>, foothold: Foothold = 'root'): Bench {
  const bench = new Bench(tiny({ ...network, ...over }));
  const { world } = bench;
  setFact(world, 'vms', 1, 'foothold', foothold, SCENARIO);
  setFact(world, 'vms', 1, 'intruder', id(1), SCENARIO);
  world.attackers[1]?.knownVms.push(id<VmId>(1), id<VmId>(2));
  return bench;
}

/** VM 1 against the service of VM 2, by its place in the list of services. */
const against = (over: Partial<ScenarioFile>, more: Record<string, number>): Setup =>
  setupOf(benchOnNetwork(over), { from: 1, vm: 2 }, { attacker: 1, from: 1, vm: 2, ...more });

const WEB = 0;
const DB = 1;
const SHOP = 2;

const port = (vm: number, zone: number): object => ({ vm, zone });
const rule = (from: number, to: number, service: string, allow: boolean): object => {
  return { from, to, service, allow };
};
const denyAll = [rule(0, 0, 'any', false)];

/** It has no network card just now. */
const unplugged = { 'vms/card': ['none'] };

export const inSource = {
  'vms/power': ['stopped', 'provisioning'],
  'vms/intruder': [0, 2],
  'vms/foothold': ['none'],
};

/** Nobody's data, the shop's own data, and data that is the shop's after all. */
const foreign = { 'vms/asset': [0, 3], 'assets/tenant': [SHOP] };

/** The bank's payments in the app zone, and its ledger, which they read; anything else is denied. */
export const payments: FileVm = {
  ...database,
  tenant: 'bank',
  workload: 'payments',
  asset: 'payment-keys',
  zone: 'app',
};
export const ledger: FileVm = { ...payments, workload: 'ledger-db', asset: 'ledger', zone: 'data' };

/** VM 1 beside VM 2, the payments, which talk to VM 3 on the other host. */
export function benchOfNeighbours(port: object, over: Partial<ScenarioFile> = {}): Bench {
  return benchOnNetwork({
    vms: [shopVm, payments, { ...ledger, host: 2 }],
    zones: (network.zones ?? []).map((zone) => ({ ...zone, ...port })),
    rules: [
      { from: 'app', to: 'data', service: 'db', allow: true },
      { from: 'dmz', to: 'any', service: 'any', allow: false },
    ],
    ...over,
  });
}

const listening = (port: object): Setup =>
  setupOf(
    benchOfNeighbours(port),
    { from: 1, vm: 2 },
    { attacker: 1, tenant: SHOP, from: 1, vm: 2, peer: 3 },
  );

export const overheard = {
  ...inSource,
  ...unplugged,
  ...foreign,
  'vms/foothold': ['none', 'user'],
  'vms/host': [0, 99],
  'vms/zone': [4],
  'vms/tenant': [3],
  'vms/workload': ['storefront'],
  // Both ends are taken for VMs of the dmz.
  'switches/ports': [[port(2, 3), port(3, 3)]],
  'switches/overloaded': [true],
  'switches/rules': [denyAll],
  'zones/name': ['quarantine'],
};

export const networkSetups: Readonly<Record<string, Necessity>> = {
  'recon-network': {
    setup: () =>
      setupOf(benchOnNetwork({ vms: [shopVm, database] }), { from: 1 }, { attacker: 1, from: 1 }),
    flips: inSource,
  },
  'net-fw-drift': {
    // The switch was never told of the database. An IPS on the wire is of no use: nothing matches.
    setup: () =>
      against(
        { vms: [shopVm, { ...database, bound: false }], wire: 'ips' },
        { tenant: SHOP, service: DB },
      ),
    flips: {
      ...inSource,
      ...unplugged,
      ...foreign,
      'vms/host': [0, 99],
      'vms/zone': [3],
      'vms/workload': ['payments'],
      'policies/rules': [[rule(1, 2, 'db', true)]],
      'switches/ports': [[port(1, 1), port(2, 2)]],
      'switches/overloaded': [true],
      'switches/rules': [denyAll],
      'zones/name': ['quarantine'],
    },
  },
  'net-any-any': {
    setup: () =>
      against(
        {
          vms: [shopVm, database],
          wire: 'ips',
          rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
        },
        { tenant: SHOP, service: DB },
      ),
    flips: {
      ...inSource,
      ...unplugged,
      ...foreign,
      'vms/host': [0, 99],
      'vms/zone': [4],
      'vms/workload': ['payments'],
      // Unbound it is open for another reason.
      'switches/ports': [[]],
      'switches/overloaded': [true],
      'switches/rules': [[rule(1, 2, 'db', true)], denyAll],
      'zones/name': ['quarantine'],
    },
  },
  'net-arp-spoof': {
    setup: () =>
      against({ vms: [shopVm, { ...database, zone: 'app' }], wire: 'ips' }, { tenant: SHOP }),
    flips: {
      ...inSource,
      ...unplugged,
      ...foreign,
      'vms/foothold': ['none', 'user'],
      'vms/host': [2],
      'vms/zone': [2],
      'zones/name': ['quarantine'],
      'segments/arpInspection': [true],
      'switches/watch': ['ips'],
    },
  },
  'net-promisc-sniff': {
    setup: () => listening({ promiscuous: true, macChanges: false, forgedTransmits: false }),
    flips: { ...overheard, 'segments/promiscuous': [false] },
  },
  'net-mac-forge': {
    setup: () => listening({ arpInspection: true }),
    flips: {
      ...overheard,
      'segments/macChanges': [false],
      'segments/forgedTransmits': [false],
    },
  },
  'net-vlan-hop': {
    // Only who is in the data zone gets to the database; an IPS on the wire is of no use: nothing matches.
    setup: () =>
      against(
        { vms: [{ ...shopVm, trunk: true }, database], rules: KEPT_APART, wire: 'ips' },
        { tenant: SHOP, service: DB, tag: 2 },
      ),
    flips: {
      ...inSource,
      ...unplugged,
      ...foreign,
      'vms/foothold': ['none', 'user'],
      'vms/trunk': [false],
      'vms/host': [0, 99],
      'vms/zone': [4],
      'vms/workload': ['payments'],
      'switches/ports': [[port(1, 1), port(2, 1)]],
      'switches/overloaded': [true],
      // Nobody gets in; or its own zone does too, and needs no tag.
      'switches/rules': [denyAll, [rule(1, 2, 'db', true), rule(2, 2, 'db', true)]],
      'zones/name': ['quarantine'],
    },
  },
  'net-dhcp-rogue': {
    setup: () => {
      const beside = listening({ arpInspection: true });
      setFact(beside.turn.world, 'vms', 2, 'gateway', id<VmId>(1), SCENARIO);
      return beside;
    },
    flips: { ...overheard, 'vms/gateway': [0, 3] },
  },
  'net-eastwest-blindspot': {
    setup: () => against({ vms: [shopVm, website] }, { service: WEB, flaw: 1 }),
    flips: {
      ...inSource,
      ...unplugged,
      'vms/host': [2],
      'vms/zone': [3],
      // A database and a queue have no hole of a web service.
      'vms/workload': ['patient-db', 'order-queue'],
      'flaws/name': ['queue-deserialisation', 'venom'],
      'vms/service': [12],
      'flaws/fixedIn': [1, 8],
      'switches/ports': [[port(1, 4), port(2, 4)]],
      'switches/overloaded': [true],
      'switches/rules': [denyAll],
      'switches/watch': ['ips'],
      'zones/name': ['quarantine'],
    },
  },
};
