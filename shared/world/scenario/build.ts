import { addRow, setFact } from '../fact.ts';
import { flaws } from '../flaws/registry.ts';
import {
  type AssetId,
  type BlockId,
  type FlawId,
  type FrameId,
  type HostId,
  type ImageId,
  NONE,
  SCENARIO,
  type SegmentId,
  type SnapshotId,
  type TenantId,
  type VmId,
  type ZoneId,
} from '../ids.ts';
import { usualModels } from '../machine/device-path.ts';
import { TRANSLATED } from '../machine/vm.ts';
import { WORKLOADS } from '../machine/workload.ts';
import { DEFAULT_PACE, type Pace } from '../pace.ts';
import { NO_PHRASE } from '../people/phrase.ts';
import { get } from '../table.ts';
import { RULES_VERSION, type World } from '../world.ts';
import { addAttacker } from './add-attacker.ts';
import { drawCalendar } from './calendar.ts';
import { Names } from './names.ts';
import type { Scenario, ScenarioVm } from './schema.ts';
import { standHost } from './stand-host.ts';
import { standStores } from './stand-stores.ts';

export const emptyTally = (): World['tally'] => ({
  promised: 0,
  given: 0,
  correct: 0,
  stopped: 0,
  justified: 0,
  native: 0,
  useful: 0,
});

/** The world of a scenario before its first tick. The same scenario and seed give the same world. */
export function build(scenario: Scenario, seed: number): World {
  const world = emptyWorld(scenario, seed);
  const names = new Names();
  addNetwork(world, scenario, names);
  addTenants(world, scenario, names);
  const kept = scenario.stores.some(({ library }) => library === true);
  for (const image of scenario.images) {
    const asRecorded = { signed: false, drifted: false, implant: NONE } as const;
    const clean = { leftSecret: NONE, revoked: false, ...(kept ? asRecorded : {}) } as const;
    const row = addRow(
      world,
      'images',
      (id) => ({ id: id as ImageId, ...image, ...clean }),
      SCENARIO,
    );
    names.set('image', image.name, row.id);
  }
  for (const flaw of scenario.flaws) {
    const component = flaws[flaw.name].component;
    const row = addRow(
      world,
      'flaws',
      (id) => ({ id: id as FlawId, ...flaw, component, publishedAt: 0 }),
      SCENARIO,
    );
    names.set('flaw', flaw.name, row.id);
  }
  for (const host of scenario.hosts) standHost(world, host, SCENARIO);
  standStores(world, scenario);
  for (const vm of scenario.vms) placeAtStart(world, vm, names);
  for (const old of scenario.residue) {
    leaveResidue(world, old.host as HostId, names.id<AssetId>('asset', old.asset), old);
  }
  for (const attacker of scenario.attackers) addAttacker(world, attacker, names);
  return { ...world, calendar: drawCalendar(scenario, seed, names) };
}

/** A world with nothing in it: no host, no tenant, nobody who means harm. */
export function emptyWorld(
  scenario: Pick<World, 'deck'> & { readonly id: string; readonly pace: Partial<Pace> },
  seed: number,
): World {
  const pace = { ...DEFAULT_PACE, ...scenario.pace };
  return {
    rules: RULES_VERSION,
    scenario: scenario.id,
    seed,
    pace,
    deck: scenario.deck,
    tick: 0,
    phase: 'prepare',
    credits: pace.startCredits,
    phrase: NO_PHRASE,
    zones: [null],
    segments: [null],
    policies: [null],
    switches: [null],
    wires: [null],
    flows: [null],
    tenants: [null],
    assets: [null],
    images: [null],
    flaws: [null],
    hosts: [null],
    dedications: [null],
    frames: [null],
    blocks: [null],
    snapshots: [null],
    stores: [null],
    repositories: [null],
    copies: [null],
    vms: [null],
    requests: [null],
    jobs: [null],
    seats: [null],
    alerts: [null],
    evidence: [null],
    exits: [null],
    held: [null],
    tallies: [null],
    breaches: [null],
    attackers: [null],
    operations: [null],
    calendar: [],
    nextEntry: 0,
    acts: [],
    wishes: [],
    tally: emptyTally(),
    provenance: {},
    history: { length: 0, hash: 0 },
  };
}

