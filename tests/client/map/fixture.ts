import { DARK } from '../../../client/map/drawing/palette.ts';
import { createSetter, type Measure } from '../../../client/map/drawing/text.ts';
import type { Facts } from '../../../client/map/facts.ts';
import { placesOfJobs, readFacts } from '../../../client/map/facts.ts';
import { LAYERS, type Layer } from '../../../client/map/layers/registry.ts';
import type { Sketch } from '../../../client/map/sketch.ts';
import type { BlockRow, FrameRow, HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import type { BlueRows, JobRow, SwitchRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Platform } from '../../../shared/world/machine/host.ts';
import { TECHNIQUES } from '../../../shared/world/machine/vm.ts';

export interface Town {
  /** VMs of each host. */
  readonly vms: readonly number[];
  readonly frames?: number;
  readonly blocks?: number;
  /** The host's platform, by its position; type 1 unless told. */
  readonly platforms?: readonly Platform[];
  /** Changes one row of the view. */
  readonly frame?: (row: FrameRow) => FrameRow;
  readonly block?: (row: BlockRow) => BlockRow;
  readonly vm?: (row: VmRow) => VmRow;
  readonly host?: (row: HostRow) => HostRow;
  readonly gate?: (row: SwitchRow) => SwitchRow;
  readonly jobs?: readonly JobRow[];
  readonly tables?: Partial<BlueView['tables']>;
}

const WORKLOADS = ['payments', 'patient-db', 'storefront', 'ledger-db'] as const;
const FRAMES_OF_A_VM = 3;
const BLOCKS_OF_A_VM = 2;
/** What runs on a hypervisor: everything but containers. */
const ON_A_HYPERVISOR = TECHNIQUES.filter((technique) => technique !== 'container');

const same = <T>(row: T): T => row;

/** A view of a data centre with so many hosts and VMs. */
export function town(given: Town): BlueView {
  const { vms, frames = 24, blocks = 12, frame = same, block = same } = given;
  const hosts: (HostRow | null)[] = [null];
  const frameRows: (FrameRow | null)[] = [null];
  const blockRows: (BlockRow | null)[] = [null];
  const vmRows: (VmRow | null)[] = [null];
  const switches: (SwitchRow | null)[] = [null];
  vms.forEach((count, i) => {
    const host = i + 1;
    const platform = given.platforms?.[i] ?? 'type1';
    const ids = Array.from({ length: frames }, (_, n) => frameRows.length + n);
    const diskIds = Array.from({ length: blocks }, (_, n) => blockRows.length + n);
    for (const id of ids) frameRows.push({ id, host, owner: 0, content: 0, residue: 0 });
    for (const id of diskIds) blockRows.push(emptyBlock(id, host));
    const ports: { vm: number; zone: number }[] = [];
    for (let n = 0; n < count; n += 1) {
      const id = vmRows.length;
      const memory = ids.slice(n * FRAMES_OF_A_VM, (n + 1) * FRAMES_OF_A_VM);
      const disk = diskIds.slice(n * BLOCKS_OF_A_VM, (n + 1) * BLOCKS_OF_A_VM);
      const asset = 1 + (id % 3);
      for (const own of memory) {
        frameRows[own] = { id: own, host, owner: id, content: asset, residue: 0 };
      }
      for (const own of disk) {
        blockRows[own] = { ...emptyBlock(own, host), owner: id, content: asset };
      }
      const row = (given.vm ?? same)(vmRow(id, host, platform, memory, disk));
      vmRows.push(row);
      ports.push({ vm: id, zone: row.zone });
    }
    hosts.push(
      (given.host ?? same)(
        hostRow(
          host,
          platform,
          ids.slice(count * FRAMES_OF_A_VM),
          diskIds.slice(count * BLOCKS_OF_A_VM),
        ),
      ),
    );
    switches.push(
      (given.gate ?? same)({
        id: host,
        version: 3,
        ports: ports as unknown as SwitchRow['ports'],
        watch: 'none',
        exceptions: [],
        overloaded: false,
        dropsUntil: 0,
        pushAt: 0,
      }),
    );
  });
  return {
    tick: 10,
    tables: {
      ...emptyTables(),
      hosts,
      frames: frameRows.map((row) => row && frame(row)),
      blocks: blockRows.map((row) => row && block(row)),
      vms: vmRows,
      switches,
      jobs: [null, ...(given.jobs ?? [])],
      ...given.tables,
    },
  };
}

const emptyBlock = (id: number, host: number): BlockRow => ({
  id,
  host,
  owner: 0,
  snapshot: 0,
  content: 0,
  residue: 0,
  sealed: false,
});

function hostRow(
  id: number,
  platform: Platform,
  free: readonly number[],
  freeBlocks: readonly number[],
): HostRow {
  return {
    id,
    platform,
    year: 2015,
    virtualisationExtension: true,
    nestedPaging: true,
    build: 43,
    scrub: 'never',
    wipe: 'never',
    sandbox: true,
    seccomp: false,
    filters: [],
    hypercallAudit: false,
    smt: false,
    microcode: true,
    smtCapacity: 0,
    l1Flush: false,
    dedup: false,
    overcommit: false,
    logCap: true,
    exitMerging: false,
    cachePartition: false,
    vendor: 'intel',
    nested: false,
    rowGuard: true,
    counters: false,
    credential: 100 + id,
    management: 1,
    tpm: false,
    attested: 0,
    memoryEncryption: false,
    introspection: false,
    services: [],
    managedFrom: [],
    lockdown: false,
    exceptionUser: false,
    mfa: false,
    hostAudit: false,
    osBuild: platform === 'type2' ? 43 : 0,
    runtime: platform === 'container' ? 43 : 0,
    programs: [],
    userns: false,
    lsm: true,
    edr: false,
    aslr: true,
    remaps: 'nothing',
    iommu: false,
    interruptRemapping: false,
    vfs: 0,
    spoofCheck: true,
    vfTrust: false,
    load: 640,
    free,
    freeBlocks,
    logBlocks: [],
  };
}

function vmRow(
  id: number,
  host: number,
  platform: Platform,
  memory: readonly number[],
  disk: readonly number[],
): VmRow {
  const asset = 1 + (id % 3);
  return {
    id,
    tenant: asset,
    workload: WORKLOADS[id % WORKLOADS.length] ?? 'payments',
    zone: 1 + (id % 3),
    asset,
    host,
    image: 1,
    technique:
      platform === 'container'
        ? 'container'
        : (ON_A_HYPERVISOR[id % ON_A_HYPERVISOR.length] ?? 'hvm'),
    wordSize: 64,
    movingTo: 0,
    moveEncrypted: false,
    power: 'running',
    devices: ['disk', 'nic'],
    diskModel: 'para',
    nicModel: 'para',
    vhost: true,
    accel3d: false,
    card: 'virtual',
    trunk: false,
    filters: [],
    grants: [],
    agent: false,
    nested: false,
    rulings: [],
    deviceBuild: 43,
    kernel: 10,
    service: 10,
    encrypted: false,
    filesEncrypted: false,
    memoryEncrypted: false,
    ransomed: false,
    tools: [],
    limit: 1000,
    reserved: false,
    shares: 'normal',
    owner: 'present',
    ownerAsked: false,
    generationId: false,
    leaseEnds: 0,
    memory,
    merged: [],
    frames: 4,
    swapped: 0,
    disk,
    served: 950,
    cutOff: 0,
    exits: 40 * id,
    faults: [],
    translated: 1000,
    clockLag: 0,
    bornAt: 0,
  };
}

type Tables = { readonly [T in keyof BlueRows]: readonly (BlueRows[T] | null)[] };

const emptyTables = (): Tables => ({
  match: [],
  zones: [null, { id: 1, name: 'dmz' }, { id: 2, name: 'app' }, { id: 3, name: 'data' }],
  segments: [],
  policies: [
    null,
    {
      id: 1,
      version: 3,
      rules: [],
      automaticSince: 0,
      migrationEncryption: false,
      serverBuild: 0,
      serverFrom: [],
    },
  ],
  dedications: [],
  stores: [],
  shelf: [],
  origins: [],
  repositories: [],
  copies: [],
  switches: [],
  wires: [null, { id: 1, watch: 'none' }],
  flows: [],
  images: [],
  advisories: [],
  tenants: [
    null,
    { id: 1, name: 'bank', quota: 0 },
    { id: 2, name: 'shop', quota: 0 },
    { id: 3, name: 'hospital', quota: 0 },
  ],
  assets: [
    null,
    { id: 1, name: 'ledger', tenant: 1, weight: 5 },
    { id: 2, name: 'orders', tenant: 2, weight: 5 },
    { id: 3, name: 'patient-records', tenant: 3, weight: 5 },
  ],
  hosts: [],
  frames: [],
  blocks: [],
  snapshots: [],
  held: [],
  tallies: [],
  exits: [],
  vms: [],
  requests: [],
  jobs: [],
  alerts: [],
  breaches: [],
  seats: [],
});

export const factsOf = (given: Town): Facts => readFacts(town(given));

/** Text as wide as it is long: no browser is needed to lay it out. */
export const measure: Measure = (text, font) => {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  return [...text].length * size * 0.6;
};

export const setter = createSetter(measure, 'sans-serif');

export function sketchOf(
  facts: Facts,
  changes: Partial<Sketch> = {},
  layer: Layer = 'memory',
): Sketch {
  return {
    facts,
    jobs: placesOfJobs(facts),
    look: LAYERS[layer],
    theme: DARK,
    writer: {
      say: (path, values) =>
        values ? `${path.slice(7, 11)}${Object.values(values)}` : path.slice(-4),
      setter,
      family: 'sans-serif',
    },
    selection: null,
    offered: [],
    calls: [],
    clock: 10,
    still: false,
    types: new Map(),
    ...changes,
  };
}
