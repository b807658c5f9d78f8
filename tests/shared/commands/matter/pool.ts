import { script } from '../../../../server/cli/lab/pairs/ground/script.ts';
import {
  hostOf,
  ledger,
  patients,
  payments,
  planFrom,
  shop,
  shopkeeper,
  worldOf,
} from '../../../../server/cli/lab/pairs/ground/world.ts';
import { TICKS_PER_SECOND } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { fromPair, type Matter } from './matter.ts';

/** A tenant asks for one VM more than its host has frames for. */
const full: ScenarioFile = worldOf({
  hosts: [hostOf({ frames: 12, scrub: 'on-free' })],
  vms: [payments(), ledger(), patients()],
  people: [{ kind: 'wants-vm', at: [21, 21], tenant: 'bank', plan: planFrom(payments()) }],
});

/** The same, where most of what its VMs were promised they have never written. */
const idle: ScenarioFile = {
  ...full,
  vms: [payments(), ledger({ fills: 1 }), patients({ fills: 1 })],
};

/** A host that promises more than it has, and a VM of somebody who would take it at its word. */
const promised: ScenarioFile = worldOf(
  {
    hosts: [hostOf({ frames: 12, overcommit: true })],
    vms: [shop({ fills: 1 }), payments(), ledger()],
    people: [{ kind: 'wants-vm', at: [21, 21], tenant: 'bank', plan: planFrom(payments()) }],
    attackers: [shopkeeper([1])],
  },
  'dos-overcommit',
);

/** Two boxes of one role each, at a price a minute that leaves nothing for a patch. */
const boxes: ScenarioFile = {
  ...worldOf(
    {
      hosts: [
        hostOf({ build: 40 }),
        hostOf({ platform: 'native', frames: 4 }),
        hostOf({ platform: 'native', frames: 4 }),
      ],
      vms: [
        shop({ technique: 'para' }),
        payments({ technique: 'para' }),
        ledger({ host: 2, technique: 'native' }),
        patients({ host: 3, technique: 'native' }),
      ],
      flaws: [{ name: 'superpage', fixedIn: 50, public: true }],
      attackers: [shopkeeper([1])],
    },
    'hc-l2-superpage',
  ),
  pace: { startCredits: 84, upkeepPerHost: 15, think: 60 * TICKS_PER_SECOND },
};

/** The tenants of any ground, the first with a quota of so many frames. */
const quotaOf = (quota: number): ScenarioFile['tenants'] =>
  full.tenants.map((tenant, i) => (i === 0 ? { ...tenant, quota } : tenant));

const serve = (second: number, host: number) =>
  [second, 'create-vm', { request: 1, host, technique: 'hybrid' }] as const;

/** Somebody who looks for a place beside the bank’s payments, which are on another host. */
const sought: ScenarioFile = worldOf(
  {
    hosts: [hostOf(), hostOf()],
    flaws: [{ name: 'cipher-timing', fixedIn: 20, public: true }],
    vms: [shop(), payments({ host: 2 }), ledger({ host: 2 })],
    attackers: [shopkeeper([1])],
  },
  'recon-coresidency',
  'sc-prime-probe',
);