function addNetwork(world: World, scenario: Scenario, names: Names): void {
  scenario.zones.forEach(({ name, ...port }) => {
    const zone = addRow(world, 'zones', (id) => ({ id: id as ZoneId, name }), SCENARIO);
    names.set('zone', name, zone.id);
    const segment = { zone: zone.id, ...port };
    addRow(world, 'segments', (id) => ({ id: id as SegmentId, ...segment }), SCENARIO);
  });
  const rules = scenario.rules.map((rule) => names.rule(rule));
  const { migrationEncryption, managementServer } = scenario;
  const serverBuild = managementServer?.build ?? 0;
  const serverFrom = managementServer?.managedFrom ?? [];
  addRow(
    world,
    'policies',
    (id) => ({
      id,
      version: 1,
      rules,
      automaticSince: 0,
      migrationEncryption,
      serverBuild,
      serverFrom,
    }),
    SCENARIO,
  );
  addRow(world, 'wires', (id) => ({ id, watch: scenario.wire }), SCENARIO);
}

function addTenants(world: World, scenario: Scenario, names: Names): void {
  for (const { name, assets, quota } of scenario.tenants) {
    const tenant = addRow(
      world,
      'tenants',
      (id) => ({ id: id as TenantId, name, quota }),
      SCENARIO,
    );
    names.set('tenant', name, tenant.id);
    for (const asset of assets) {
      const row = addRow(
        world,
        'assets',
        (id) => ({ id: id as AssetId, ...asset, tenant: tenant.id }),
        SCENARIO,
      );
      names.set('asset', asset.name, row.id);
    }
  }
}

/** A VM that has been running for long: all that its workload fills is filled. */
function placeAtStart(world: World, wish: ScenarioVm, names: Names): void {
  const plan = names.plan(wish);
  const host = wish.host as HostId;
  const image = get(world.images, plan.image);
  const kept = image.signed !== undefined;
  const memory = takeFree<FrameId>(world, host, 'free', plan.frames);
  const disk = takeFree<BlockId>(world, host, 'freeBlocks', plan.blocks);
  const vm = addRow(
    world,
    'vms',
    (id) => ({
      ...plan,
      id: id as VmId,
      tenant: names.id<TenantId>('tenant', wish.tenant),
      request: NONE,
      technique: wish.technique,
      wordSize: image.wordSize,
      host,
      home: plan.zone,
      movingTo: NONE,
      moveEncrypted: false,
      power: 'running',
      devices: wish.devices ?? image.devices,
      ...usualModels(wish.technique, image),
      ...(wish.nic === undefined ? {} : { nicModel: wish.nic }),
      vhost: wish.vhost,
      accel3d: wish.accel3d ?? image.accel3d,
      card: wish.card,
      trunk: wish.trunk ?? WORKLOADS[plan.workload].trunk === true,
      rogueDhcp: false,
      gateway: NONE,
      filters: [],
      grants: wish.grants,
      agent: wish.agent,
      snare: 'none',
      nested: wish.nested ?? WORKLOADS[plan.workload].nests === true,
      rulings: [],
      deviceBuild: wish.deviceBuild ?? get(world.hosts, host).build,
      kernel: wish.kernel ?? image.kernel,
      service: wish.service ?? image.service,
      revertedFrom: 0,
      encrypted: wish.encrypted,
      filesEncrypted: wish.filesEncrypted,
      memoryEncrypted: wish.memoryEncrypted,
      ransomed: false,
      tools: wish.tools,
      limit: wish.limit,
      reserved: wish.reserved,
      shares: wish.shares,
      burning: false,
      looping: false,
      hoards: false,
      batchUntil: 0,
      foothold: 'none',
      intruder: NONE,
      deviceProcess: NONE,
      layoutKnownBy: NONE,
      owner: 'present',
      onLeave: false,
      ownerAsked: false,
      leftSecret: image.leftSecret,
      keysFrom: image.seeded ? image.id : NONE,
      generationId: false,
      reseedsAt: 0,
      leaseEnds: plan.lease,
      memory,
      merged: [],
      swapped: 0,
      swapFile: NONE,
      disk,
      reservedMemory: [],
      reservedDisk: [],
      filled: plan.fills,
      diskFilled: plan.blockFills,
      fillIn: 0,
      served: 1000,
      cutOff: 0,
      exits: 0,
      translated: TRANSLATED,
      clockLag: 0,
      clockCause: '',
      faults: [],
      arrivesAt: 0,
      bornAt: 0,
      ...(kept ? { madeAt: 0, drifted: false, shutDown: false } : {}),
    }),
    SCENARIO,
  );
  memory.forEach((frame, i) => {
    setFact(world, 'frames', frame, 'owner', vm.id, SCENARIO);
    if (i < plan.fills) setFact(world, 'frames', frame, 'content', plan.asset, SCENARIO);
    if (i >= plan.frames - image.alike)
      setFact(world, 'frames', frame, 'image', image.id, SCENARIO);
  });
  disk.forEach((block, i) => {
    setFact(world, 'blocks', block, 'owner', vm.id, SCENARIO);
    if (i < plan.blockFills) setFact(world, 'blocks', block, 'content', plan.asset, SCENARIO);
  });
  // The switch has no port for a card that is not its own.
  if (wish.bound && wish.card === 'virtual') {
    const { ports } = get(world.switches, host);
    const port = { vm: vm.id, zone: plan.zone };
    setFact(world, 'switches', host, 'ports', [...ports, port], SCENARIO);
  }
  if (wish.snapshot) keepSnapshot(world, vm.id, host, wish.snapshot);
}

