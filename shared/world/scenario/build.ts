import type { CalendarEntry } from '../calendar.ts';
import { addRow, setFact } from '../fact.ts';
import type { AttackerId, FrameId } from '../ids.ts';
import {
  type AssetId,
  type HostId,
  NONE,
  SCENARIO,
  seconds,
  type TenantId,
  type VmId,
  type ZoneId,
} from '../ids.ts';
import { DEFAULT_PACE } from '../pace.ts';
import { draw } from '../random.ts';
import { get } from '../table.ts';
import type { VmPlan } from '../vm.ts';
import { RULES_VERSION, type World } from '../world.ts';
import type { Scenario } from './schema.ts';

type NamedPlan = Scenario['vms'][number] | Scenario['attackers'][number]['plan'];

export const emptyTally = (): World['tally'] => ({
  promised: 0,
  given: 0,
  stopped: 0,
  justified: 0,
  native: 0,
  useful: 0,
});

/** The world of a scenario before its first tick. The same scenario and seed give the same world. */
export function build(scenario: Scenario, seed: number): World {
  const world: World = {
    rules: RULES_VERSION,
    scenario: scenario.id,
    seed,
    pace: { ...DEFAULT_PACE, ...scenario.pace },
    tick: 0,
    phase: 'prepare',
    credits: 0,
    zones: [null],
    tenants: [null],
    assets: [null],
    hosts: [null],
    frames: [null],
    vms: [null],
    requests: [null],
    jobs: [null],
    seats: [null],
    alerts: [null],
    evidence: [null],
    breaches: [null],
    attackers: [null],
    operations: [null],
    calendar: [],
    nextEntry: 0,
    acts: [],
    tally: emptyTally(),
    provenance: {},
    history: { length: 0, hash: 0 },
  };
  world.credits = world.pace.startCredits;
  const names = new Map<string, number>();
  const idOf = <Kind extends number>(kind: string, name: string): Kind =>
    (names.get(`${kind}:${name}`) ?? NONE) as Kind;
  const planOf = (plan: NamedPlan): VmPlan => ({
    workload: plan.workload,
    zone: idOf<ZoneId>('zone', plan.zone),
    asset: idOf<AssetId>('asset', plan.asset),
    frames: plan.frames,
    fills: plan.fills,
    demand: plan.demand,
  });

  for (const zone of scenario.zones) {
    const row = addRow(world, 'zones', (id) => ({ id: id as ZoneId, ...zone }), SCENARIO);
    names.set(`zone:${zone.name}`, row.id);
  }
  for (const tenant of scenario.tenants) {
    const row = addRow(
      world,
      'tenants',
      (id) => ({ id: id as TenantId, name: tenant.name }),
      SCENARIO,
    );
    names.set(`tenant:${tenant.name}`, row.id);
    for (const asset of tenant.assets) {
      const added = addRow(
        world,
        'assets',
        (id) => ({ id: id as AssetId, name: asset.name, tenant: row.id, weight: asset.weight }),
        SCENARIO,
      );
      names.set(`asset:${asset.name}`, added.id);
    }
  }
  for (const host of scenario.hosts) addHost(world, host);
  for (const vm of scenario.vms) {
    placeAtStart(world, planOf(vm), idOf<TenantId>('tenant', vm.tenant), vm.host as HostId);
  }
  for (const old of scenario.residue) {
    leaveResidue(world, old.host as HostId, idOf<AssetId>('asset', old.asset), old.frames);
  }
  for (const attacker of scenario.attackers) {
    world.attackers.push({
      id: world.attackers.length as AttackerId,
      mind: attacker.mind,
      tenant: idOf<TenantId>('tenant', attacker.tenant),
      plan: planOf(attacker.plan),
      knownVms: [],
      knownRequests: [],
      loot: [],
      memory: { waitUntil: 0, asked: 0, searched: [], lootBefore: 0, reason: 'waiting' },
    });
  }
  const entries = scenario.people.map((entry, i): CalendarEntry => {
    const [from, to] = entry.at;
    const at = draw(
      { seed, stream: 'calendar', subject: i, occasion: 0 },
      seconds(from),
      seconds(to),
    );
    const tick = Math.max(1, at);
    if (entry.kind !== 'wants-vm') return { tick, kind: entry.kind, vm: entry.vm as VmId };
    const tenant = idOf<TenantId>('tenant', entry.tenant);
    return { tick, kind: 'wants-vm', tenant, plan: planOf(entry.plan) };
  });
  // Sorted by time and, for equals, by the order of the file: `sort` keeps equals in place.
  return { ...world, calendar: entries.sort((a, b) => a.tick - b.tick) };
}

function addHost(world: World, host: Scenario['hosts'][number]): void {
  const { frames, ...rest } = host;
  const id = world.hosts.length as HostId;
  const free: FrameId[] = [];
  for (let i = 0; i < frames; i += 1) {
    const frame = addRow(
      world,
      'frames',
      (frameId) => ({
        id: frameId as FrameId,
        host: id,
        owner: NONE,
        content: NONE,
        residue: NONE,
      }),
      SCENARIO,
    );
    free.push(frame.id);
  }
  // The allocator takes from the end, so the lowest frame goes first.
  addRow(world, 'hosts', () => ({ id, ...rest, free: free.reverse(), load: 0 }), SCENARIO);
}

/** A VM that has been running for long: all that its workload fills is filled. */
function placeAtStart(world: World, plan: VmPlan, tenant: TenantId, host: HostId): void {
  const free = [...get(world.hosts, host).free];
  const memory: FrameId[] = [];
  for (let i = 0; i < plan.frames; i += 1) {
    const frame = free.pop();
    if (frame !== undefined) memory.push(frame);
  }
  setFact(world, 'hosts', host, 'free', free, SCENARIO);
  const vm = addRow(
    world,
    'vms',
    (id) => ({
      ...plan,
      id: id as VmId,
      tenant,
      request: NONE,
      technique: 'hvm',
      host,
      power: 'running',
      foothold: 'none',
      memory,
      filled: plan.fills,
      fillIn: 0,
      served: 1000,
      bornAt: 0,
    }),
    SCENARIO,
  );
  memory.forEach((frame, i) => {
    setFact(world, 'frames', frame, 'owner', vm.id, SCENARIO);
    if (i < plan.fills) setFact(world, 'frames', frame, 'content', plan.asset, SCENARIO);
  });
}

/** Dirties the free frames that the allocator would hand out next. */
function leaveResidue(world: World, host: HostId, asset: AssetId, frames: number): void {
  const clean = get(world.hosts, host).free.filter((id) => get(world.frames, id).residue === NONE);
  for (const id of clean.slice(-frames)) setFact(world, 'frames', id, 'residue', asset, SCENARIO);
}
