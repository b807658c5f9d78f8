import { z } from 'zod';
import { FLAW_NAMES } from '../flaws/registry.ts';
import { CARDS, REMAPS } from '../machine/card.ts';
import { EMULATED_NICS, NIC_MODELS } from '../machine/device.ts';
import { GRANTS } from '../machine/grants.ts';
import {
  DEVICES,
  FILTER_ACTIONS,
  PLATFORMS,
  SCRUBBINGS,
  TRAPS,
  VENDORS,
  WIPE_POLICIES,
} from '../machine/host.ts';
import { PROGRAMS } from '../machine/host-os.ts';
import { CPUS, IMAGE_NAMES } from '../machine/image.ts';
import { HOST_SERVICES, WEAK_ACCOUNTS } from '../machine/management.ts';
import { TOOLS } from '../machine/tools.ts';
import { SHARE_LEVELS, TECHNIQUES, UNLIMITED, WAYS_TO_RUN } from '../machine/vm.ts';
import { WORKLOAD_NAMES } from '../machine/workload.ts';
import { SERVICES, WATCHES } from '../network.ts';
import { MIND_NAMES } from '../people/attacker.ts';
import { ASSET_NAMES, TENANT_NAMES } from '../people/tenant.ts';
import { PORT_SETTINGS, ZONE_NAMES } from '../zone.ts';
import { repositoriesSchema, storesSchema } from './written-stores.ts';

// Pages forbid code made at run time, which zod would otherwise try.
z.config({ jitless: true });

const count = z.int().min(0).max(10_000_000);
const some = z.int().min(1).max(10_000_000);
const build = z.int().min(1).max(1000);
const tenant = z.enum(TENANT_NAMES);
const zone = z.enum(ZONE_NAMES);
const asset = z.enum(ASSET_NAMES);
const device = z.enum(DEVICES);
const flaw = z.enum(FLAW_NAMES);

/** A VM as a scenario writes it: by names, which `build` turns into ids. */
const plan = z.strictObject({
  workload: z.enum(WORKLOAD_NAMES),
  zone,
  asset,
  image: z.enum(IMAGE_NAMES).default('web-2015'),
  frames: some.max(64),
  fills: count.max(64),
  blocks: count.max(16).default(0),
  blockFills: count.max(16).default(0),
  demand: count,
  /** Seconds that it is wanted for; 0 is without end. */
  lease: count.default(0),
});

/** When something happens, in seconds: drawn between the two, both included. */
const when = z
  .tuple([count, count])
  .refine(([from, to]) => from <= to, 'the end is before the start');

const rule = z.strictObject({
  from: z.union([zone, z.literal('any')]),
  to: z.union([zone, z.literal('any')]),
  service: z.union([z.enum(SERVICES), z.literal('any')]),
  allow: z.boolean(),
});

