import type { ActArgs } from '../../shared/world/people/attacker.ts';
import type { ScenarioFile } from '../../shared/world/scenario/schema.ts';
import { FLAWS, guest, WIDE } from './hypervisor.ts';
import { besideOpenly } from './setups/hardware.ts';
import { database, ledger, network, payments, shopVm, website } from './setups/network.ts';
import { bankVm, STREET } from './storage.ts';
import { Bench, hostileShop, hostsWith, tiny } from './worlds.ts';

/** A match from its first tick to a harm: everything in it is done, nothing is set. */
export interface HarmStory {
  readonly scenario: Partial<ScenarioFile>;
  /** Acts of attacker 1 and orders of seat 1, and how long is waited after each. */
  readonly steps: readonly Step[];
  /** What a careful operator would expect among the first two answers. */
  readonly cures: readonly string[];
}

type Step =
  | { readonly act: string; readonly args?: ActArgs; readonly wait?: number }
  | {
      readonly order: string;
      readonly args: Readonly<Record<string, number | string>>;
      readonly wait?: number;
    };

/** Long enough for any act or order of the tiny world. */
const A_WHILE = 24;

/**
 * Plays a story to the end of its match, after a while in which anything could have been ordered. Somebody
 * sits with the attackers, so that no mind does anything of its own.
 */
export function told({ scenario, steps }: Pick<HarmStory, 'scenario' | 'steps'>): Bench {
  const pace = { live: 400, fillEvery: 50, startCredits: 100, ...scenario.pace };
  const bench = new Bench(tiny({ ...scenario, pace }), { putIn: true });
  bench.tick({ kind: 'seat', seat: 2, pilot: 'human', side: 'red' });
  bench.run(60);
  for (const step of steps) {
    if ('act' in step) bench.act(step.act, step.args);
    else bench.give(step.order, step.args);
    bench.run(step.wait ?? A_WHILE);
  }
  while (bench.world.phase !== 'over') bench.run(1);
  return bench;
}

const rents: readonly Step[] = [
  { act: 'entry-tenant', wait: 10 },
  { order: 'create-vm', args: { request: 1, host: 1, technique: 'hvm' }, wait: 8 },
];

/** The shop is VM 1's tenant, and means harm: its kernel is its own. */
const inside = { ...hostileShop, owns: [1] };
const own = (over: Partial<ScenarioFile['vms'][number]> = {}) =>
  guest({ tenant: 'shop', workload: 'order-queue', asset: 'orders', ...over });
const victim = guest({ tenant: 'hospital', workload: 'booking', asset: 'patient-records' });

/** The shop's VM beside another on a host whose devices nothing confines. */
const below: Partial<ScenarioFile> = {
  flaws: [...FLAWS],
  hosts: hostsWith({ sandbox: false, capacity: 3000 }),
  vms: [own(), victim],
  attackers: [inside],
};

const looksAround: readonly Step[] = [{ act: 'recon-network', args: { from: 1 } }];
const lan = (over: Partial<ScenarioFile>): Partial<ScenarioFile> => ({
  ...network,
  attackers: [inside],
  ...over,
});
/** The shop's VM beside the payments, which talk in plain text to a database on the other host. */
const neighbours = (port: object): Partial<ScenarioFile> =>
  lan({
    vms: [shopVm, payments, { ...ledger, host: 2 }],
    zones: (network.zones ?? []).map((zone) => ({ ...zone, ...port })),
    rules: [
      { from: 'app', to: 'data', service: 'db', allow: true },
      { from: 'dmz', to: 'any', service: 'any', allow: false },
    ],
  });

/** The shop’s VM beside the bank’s, on a host that keeps neither its pages nor its caches apart. */
const beside = lan(besideOpenly);