/** What each order about the pool is good for. */
export const POOL_MATTERS: Readonly<Record<string, Matter>> = {
  consolidate: {
    world: boxes,
    defender: () =>
      script(
        [0, 'consolidate', { vm: 3, host: 1, technique: 'hybrid' }],
        [0, 'consolidate', { vm: 4, host: 1, technique: 'hybrid' }],
        [20, 'retire-host', { host: 2 }],
        [20, 'retire-host', { host: 3 }],
        [61, 'patch-host', { host: 1, how: 'live' }],
      ),
    gain: 'less harm',
  },
  'retire-host': {
    world: boxes,
    defender: () =>
      script(
        [0, 'consolidate', { vm: 3, host: 1, technique: 'hybrid' }],
        [0, 'consolidate', { vm: 4, host: 1, technique: 'hybrid' }],
        [20, 'retire-host', { host: 2 }],
        [20, 'retire-host', { host: 3 }],
        [61, 'patch-host', { host: 1, how: 'live' }],
      ),
    gain: 'less harm',
  },
  'buy-host': {
    world: full,
    defender: () => script([0, 'buy-host', {}], serve(32, 2)),
    gain: 'a better score',
  },
  'buy-memory': {
    world: full,
    defender: () => script([0, 'buy-memory', { host: 1 }], serve(22, 1)),
    gain: 'a better score',
  },
  'balloon-vm': {
    world: full,
    defender: () =>
      script([0, 'balloon-vm', { vm: 1 }], [0, 'balloon-vm', { vm: 2 }], serve(22, 1)),
    gain: 'a better score',
  },
  'overcommit-memory': {
    world: idle,
    defender: () => script([0, 'overcommit-memory', { host: 1 }], serve(22, 1)),
    gain: 'a better score',
  },
  'stop-overcommit': {
    world: promised,
    defender: () => script([0, 'stop-overcommit', { host: 1 }], serve(22, 1)),
    gain: 'less harm',
  },
  // Whoever wants a volume there is given none while a log has it.
  'cap-logs': {
    world: worldOf(
      {
        hosts: [hostOf({ blocks: 4, logCap: false })],
        vms: [shop({ technique: 'hvm' }), payments()],
        attackers: [shopkeeper([1])],
      },
      'dos-log-flood',
    ),
    defender: () => script([0, 'cap-logs', { host: 1 }]),
    gain: 'less harm',
  },
  'limit-vm': fromPair('limit-or-reserve', 0, 'first'),
  // Its limit was made for less work than it has.
  'lift-limit': {
    world: worldOf({ vms: [payments({ limit: 80 }), patients()] }),
    defender: () => script([0, 'lift-limit', { vm: 1 }]),
    gain: 'a better score',
  },
  'reserve-vm': fromPair('limit-or-reserve', 1, 'second'),
  // No balloon takes frames of a VM for which they are set apart.
  'lift-reservation': {
    world: {
      ...full,
      vms: [payments({ reserved: true }), ledger({ reserved: true }), patients()],
    },
    defender: () =>
      script(
        [0, 'lift-reservation', { vm: 1 }],
        [0, 'lift-reservation', { vm: 2 }],
        [12, 'balloon-vm', { vm: 1 }],
        [12, 'balloon-vm', { vm: 2 }],
        serve(26, 1),
      ),
    gain: 'a better score',
  },
  // Its clock counts ticks: where it is short of cycles it lies, and that of its neighbours does not.
  'set-shares': {
    world: worldOf({
      hosts: [hostOf({ capacity: 700_000 })],
      vms: [payments(), ledger(), patients({ technique: 'hvm' })],
    }),
    defender: () => script([0, 'set-shares', { vm: 3, shares: 'high' }]),
    gain: 'a better score',
  },
  'set-quota': {
    world: worldOf({ vms: [shop(), payments()], attackers: [shopkeeper([1])] }, 'dos-create-storm'),
    defender: () => script([0, 'set-quota', { tenant: 2 }]),
    gain: 'less harm',
  },
  'dedicate-host': {
    world: sought,
    defender: () => script([0, 'dedicate-host', { host: 2, tenant: 1 }]),
    gain: 'less harm',
  },
  // It was set apart for the hospital, and the bank asks for room.
  'share-host': {
    world: { ...full, hosts: [hostOf({ frames: 16 })] },
    defender: () =>
      script(
        [0, 'dedicate-host', { host: 1, tenant: 3 }],
        [15, 'share-host', { host: 1 }],
        serve(22, 1),
      ),
    gain: 'a better score',
  },
  // What the bank asks for in good faith is more than its quota leaves it.
  'lift-quota': {
    world: { ...full, hosts: [hostOf({ frames: 16 })], tenants: quotaOf(8) },
    defender: () => script([0, 'lift-quota', { tenant: 1 }], serve(22, 1)),
    gain: 'a better score',
  },
};
