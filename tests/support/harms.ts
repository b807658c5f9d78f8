import type { ScenarioFile } from '../../shared/world/scenario/schema.ts';
import { fallenScenario } from './fallen.ts';
import { DEVICE_FLAWS, FLAWS, guest, LOOP_FLAWS, WIDE } from './hypervisor.ts';
import { besideOpenly } from './setups/hardware.ts';
import { imageStories } from './setups/images.ts';
import { libraryStories } from './setups/library.ts';
import { managementStories } from './setups/management.ts';
import { movingStories } from './setups/moving.ts';
import { ledger, payments, shopVm } from './setups/network.ts';
import { inside, lan, looksAround, networkHarms } from './setups/network-harms.ts';
import { CARD } from './setups/own-device.ts';
import { storeStories } from './setups/stores.ts';
import type { HarmStory, Step } from './setups/story.ts';
import { bankVm, STREET } from './storage.ts';
import { Bench, hostileShop, hostsWith, tiny } from './worlds.ts';

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

/** The same with the flaws of all virtual hardware. */
const bay = (over: Parameters<typeof own>[0]): Partial<ScenarioFile> => ({
  ...below,
  flaws: [...FLAWS, ...DEVICE_FLAWS],
  vms: [own(over), victim],
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

/** A desk with a hosted hypervisor: the shop's guest has every channel open, and people read mail beside it. */
const desk = (over: Partial<ScenarioFile> = {}): Partial<ScenarioFile> => ({
  ...below,
  hosts: hostsWith({
    sandbox: false,
    capacity: 3000,
    platform: 'type2',
    programs: ['mail', 'browser'],
  }),
  vms: [own({ tools: ['shared-folders', 'drag-and-drop', 'clipboard'] }), victim],
  ...over,
});

/** Containers on a host that keeps nobody in, the shop's among them. */
const boxes = (
  mine: Partial<ScenarioFile['vms'][number]> = {},
  over: Partial<ScenarioFile> = {},
): Partial<ScenarioFile> => ({
  ...below,
  hosts: hostsWith({ capacity: 3000, platform: 'container', lsm: false }),
  images: (['web-2015', 'container-api'] as const).map((name) => ({
    name,
    os: 'open',
    container: true,
    kernel: 10,
    service: 10,
    devices: ['disk', 'nic'],
  })),
  vms: [own(mine), victim].map((one) => ({
    ...one,
    technique: 'container',
    image: 'container-api',
    devices: ['disk', 'nic'],
  })),
  ...over,
});

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
  'esc-svga-cloudburst': {
    scenario: bay({ devices: ['disk', 'nic', 'svga'] }),
    steps: [{ act: 'esc-svga-cloudburst', args: { vm: 1 } }],
    cures: ['patch-host', 'confine-host'],
  },
  'esc-svga-shader': {
    scenario: bay({ devices: ['disk', 'nic', 'svga'], accel3d: true }),
    steps: [
      { act: 'leak-nic-rtl8139', args: { vm: 1 } },
      { act: 'esc-svga-shader', args: { vm: 1 } },
    ],
    cures: ['patch-host', 'confine-host'],
  },
  'leak-nic-rtl8139': {
    scenario: bay({ devices: ['disk', 'nic', 'svga'], accel3d: true }),
    steps: [
      { act: 'leak-nic-rtl8139', args: { vm: 1 } },
      { act: 'esc-svga-shader', args: { vm: 1 } },
    ],
    cures: ['patch-host', 'confine-host'],
  },
  'esc-nic-pcnet': {
    scenario: bay({ nic: 'pcnet' }),
    steps: [{ act: 'esc-nic-pcnet', args: { vm: 1 } }],
    cures: ['patch-host', 'confine-host'],
  },
  'esc-vmx-chain': {
    scenario: {
      ...bay({}),
      hosts: hostsWith({ capacity: 3000 }).map((host, i) =>
        i === 1 ? { ...host, build: 60 } : host,
      ),
    },
    steps: [{ act: 'esc-vmx-chain', args: { vm: 1 } }],
    cures: ['migrate-vm'],
  },
  'esc-vhost-migration': {
    scenario: bay({ technique: 'hybrid' }),
    steps: [
      { order: 'migrate-vm', args: { vm: 1, host: 2 }, wait: 1 },
      { act: 'esc-vhost-migration', args: { vm: 1 } },
    ],
    cures: ['patch-host', 'disable-vhost'],
  },
  'hc-l2-superpage': {
    scenario: { ...below, vms: [own({ technique: 'para' }), { ...victim, technique: 'para' }] },
    steps: [{ act: 'hc-l2-superpage', args: { vm: 1 } }],
    cures: ['patch-host'],
  },
  'esc-nested-vmcb': {
    scenario: {
      ...below,
      hosts: hostsWith({ sandbox: false, capacity: 3000, vendor: 'amd', nested: true }),
      vms: [own({ nested: true }), victim],
    },
    steps: [{ act: 'esc-nested-vmcb', args: { vm: 1 } }],
    cures: ['patch-host', 'disable-nesting'],
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
    scenario: boxes(
      {},
      { hosts: hostsWith({ sandbox: false, capacity: 3000, platform: 'container' }) },
    ),
    steps: [{ act: 'ct-shared-kernel', args: { vm: 1 } }],
    cures: ['confine-host', 'patch-host'],
  },
  't2-hostos-takeover': {
    scenario: desk(),
    steps: [{ act: 't2-hostos-takeover', args: { vm: 1 } }],
    cures: ['remove-programs', 'patch-host-os'],
  },
  'tools-sharedfolder-traversal': {
    scenario: desk(),
    steps: [{ act: 'tools-sharedfolder-traversal', args: { vm: 1 } }],
    cures: ['tool-channel', 'patch-host'],
  },
  'tools-dnd-clipboard': {
    scenario: desk(),
    steps: [{ act: 'tools-dnd-clipboard', args: { vm: 1 } }],
    cures: ['tool-channel', 'patch-host'],
  },
  'tools-clipboard-read': {
    scenario: desk({
      people: [{ kind: 'copies', at: [11, 11], host: 1, asset: 'payment-keys' }],
    }),
    steps: [{ act: 'tools-clipboard-read', args: { vm: 1 } }],
    cures: ['tool-channel'],
  },
  'ct-runc-overwrite': {
    scenario: boxes({}, { people: [{ kind: 'execs-into', at: [13, 13], vm: 1 }] }),
    steps: [{ act: 'ct-runc-overwrite', args: { vm: 1 } }],
    cures: ['patch-host-os', 'remap-users'],
  },
  'ct-privileged-config': {
    scenario: boxes({ grants: ['privileged'] }),
    steps: [{ act: 'ct-privileged-config', args: { vm: 1 } }],
    cures: ['drop-privileges'],
  },
  'ct-release-agent': {
    scenario: boxes(),
    steps: [{ act: 'ct-release-agent', args: { vm: 1 } }],
    cures: ['confine-host', 'patch-host'],
  },
  ...networkHarms,
  ...imageStories,
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
  'lateral-shared-credential': {
    scenario: fallenScenario,
    steps: [
      { act: 'esc-floppy-venom', args: { vm: 1 } },
      { act: 'lateral-shared-credential', args: { vm: 1 } },
    ],
    cures: ['rotate-credentials'],
  },
  'collect-guest-frames': {
    // On a host whose CPU encrypts memory: elsewhere nothing keeps it from its host.
    scenario: {
      ...fallenScenario,
      hosts: (fallenScenario.hosts ?? []).map((host) => ({ ...host, memoryEncryption: true })),
    },
    steps: [
      { act: 'esc-floppy-venom', args: { vm: 1 } },
      { act: 'collect-guest-frames', args: { vm: 1 } },
    ],
    cures: ['patch-host'],
  },
  ...managementStories,
  ...storeStories,
  ...libraryStories,
  ...movingStories,
  'tools-guestops-abuse': {
    scenario: fallenScenario,
    steps: [
      { act: 'esc-floppy-venom', args: { vm: 1 } },
      { act: 'tools-guestops-abuse', args: { vm: 1 } },
      { act: 'collect-guest-data', args: { vm: 2 } },
    ],
    cures: ['patch-guest'],
  },
  'hw-dma-no-iommu': {
    scenario: lan({
      hosts: hostsWith({ remaps: 'dma', capacity: 3000 }),
      vms: [{ ...shopVm, technique: 'para', card: 'whole' }, payments],
    }),
    steps: [{ act: 'hw-dma-no-iommu', args: { vm: 1 } }],
    cures: ['enable-iommu', 'virtual-card'],
  },
  'hw-msi-no-intremap': {
    scenario: lan({
      hosts: hostsWith({ remaps: 'interrupts', iommu: true, vfs: 1, capacity: 3000 }),
      vms: [{ ...shopVm, technique: 'hybrid', card: 'vf' }, payments],
    }),
    steps: [{ act: 'hw-msi-no-intremap', args: { vm: 1 } }],
    cures: ['remap-interrupts', 'virtual-card'],
  },
  'io-sriov-vf-spoof': {
    scenario: lan({
      hosts: hostsWith(CARD),
      vms: [
        { ...shopVm, technique: 'hybrid', card: 'vf' },
        { ...payments, technique: 'hybrid', card: 'vf' },
        { ...ledger, host: 2 },
      ],
      rules: [{ from: 'app', to: 'data', service: 'db', allow: true }],
    }),
    steps: [...looksAround, { act: 'io-sriov-vf-spoof', args: { from: 1, vm: 2 } }],
    cures: ['check-spoofing', 'virtual-card'],
  },
  'dos-noisy-neighbour': {
    scenario: beside,
    steps: [...looksAround, { act: 'dos-noisy-neighbour', args: { from: 1, vm: 2 } }],
    cures: ['limit-vm', 'reserve-vm'],
  },
  'dos-exception-loop': {
    scenario: { ...below, flaws: LOOP_FLAWS },
    steps: [{ act: 'dos-exception-loop', args: { vm: 1 } }],
    cures: ['exit-filter', 'vm-exit-filter'],
  },
  'dos-log-flood': {
    scenario: { ...below, hosts: hostsWith({ capacity: 3000, blocks: 4, logCap: false }) },
    steps: [{ act: 'dos-log-flood', args: { vm: 1 } }],
    cures: ['cap-logs'],
  },
  'dos-overcommit': {
    scenario: lan({
      hosts: hostsWith({ frames: 8, capacity: 3000, blocks: 2, overcommit: true }),
      vms: [
        { ...shopVm, technique: 'hybrid', frames: 4, fills: 1 },
        { ...payments, technique: 'hybrid', frames: 4, fills: 4 },
      ],
      people: [{ kind: 'wants-more', at: [8, 8], vm: 1, frames: 2 }],
    }),
    steps: [
      { order: 'grow-vm', args: { request: 1 } },
      ...looksAround,
      { act: 'dos-overcommit', args: { from: 1, vm: 2 } },
    ],
    cures: ['reserve-vm', 'buy-memory'],
  },
  'dos-create-storm': {
    scenario: { attackers: [hostileShop] },
    steps: [{ act: 'dos-create-storm' }],
    cures: ['set-quota'],
  },
  'collect-guest-data': {
    scenario: outside,
    steps: [...breaksIn, { act: 'collect-guest-data', args: { vm: 1 } }],
    cures: ['patch-guest'],
  },
};