function keepSnapshot(
  world: World,
  vm: VmId,
  host: HostId,
  kept: NonNullable<ScenarioVm['snapshot']>,
): void {
  const [block] = takeFree<BlockId>(world, host, 'freeBlocks', 1);
  if (block === undefined) return;
  const as = { vm, host, block, takenAt: 0, ...kept, foothold: 'none', intruder: NONE } as const;
  const row = addRow(world, 'snapshots', (id) => ({ id: id as SnapshotId, ...as }), SCENARIO);
  setFact(world, 'blocks', block, 'snapshot', row.id, SCENARIO);
  setFact(world, 'blocks', block, 'content', get(world.vms, vm).asset, SCENARIO);
}

/** Takes from the end of a stack, as the allocator does. */
function takeFree<Kind extends FrameId | BlockId>(
  world: World,
  host: HostId,
  stack: 'free' | 'freeBlocks',
  count: number,
): Kind[] {
  const all = get(world.hosts, host)[stack] as readonly Kind[];
  const rest = all.slice(0, all.length - count) as FrameId[] & BlockId[];
  setFact(world, 'hosts', host, stack, rest, SCENARIO);
  return all.slice(all.length - count).reverse();
}

/** Dirties the free frames and blocks that the allocator would hand out next. */
function leaveResidue(
  world: World,
  host: HostId,
  asset: AssetId,
  count: { readonly frames: number; readonly blocks: number },
): void {
  const { free, freeBlocks } = get(world.hosts, host);
  const frames = free.filter((id) => get(world.frames, id).residue === NONE);
  const blocks = freeBlocks.filter((id) => get(world.blocks, id).residue === NONE);
  const last = <T>(list: readonly T[], n: number): readonly T[] => (n === 0 ? [] : list.slice(-n));
  for (const id of last(frames, count.frames)) {
    setFact(world, 'frames', id, 'residue', asset, SCENARIO);
  }
  for (const id of last(blocks, count.blocks)) {
    setFact(world, 'blocks', id, 'residue', asset, SCENARIO);
  }
}