/** `vm` is the position in `vms`, from 1, as hosts are numbered from 1. */
const person = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wants-vm'), at: when, tenant, plan }),
  z.strictObject({ kind: z.literal('wants-rid'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('wants-more'), at: when, vm: some, frames: some.max(16) }),
  z.strictObject({ kind: z.literal('deletes-own'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('snapshots-own'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('reverts-own'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('owner-leaves'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('goes-on-leave'), at: when, vm: some }),
  z.strictObject({
    kind: z.literal('bakes-image'),
    at: when,
    image: z.enum(IMAGE_NAMES),
    /** Keys that are left in it; left out, a sample key. */
    asset: asset.optional(),
  }),
  z.strictObject({
    kind: z.literal('policy-edit'),
    at: when,
    rule,
    edit: z.enum(['add', 'remove']),
  }),
  z.strictObject({ kind: z.literal('policy-push'), at: when }),
  z.strictObject({
    kind: z.literal('port-setting'),
    at: when,
    zone,
    setting: z.enum(PORT_SETTINGS),
    accept: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('balances'), at: when, vm: some, host: some }),
  z.strictObject({ kind: z.literal('advisory'), at: when, flaw }),
  z.strictObject({ kind: z.literal('scan'), at: when, vm: some, peer: some }),
  z.strictObject({ kind: z.literal('backup'), at: when, vm: some, peer: some }),
  z.strictObject({ kind: z.literal('runs-batch'), at: when, vm: some, seconds: some }),
  z.strictObject({ kind: z.literal('calls-api'), at: when, tenant }),
  z.strictObject({ kind: z.literal('autoscales'), at: when, tenant, plan, out: z.boolean() }),
  z.strictObject({ kind: z.literal('runs-nested'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('renews-lease'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('probes-device'), at: when, vm: some, device }),
  z.strictObject({ kind: z.literal('execs-into'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('pastes'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('reads-mail'), at: when, host: some }),
  z.strictObject({ kind: z.literal('copies'), at: when, host: some, asset }),
  z.strictObject({ kind: z.literal('host-backup'), at: when, host: some }),
  z.strictObject({ kind: z.literal('fails-over'), at: when, host: some }),
  z.strictObject({ kind: z.literal('signs-in'), at: when, vm: some, host: some }),
  z.strictObject({ kind: z.literal('manages'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('exports'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('backs-up'), at: when, repository: some }),
  z.strictObject({ kind: z.literal('opens-store'), at: when, store: some, zone }),
  z.strictObject({ kind: z.literal('mounts'), at: when, vm: some, store: some }),
  z.strictObject({ kind: z.literal('shuts-down'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('starts-up'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('edits-config'), at: when, vm: some }),
  z.strictObject({ kind: z.literal('discovers'), at: when, vm: some, host: some }),
  z.strictObject({
    kind: z.literal('starts-service'),
    at: when,
    host: some,
    service: z.enum(HOST_SERVICES),
  }),
]);

/**
 * A stretch of the match and how many of each kind of thing happen in it, at drawn times, about
 * drawn VMs of `vms` and drawn plans of `catalogue`.
 */
const wave = z.strictObject({
  from: count,
  to: count,
  creates: count.max(50).default(0),
  grows: count.max(50).default(0),
  removals: count.max(50).default(0),
  scans: count.max(50).default(0),
  backups: count.max(50).default(0),
  moves: count.max(50).default(0),
});

/** A host, as it stands in a room before anybody has done anything to it. */
export const hostSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  year: z.int().min(2003).max(2030),
  capacity: some,
  frames: some.max(256),
  blocks: count.max(256).default(0),
  virtualisationExtension: z.boolean(),
  nestedPaging: z.boolean(),
  build,
  scrub: z.enum(SCRUBBINGS),
  wipe: z.enum(WIPE_POLICIES).default('never'),
  sandbox: z.boolean().default(true),
  seccomp: z.boolean().default(false),
  hypercallAudit: z.boolean().default(false),
  smt: z.boolean().default(false),
  microcode: z.boolean().default(true),
  /** Left out: with SMT on what it can do, with SMT off none, as its CPU has one thread a core. */
  smtCapacity: count.optional(),
  l1Flush: z.boolean().default(false),
  dedup: z.boolean().default(false),
  exitMerging: z.boolean().default(false),
  cachePartition: z.boolean().default(false),
  overcommit: z.boolean().default(false),
  logCap: z.boolean().default(true),
  vendor: z.enum(VENDORS).default('intel'),
  nested: z.boolean().default(false),
  rowGuard: z.boolean().default(true),
  /** Of its frames, counted from 1: those with a bit that flips. */
  weakFrames: z.array(some).default([]),
  retired: z.literal(false).default(false),
  counters: z.boolean().default(false),
  /** Hosts with the same number share a credential; 0: one of its own. */
  credential: count.max(8).default(0),
  management: some.max(8).default(1),
  tpm: z.boolean().default(false),
  memoryEncryption: z.boolean().default(false),
  introspection: z.boolean().default(false),
  /** Of a type 2 host's OS and of a container host's runtime, where it is not its other build. */
  osBuild: build.optional(),
  runtime: build.optional(),
  programs: z.array(z.enum(PROGRAMS)).default([]),
  userns: z.boolean().default(false),
  lsm: z.boolean().default(true),
  edr: z.boolean().default(false),
  aslr: z.boolean().default(true),
  remaps: z.enum(REMAPS).default('nothing'),
  iommu: z.boolean().default(false),
  interruptRemapping: z.boolean().default(false),
  vfs: count.max(8).default(0),
  spoofCheck: z.boolean().default(true),
  vfTrust: z.boolean().default(false),
  filters: z
    .array(z.strictObject({ trap: z.enum(TRAPS), action: z.enum(FILTER_ACTIONS) }))
    .default([]),
  /** How it is managed: left out, as it comes, with nothing that listens and no way to it from any zone. */
  services: z.array(z.enum(HOST_SERVICES)).default([]),
  managedFrom: z.array(zone).default([]),
  lockdown: z.boolean().default(false),
  exceptionUser: z.boolean().default(false),
  mfa: z.boolean().default(false),
  hostAudit: z.boolean().default(false),
  weakAccount: z.enum(WEAK_ACCOUNTS).default('none'),
  watch: z.enum(WATCHES).default('none'),
});

/** A scenario as it is written, whether or not what it names is there. */
export const writtenSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,39}$/),
  /** Without a list everything there is may be used. */
  deck: z
    .strictObject({
      commands: z.array(z.string().max(40)).min(1),
      attacks: z.array(z.string().max(40)),
      sensors: z.array(z.string()),
      techniques: z.array(z.enum(TECHNIQUES)).min(1),
    })
    .nullable()
    .default(null),
  zones: z
    .array(
      z.strictObject({
        name: zone,
        promiscuous: z.boolean().default(false),
        macChanges: z.boolean().default(true),
        forgedTransmits: z.boolean().default(true),
        arpInspection: z.boolean().default(false),
        /** A management network that its VLAN is, by mistake, as hosts number theirs. */
        management: count.max(8).default(0),
        dhcpGuard: z.boolean().default(false),
      }),
    )
    .min(1),
  /** The intended policy. What nothing in it allows does not get in. */
  rules: z.array(rule).default([]),
  /** What watches the physical wire. */
  wire: z.enum(WATCHES).default('none'),
  /** Left out, migrations are in plain text: libvirt encrypts them only where that is asked for. */
  migrationEncryption: z.boolean().default(false),
  /** Left out, hosts are managed one by one. */
  managementServer: z.strictObject({ build, managedFrom: z.array(zone).default([]) }).optional(),
  stores: storesSchema,
  repositories: repositoriesSchema,
  tenants: z
    .array(
      z.strictObject({
        name: tenant,
        quota: count.max(1000).default(0),
        assets: z.array(z.strictObject({ name: asset, weight: z.literal([60, 100, 160, 240]) })),
      }),
    )
    .min(1),
  images: z
    .array(
      z.strictObject({
        name: z.enum(IMAGE_NAMES),
        cpu: z.enum(CPUS).default('x86'),
        wordSize: z.literal([32, 64]).default(32),
        os: z.enum(['open', 'closed']),
        container: z.boolean(),
        kernel: build,
        service: build,
        runsAs: z.enum(['user', 'root']).default('user'),
        legacyOnly: z.boolean().default(false),
        alike: count.max(16).default(0),
        devices: z.array(device),
        nic: z.enum(EMULATED_NICS).default('rtl8139'),
        accel3d: z.boolean().default(false),
        recipe: z.boolean().default(false),
        sampleKey: z.boolean().default(false),
        seeded: z.boolean().default(false),
      }),
    )
    .default([
      {
        name: 'web-2015',
        cpu: 'x86',
        wordSize: 32,
        os: 'open',
        container: false,
        kernel: 10,
        service: 10,
        runsAs: 'user',
        legacyOnly: false,
        alike: 0,
        devices: ['disk', 'nic'],
        nic: 'rtl8139',
        accel3d: false,
        recipe: false,
        sampleKey: false,
        seeded: false,
      },
    ]),
  flaws: z.array(z.strictObject({ name: flaw, fixedIn: build, public: z.boolean() })).default([]),
  hosts: z.array(hostSchema).min(1).max(8),
  /** VMs that run from the start. */
  vms: z.array(
    z.strictObject({
      ...plan.shape,
      tenant,
      host: some,
      technique: z.enum(WAYS_TO_RUN).default('hvm'),
      encrypted: z.boolean().default(false),
      filesEncrypted: z.boolean().default(false),
      memoryEncrypted: z.boolean().default(false),
      tools: z.array(z.enum(TOOLS)).default([]),
      grants: z.array(z.enum(GRANTS)).default([]),
      agent: z.boolean().default(false),
      limit: some.max(UNLIMITED).default(UNLIMITED),
      reserved: z.boolean().default(false),
      shares: z.enum(SHARE_LEVELS).default('normal'),
      /** Builds and devices where they are not those of its image. */
      kernel: build.optional(),
      service: build.optional(),
      /** Of the device models in its process, where the host has been patched since it began. */
      deviceBuild: build.optional(),
      devices: z.array(device).optional(),
      nic: z.enum(NIC_MODELS).optional(),
      vhost: z.boolean().default(true),
      accel3d: z.boolean().optional(),
      /** What it has for a network card. */
      card: z.enum(CARDS).exclude(['none']).default('virtual'),
      /** Whether its port is a trunk; left out, if its work takes one. */
      trunk: z.boolean().optional(),
      /** Whether it is shown the CPU's extension; left out, if its work takes that. */
      nested: z.boolean().optional(),
      /** A snapshot of it as it was, with these builds. */
      snapshot: z
        .strictObject({ kernel: build, service: build, memory: z.boolean().default(true) })
        .optional(),
      /** Whether its host's switch knows its port. */
      bound: z.boolean().default(true),
    }),
  ),
  /** Free frames and blocks that still hold something at the start. */
  residue: z.array(z.strictObject({ host: some, asset, frames: count, blocks: count.default(0) })),
  people: z.array(person),
  catalogue: z.array(z.strictObject({ tenant, plan })).default([]),
  waves: z.array(wave).default([]),
  attackers: z.array(
    z.strictObject({
      mind: z.enum(MIND_NAMES),
      tenant,
      plan,
      zeroDays: z.array(flaw).default([]),
      /** VMs of their tenant that are theirs to work from at the start, by position in `vms`. */
      owns: z.array(some).default([]),
    }),
  ),
  pace: z.record(z.string(), count).default({}),
});
