import { script, serve, together } from '../../../../server/cli/lab/pairs/ground/script.ts';
import {
  hostOf,
  imagesOf,
  ledger,
  OF_2006,
  patients,
  payments,
  planFrom,
  shop,
  shopkeeper,
  worldOf,
} from '../../../../server/cli/lab/pairs/ground/world.ts';
import { decideTraps } from '../../../../shared/minds/defenders/duties/traps.ts';
import { TICKS_PER_SECOND } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { HARDWARE_MATTERS } from './hardware.ts';
import { LIBRARY_MATTERS } from './library.ts';
import { MANAGEMENT_MATTERS } from './management.ts';
import { fromPair, type Matter } from './matter.ts';
import { POOL_MATTERS } from './pool.ts';
import { STORE_MATTERS } from './stores.ts';
import { TRUST_MATTERS } from './trust.ts';

const SHELLSHOCK: ScenarioFile['flaws'] = [{ name: 'shellshock', fixedIn: 12, public: true }];
const SUPERPAGE: ScenarioFile['flaws'] = [{ name: 'superpage', fixedIn: 50, public: true }];
const XHCI: ScenarioFile['flaws'] = [{ name: 'xhci-uaf', fixedIn: 50, public: true }];
const OLD = [hostOf({ build: 40 })];

/** Guests that call the hypervisor, on one that has a hole there; somebody of the shop is at home in one. */
const paravirtual = worldOf(
  {
    hosts: OLD,
    vms: [
      shop({ technique: 'para' }),
      payments({ technique: 'para' }),
      patients({ technique: 'para' }),
    ],
    flaws: SUPERPAGE,
    attackers: [shopkeeper([1])],
  },
  'hc-l2-superpage',
  'res-free-memory',
);

/** Anyone may go anywhere, and a database trusts whoever gets to it. */
const anyAny = worldOf(
  {
    vms: [payments(), patients()],
    rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
    attackers: [shopkeeper([])],
  },
  'net-any-any',
);

/** A database is moved to the other host by itself, whose switch is not told. */
const moved = worldOf(
  {
    hosts: [hostOf(), hostOf()],
    vms: [payments(), patients()],
    people: [{ kind: 'balances', at: [30, 30], vm: 2, host: 2 }],
    attackers: [shopkeeper([])],
  },
  'net-fw-drift',
);

/** Broken into from outside, through a service with a published hole. */
const stale = (over: Parameters<typeof payments>[0] = {}): ScenarioFile =>
  worldOf(
    {
      vms: [payments({ service: 8, ...over }), patients()],
      flaws: SHELLSHOCK,
      attackers: [shopkeeper([])],
    },
    'img-stale-packages',
  );

const LEFT_DIRTY = fromPair('scrub-by-hand-or-policy', 0, 'first').world;

const leftInImage = worldOf(
  {
    vms: [payments(), patients()],
    people: [{ kind: 'bakes-image', at: [1, 1], image: 'web-2015', asset: 'payment-keys' }],
    pace: { recipeLength: 20 },
    attackers: [shopkeeper([])],
  },
  'img-secrets-left',
);

/** A computer on a desk, at which somebody reads mail. */
const deskOf = (over: Parameters<typeof hostOf>[0] = {}) =>
  hostOf({ platform: 'type2', osBuild: 60, programs: ['mail', 'browser'], ...over });

/** Somebody of the shop has a guest on it, and sends mail. */
const DESK = worldOf(
  {
    hosts: [deskOf()],
    vms: [shop({ technique: 'hvm' }), payments({ technique: 'hvm' })],
    flaws: [{ name: 'drive-by', fixedIn: 50, public: true }],
    attackers: [shopkeeper([1])],
  },
  't2-hostos-takeover',
);

/** Containers, one of which was given its host; somebody of the shop is at home in it. */
const BOXES = worldOf(
  {
    hosts: [hostOf({ platform: 'container' })],
    images: imagesOf({ container: true }),
    vms: [
      shop({ technique: 'container', grants: ['privileged'] }),
      payments({ technique: 'container' }),
    ],
    attackers: [shopkeeper([1])],
    pace: { live: 300 * TICKS_PER_SECOND },
  },
  'ct-privileged-config',
);

const SCREEN: Parameters<typeof shop>[0] = { devices: ['disk', 'nic', 'svga'], technique: 'hvm' };