/** From the internet into the bank's VM, and away with what it works with. */
const outside: Partial<ScenarioFile> = {
  ...STREET,
  hosts: hostsWith({ blocks: 4 }),
  vms: [bankVm({ service: 10 })],
  attackers: [hostileShop],
};
const breaksIn: readonly Step[] = [
  { act: 'recon-network', args: { from: 0 } },
  { act: 'img-stale-packages', args: { from: 0, vm: 1 } },
];

/** How each attack comes to a harm, and what answers it. */
export const harmStories: Readonly<Record<string, HarmStory>> = {
  'res-mem-unscrubbed': {
    scenario: {
      residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
      attackers: [hostileShop],
    },
    steps: [...rents, { act: 'res-mem-unscrubbed', args: { vm: 1 } }],
    cures: ['scrub-frames', 'scrub-policy'],
  },
  'res-disk-blocks': {
    scenario: {
      hosts: hostsWith({ blocks: 4 }),
      residue: [{ host: 1, asset: 'payment-keys', frames: 0, blocks: 2 }],
      attackers: [{ ...hostileShop, plan: { ...hostileShop.plan, blocks: 2 } }],
    },
    steps: [...rents, { act: 'res-disk-blocks', args: { vm: 1 } }],
    cures: ['wipe-blocks'],
  },
  'res-free-memory': {
    scenario: { ...below, residue: [{ host: 1, asset: 'payment-keys', frames: 2 }] },
    steps: [
      { act: 'esc-floppy-venom', args: { vm: 1 } },
      { act: 'res-free-memory', args: { vm: 1 } },
    ],
    cures: ['scrub-frames'],
  },
  'esc-floppy-venom': {
    scenario: below,
    steps: [{ act: 'esc-floppy-venom', args: { vm: 1 } }],
    cures: ['patch-host', 'exit-filter'],
  },
  'esc-usb-xhci': {
    scenario: below,
    steps: [{ act: 'esc-usb-xhci', args: { vm: 1 } }],
    cures: ['patch-host', 'detach-device'],
  },
  'hc-l2-superpage': {
    scenario: { ...below, vms: [own({ technique: 'para' }), { ...victim, technique: 'para' }] },
    steps: [{ act: 'hc-l2-superpage', args: { vm: 1 } }],
    cures: ['patch-host'],
  },
  'hc-pte-fastpath': {
    scenario: { ...below, vms: [own({ technique: 'para' }), { ...victim, technique: 'para' }] },
    steps: [{ act: 'hc-pte-fastpath', args: { vm: 1 } }],
    cures: ['patch-host'],
  },
  'hc-memory-exchange': {
    scenario: {
      ...below,
      ...WIDE,
      vms: [own({ technique: 'para' }), { ...victim, technique: 'para' }],
    },
    steps: [{ act: 'hc-memory-exchange', args: { vm: 1 } }],
    cures: ['patch-host'],
  },
  'ct-shared-kernel': {
    scenario: {
      ...below,
      hosts: hostsWith({ sandbox: false, capacity: 3000, platform: 'container' }),
      images: (['web-2015', 'container-api'] as const).map((name) => ({
        name,
        os: 'open',
        container: true,
        kernel: 10,
        service: 10,
        devices: ['disk', 'nic'],
      })),
      vms: [own(), victim].map((one) => ({
        ...one,
        technique: 'container',
        image: 'container-api',
        devices: ['disk', 'nic'],
      })),
    },
    steps: [{ act: 'ct-shared-kernel', args: { vm: 1 } }],
    cures: ['confine-host', 'patch-host'],
  },
  'net-fw-drift': {
    scenario: lan({ vms: [shopVm, { ...database, bound: false }] }),
    steps: [...looksAround, { act: 'net-fw-drift', args: { from: 1, vm: 2 } }],
    cures: ['push-policy'],
  },
  'net-any-any': {
    scenario: lan({
      vms: [shopVm, database],
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
    }),
    steps: [
      { order: 'push-policy', args: { host: 1 } },
      ...looksAround,
      { act: 'net-any-any', args: { from: 1, vm: 2 } },
    ],
    cures: ['remove-rule'],
  },
  'net-arp-spoof': {
    scenario: lan({ vms: [shopVm, { ...database, zone: 'app' }] }),
    steps: [...looksAround, { act: 'net-arp-spoof', args: { from: 1, vm: 2 } }],
    cures: ['port-security'],
  },
  'net-promisc-sniff': {
    scenario: neighbours({ promiscuous: true, macChanges: false, forgedTransmits: false }),
    steps: [...looksAround, { act: 'net-promisc-sniff', args: { from: 1, vm: 2 } }],
    cures: ['port-security'],
  },
  'net-mac-forge': {
    scenario: neighbours({ arpInspection: true }),
    steps: [...looksAround, { act: 'net-mac-forge', args: { from: 1, vm: 2 } }],
    cures: ['port-security'],
  },
  'net-eastwest-blindspot': {
    scenario: lan({ vms: [shopVm, website] }),
    steps: [
      ...looksAround,
      { act: 'net-eastwest-blindspot', args: { from: 1, vm: 2 } },
      { act: 'collect-guest-data', args: { vm: 2 } },
    ],
    cures: ['patch-guest', 'place-sensor'],
  },
  'img-stale-packages': {
    scenario: outside,
    steps: [...breaksIn, { act: 'collect-guest-data', args: { vm: 1 } }],
    cures: ['patch-guest', 'place-sensor'],
  },
  'snap-rollback-revive': {
    scenario: {
      ...outside,
      vms: [bankVm({ service: 12, snapshot: { kernel: 10, service: 10 } })],
    },
    steps: [
      { act: 'recon-network', args: { from: 0 } },
      { order: 'rollback-vm', args: { vm: 1 } },
      { act: 'snap-rollback-revive', args: { from: 0, vm: 1 } },
      { act: 'collect-guest-data', args: { vm: 1 } },
    ],
    cures: ['patch-guest'],
  },
  'res-scrub-tlb-race': {
    scenario: {
      ...outside,
      flaws: [...STREET.flaws, { name: 'guest-privilege', fixedIn: 20, public: true }],
      hosts: hostsWith({ blocks: 4, scrub: 'on-free' }),
      vms: [bankVm({ technique: 'para', frames: 4, fills: 4, service: 10 })],
      attackers: [{ ...hostileShop, plan: { ...hostileShop.plan, fills: 0 } }],
    },
    steps: [
      ...breaksIn,
      { act: 'priv-guest-root', args: { vm: 1 } },
      { act: 'res-scrub-tlb-race', args: { vm: 1 } },
      ...rents,
      { act: 'res-mem-unscrubbed', args: { vm: 2 } },
    ],
    cures: ['scrub-frames'],
  },
  'sc-flush-reload-dedup': {
    scenario: beside,
    steps: [...looksAround, { act: 'sc-flush-reload-dedup', args: { from: 1, vm: 2 } }],
    cures: ['unmerge-pages', 'patch-guest'],
  },
  'sc-prime-probe': {
    scenario: beside,
    steps: [...looksAround, { act: 'sc-prime-probe', args: { from: 1, vm: 2 } }],
    cures: ['partition-cache', 'patch-guest'],
  },
  'sc-l1tf': {
    scenario: beside,
    steps: [...looksAround, { act: 'sc-l1tf', args: { from: 1, vm: 2 } }],
    cures: ['flush-l1'],
  },
  'hw-rowhammer-ffs': {
    scenario: beside,
    steps: [
      ...looksAround,
      { act: 'hw-rowhammer-ffs', args: { from: 1, vm: 2 } },
      { act: 'collect-guest-data', args: { vm: 2 } },
    ],
    cures: ['unmerge-pages'],
  },
  'collect-guest-data': {
    scenario: outside,
    steps: [...breaksIn, { act: 'collect-guest-data', args: { vm: 1 } }],
    cures: ['patch-guest'],
  },
};
