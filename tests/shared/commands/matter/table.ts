import { script, serve, together } from '../../../../server/cli/lab/pairs/script.ts';
import {
  hostOf,
  imagesOf,
  ledger,
  patients,
  payments,
  planFrom,
  shop,
  shopkeeper,
  worldOf,
} from '../../../../server/cli/lab/pairs/world.ts';
import { TICKS_PER_SECOND } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { fromPair, type Matter } from './matter.ts';

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

/** Somebody of the shop beside the bank’s keys, on a host that merges their pages. */
const MERGING = worldOf(
  {
    hosts: [hostOf({ dedup: true })],
    images: imagesOf({ alike: 1, service: 10 }),
    vms: [shop({ fills: 3 }), payments({ fills: 3 })],
    flaws: [{ name: 'cipher-timing', fixedIn: 12, public: true }],
    attackers: [shopkeeper([1])],
  },
  'sc-flush-reload-dedup',
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
  'patch-image': fromPair('patch-guest-or-image', 1, 'second'),
  'encrypt-volume': fromPair('wipe-or-encrypt', 1, 'second'),
  'patch-host': fromPair('patch-live-or-reboot', 1, 'second'),
  // Below its guests already, and on the way to what lies in its free memory.
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
  'detach-device': fromPair('refuse-or-detach', 1, 'second'),
  'convert-vm': fromPair('convert-or-patch', 0, 'first'),
  'change-machine-type': fromPair('refuse-or-machine-type', 1, 'second'),
  'audit-hypercalls': {
    world: paravirtual,
    defender: () => script([0, 'audit-hypercalls', { host: 1 }]),
    gain: 'more is seen',
  },
  'confine-host': fromPair('confine-or-patch', 0, 'first'),
  'unmerge-pages': fromPair('unmerge-or-partition', 0, 'first'),
  'partition-cache': fromPair('unmerge-or-partition', 1, 'second'),
  'flush-l1': fromPair('flush-or-single-thread', 0, 'first'),
  'disable-smt': fromPair('flush-or-single-thread', 1, 'second'),
  'watch-counters': {
    world: MERGING,
    defender: () => script([5, 'watch-counters', { host: 1 }]),
    gain: 'more is seen',
  },
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
  'acknowledge-alert': {
    world: stale(),
    defender: () => script([150, 'acknowledge-alert', { alert: 1 }]),
    gain: 'fewer cards',
  },
};