/** Somebody of the shop is at home beside two others, and knows how to get out through a device. */
const bay = (
  over: Parameters<typeof shop>[0],
  flaw: NonNullable<ScenarioFile['flaws']>[number]['name'],
  attack: string,
): ScenarioFile =>
  worldOf(
    {
      hosts: [hostOf({ build: 40, aslr: false })],
      vms: [shop(over), payments(), patients()],
      flaws: [{ name: flaw, fixedIn: 50, public: true }],
      attackers: [shopkeeper([1])],
    },
    attack,
  );

/** For every command a match in which it is ordered, and what that is good for. */
export const MATTERS: Readonly<Record<string, Matter>> = {
  'create-vm': fromPair('hvm-or-hybrid', 1, 'second', 'a better score'),
  // What nobody wants any more keeps the room that somebody else asks for.
  'destroy-vm': {
    world: worldOf({
      hosts: [hostOf({ frames: 8 })],
      vms: [payments(), patients()],
      people: [
        { kind: 'wants-rid', at: [25, 25], vm: 1 },
        { kind: 'wants-vm', at: [40, 40], tenant: 'hospital', plan: planFrom(patients()) },
      ],
    }),
    defender: () => together(script([30, 'destroy-vm', { vm: 1 }]), serve(1, 'hybrid')),
    gain: 'a better score',
  },
  'start-vm': fromPair('quarantine-or-stop', 0, 'second', 'a better score'),
  'stop-vm': fromPair('quarantine-or-stop', 1, 'second'),
  'restart-vm': {
    world: worldOf(
      {
        hosts: OLD,
        vms: [shop({ image: 'test-bench', technique: 'hvm' }), payments(), patients()],
        flaws: XHCI,
        attackers: [shopkeeper([1])],
      },
      'esc-usb-xhci',
    ),
    defender: () =>
      script([0, 'patch-host', { host: 1, how: 'live' }], [15, 'restart-vm', { vm: 1 }]),
    gain: 'less harm',
  },
  'migrate-vm': {
    world: worldOf({
      hosts: [hostOf({ capacity: 700_000 }), hostOf()],
      vms: [payments(), ledger(), patients()],
    }),
    defender: () => script([0, 'migrate-vm', { vm: 1, host: 2 }], [14, 'push-policy', { host: 2 }]),
    gain: 'a better score',
  },
  // A tenant who was not answered pays less, and what is left is no live patch.
  'merge-exits': {
    world: worldOf({
      hosts: [hostOf({ ...OF_2006, capacity: 700_000 })],
      vms: [payments({ technique: 'hvm' }), patients({ technique: 'hvm' })],
    }),
    defender: () => script([0, 'merge-exits', { host: 1 }]),
    gain: 'a better score',
  },
  'grow-vm': {
    world: {
      ...paravirtual,
      people: [{ kind: 'wants-more', at: [21, 21], vm: 2, frames: 4 }],
      pace: { startCredits: 80, requestWait: 30 * TICKS_PER_SECOND },
    },
    defender: () =>
      script([22, 'grow-vm', { request: 2 }], [62, 'patch-host', { host: 1, how: 'live' }]),
    gain: 'less harm',
  },
  'reclaim-vm': {
    world: stale({ lease: 10 }),
    defender: () => script([30, 'reclaim-vm', { vm: 1 }]),
    gain: 'less harm',
  },
  'snapshot-vm': {
    world: stale(),
    defender: () => script([0, 'snapshot-vm', { vm: 1 }], [82, 'rollback-vm', { vm: 1 }]),
    gain: 'a better score',
  },
  'rollback-vm': fromPair('rebuild-or-roll-back', 0, 'second', 'a better score'),
  'rebuild-vm': fromPair('patch-or-rebuild', 0, 'second'),
  'patch-guest': fromPair('patch-or-rebuild', 0, 'first'),
  // Keys of the bank's are left in an image, and somebody of the shop rents a VM of it.
  'build-anew': {
    world: leftInImage,
    defender: () => together(serve(1, 'hybrid'), script([2, 'build-anew', { image: 1 }])),
    gain: 'less harm',
  },
  'revoke-keys': {
    world: leftInImage,
    defender: () => together(serve(1, 'hybrid'), script([60, 'revoke-keys', { image: 1 }])),
    gain: 'less harm',
  },
  // Both were made from an image that had booted before it was saved.
  'generation-id': {
    world: worldOf(
      {
        images: imagesOf({ seeded: true }),
        vms: [shop(), payments(), patients({ image: 'open-desktop' })],
        attackers: [shopkeeper([1])],
      },
      'clone-entropy-reuse',
    ),
    defender: () => script([0, 'generation-id', { vm: 2 }]),
    gain: 'less harm',
  },
  // Whoever answers for it is on leave: told so in time, nobody takes it away.
  'ask-owner': {
    world: worldOf({
      vms: [payments(), patients()],
      people: [{ kind: 'goes-on-leave', at: [5, 5], vm: 1 }],
    }),
    defender: () => script([30, 'ask-owner', { vm: 1 }], [60, 'reclaim-vm', { vm: 1 }]),
    gain: 'a better score',
  },
  'patch-image': fromPair('patch-guest-or-image', 1, 'second'),
  'encrypt-volume': fromPair('wipe-or-encrypt', 1, 'second'),
  'patch-host': fromPair('patch-live-or-reboot', 1, 'second'),
  // Below its guests already, and on the way to what lies in its free memory.
  'patch-host-os': {
    world: { ...DESK, hosts: [deskOf({ osBuild: 40 })] },
    defender: () => script([5, 'patch-host-os', { host: 1 }]),
    gain: 'less harm',
  },
  'remove-programs': {
    world: {
      ...DESK,
      people: [{ kind: 'reads-mail', at: [70, 70], host: 1 }],
    },
    defender: () => script([5, 'remove-programs', { host: 1 }]),
    gain: 'less harm',
  },
  'tool-channel': {
    world: worldOf(
      {
        hosts: [deskOf({ build: 40 })],
        vms: [
          shop({ tools: ['shared-folders'], technique: 'hvm' }),
          payments({ technique: 'hvm' }),
        ],
        flaws: [{ name: 'hgfs-traversal', fixedIn: 50, public: true }],
        attackers: [shopkeeper([1])],
      },
      'tools-sharedfolder-traversal',
    ),
    defender: () => script([5, 'tool-channel', { vm: 1, tool: 'shared-folders', to: 'off' }]),
    gain: 'less harm',
  },
  'remap-users': {
    world: BOXES,
    defender: () => script([5, 'remap-users', { host: 1 }]),
    gain: 'less harm',
  },
  'drop-privileges': {
    world: BOXES,
    defender: () => script([5, 'drop-privileges', { vm: 1 }]),
    gain: 'less harm',
  },
  'place-host-edr': {
    world: { ...DESK, people: [{ kind: 'reads-mail', at: [70, 70], host: 1 }] },
    defender: () => script([5, 'place-host-edr', { host: 1 }]),
    gain: 'more is seen',
  },
  'place-guest-agent': {
    world: stale(),
    defender: () => script([5, 'place-guest-agent', { vm: 1 }]),
    gain: 'more is seen',
  },
  'rebuild-host': {
    world: {
      ...paravirtual,
      residue: [{ host: 1, asset: 'patient-records', frames: 8 }],
    },
    defender: () => script([100, 'rebuild-host', { host: 1 }]),
    gain: 'less harm',
  },
  'exit-filter': fromPair('check-or-refuse', 1, 'second'),
  'vm-exit-filter': fromPair('filter-host-or-vm', 1, 'second'),
  // A desktop is marked, and needs its USB controller all the same.
  'decide-trap': {
    world: worldOf({
      vms: [payments({ workload: 'office-desktop', image: 'open-desktop' }), patients()],
    }),
    defender: () =>
      together(
        script([0, 'vm-exit-filter', { vm: 1, trap: 'xhci', action: 'hold' }]),
        decideTraps.wishes,
      ),
    gain: 'a better score',
  },
  'detach-device': fromPair('refuse-or-detach', 1, 'second'),
  'convert-vm': fromPair('convert-or-patch', 0, 'first'),
  'change-machine-type': fromPair('refuse-or-machine-type', 1, 'second'),
  'swap-device': {
    world: bay({ nic: 'pcnet', technique: 'hvm' }, 'pcnet-loopback', 'esc-nic-pcnet'),
    defender: () => script([0, 'swap-device', { vm: 1, device: 'nic', model: 'para' }]),
    gain: 'less harm',
  },
  'disable-3d': {
    world: bay({ ...SCREEN, nic: 'pcnet', accel3d: true }, 'svga-shader', 'esc-svga-shader'),
    defender: () => script([0, 'disable-3d', { vm: 1 }]),
    gain: 'less harm',
  },
  'remove-display': {
    world: bay(SCREEN, 'svga-blit', 'esc-svga-cloudburst'),
    defender: () => script([0, 'remove-display', { vm: 1 }]),
    gain: 'less harm',
  },
  // A move that has to be made, and whoever waits for it.
  'disable-vhost': {
    world: {
      ...bay({ technique: 'hybrid', frames: 14 }, 'vhost-log', 'esc-vhost-migration'),
      hosts: [hostOf({ build: 40 }), hostOf()],
    },
    defender: () =>
      script([20, 'disable-vhost', { vm: 1 }], [60, 'migrate-vm', { vm: 1, host: 2 }]),
    gain: 'less harm',
  },
  'audit-hypercalls': {
    world: paravirtual,
    defender: () => script([0, 'audit-hypercalls', { host: 1 }]),
    gain: 'more is seen',
  },
  'confine-host': fromPair('confine-or-patch', 0, 'first'),
  ...HARDWARE_MATTERS,
  ...POOL_MATTERS,
  ...MANAGEMENT_MATTERS,
  ...STORE_MATTERS,
  ...LIBRARY_MATTERS,
  ...TRUST_MATTERS,
  'investigate-vm': fromPair('contain-or-look', 1, 'first', 'a better score'),
  'investigate-host': {
    world: paravirtual,
    defender: () => script([120, 'investigate-host', { host: 1 }]),
    gain: 'more is seen',
  },
  'scrub-frames': fromPair('scrub-by-hand-or-policy', 0, 'first'),
  'scrub-policy': fromPair('scrub-by-hand-or-policy', 1, 'second'),
  'wipe-blocks': fromPair('wipe-by-hand-or-policy', 0, 'first'),
  'wipe-policy': fromPair('wipe-by-hand-or-policy', 1, 'second'),
  'push-policy': {
    world: moved,
    defender: () => script([34, 'push-policy', { host: 2 }]),
    gain: 'less harm',
  },
  // Long before it is moved: nobody is there to push afterwards.
  'automate-push': {
    world: moved,
    defender: () => script([0, 'automate-push', {}]),
    gain: 'less harm',
  },
  // A move that has to be made, and whoever listens.
  'encrypt-migration': {
    world: worldOf(
      {
        hosts: [hostOf(), hostOf()],
        zones: ['internet', 'app', 'data', 'quarantine'].map((name) => ({
          name: name as 'app',
          management: name === 'app' ? 1 : 0,
        })),
        vms: [shop(), patients({ frames: 14, fills: 14 })],
        attackers: [shopkeeper([1])],
      },
      'mig-plaintext-intercept',
    ),
    defender: () => script([0, 'encrypt-migration', {}], [190, 'migrate-vm', { vm: 2, host: 2 }]),
    gain: 'less harm',
  },
  'verify-policy': {
    world: moved,
    defender: () => script([34, 'verify-policy', { host: 2 }]),
    gain: 'more is seen',
  },
  'remove-rule': {
    world: anyAny,
    defender: () => script([0, 'remove-rule', { rule: 1 }], [12, 'push-policy', { host: 1 }]),
    gain: 'less harm',
  },
  'place-sensor': fromPair('ids-or-ips', 1, 'second'),
  'tune-ips': fromPair('tune-or-watch', 0, 'first', 'a better score'),
  'port-security': fromPair('arp-inspection-or-reject', 0, 'first'),
  // A trunk that a VM of the desktops has no use for, in hands that have one.
  'port-vlan': {
    world: worldOf(
      {
        vms: [shop({ zone: 'desktop', trunk: true }), payments(), patients()],
        attackers: [shopkeeper([1])],
      },
      'net-vlan-hop',
    ),
    defender: () => script([0, 'port-vlan', { vm: 1, mode: 'access' }]),
    gain: 'less harm',
  },
  'quarantine-vm': fromPair('contain-or-look', 0, 'first'),
  'release-vm': fromPair('quarantine-or-stop', 0, 'first', 'a better score'),
  'close-breach': {
    world: stale(),
    defender: () => script([133, 'close-breach', { asset: 1 }]),
    gain: 'a better score',
  },
  // All hands are full of what can wait, and what cannot comes up.
  'cancel-job': {
    world: stale(),
    defender: () =>
      script(
        [38, 'investigate-vm', { vm: 2 }],
        [38, 'investigate-host', { host: 1 }],
        [38, 'verify-policy', { host: 1 }],
        [39, 'cancel-job', { job: 2 }],
        [40, 'patch-guest', { vm: 1 }],
      ),
    gain: 'less harm',
  },
  // Nobody scrubs: what the bank left behind is read.
  'choose-phrase': {
    world: { ...LEFT_DIRTY, pace: { ...LEFT_DIRTY.pace, prepare: 10 } },
    defender: () => script([1, 'choose-phrase', { phrase: 4 }]),
    gain: 'a dump that is theirs',
  },
  'acknowledge-alert': {
    world: stale(),
    defender: () => script([150, 'acknowledge-alert', { alert: 1 }]),
    gain: 'fewer cards',
  },
};
