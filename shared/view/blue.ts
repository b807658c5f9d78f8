import type { Breach } from '../world/breach.ts';
import type { GameEvent } from '../world/history.ts';
import type { Request } from '../world/request.ts';
import type { Deep } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import type { BlueRows, BreachRow, RequestRow } from './rows.ts';
import { BLUE_COLUMNS } from './rows.ts';
import { type BlueView, same } from './view.ts';

/** What the view shows of the score: folded from the history by whoever runs the match. */
export interface Meters {
  readonly fidelity: number;
  readonly isolation: number;
  readonly performance: number;
  readonly score: number;
  readonly minutes: readonly (readonly number[])[];
}

type Rows<T extends keyof BlueRows> = (BlueRows[T] | null)[];

/**
 * The defenders' view, built by naming what they may know. Rows that did not change since `before`
 * are the same objects again, which is what makes the difference cheap.
 * @param history the events, for the preconditions of discovered harms
 */
export function projectBlue(
  world: ReadonlyWorld,
  history: readonly GameEvent[],
  meters: Meters,
  before: BlueView | null,
): BlueView {
  const keep = <T extends keyof BlueRows>(table: T, rows: Rows<T>): Rows<T> =>
    reuse(BLUE_COLUMNS[table], before?.tables[table] as Rows<T> | undefined, rows);
  return {
    tick: world.tick,
    tables: {
      match: keep('match', [null, matchRow(world, meters)]),
      zones:
        before?.tables.zones ?? each(world.zones, ({ id, name, trust }) => ({ id, name, trust })),
      tenants: before?.tables.tenants ?? each(world.tenants, ({ id, name }) => ({ id, name })),
      assets:
        before?.tables.assets ??
        each(world.assets, ({ id, name, tenant, weight }) => ({ id, name, tenant, weight })),
      hosts: keep(
        'hosts',
        each(world.hosts, (host) => ({
          id: host.id,
          type: host.type,
          year: host.year,
          virtualisationExtension: host.virtualisationExtension,
          nestedPaging: host.nestedPaging,
          iommu: host.iommu,
          build: host.build,
          scrub: host.scrub,
          load: host.load,
          free: host.free,
        })),
      ),
      frames: keep(
        'frames',
        each(world.frames, ({ id, host, owner, content, residue }) => ({
          id,
          host,
          owner,
          content,
          residue,
        })),
      ),
      vms: keep(
        'vms',
        each(world.vms, (vm) => ({
          id: vm.id,
          tenant: vm.tenant,
          workload: vm.workload,
          zone: vm.zone,
          asset: vm.asset,
          host: vm.host,
          technique: vm.technique,
          power: vm.power,
          memory: vm.memory,
          demand: vm.demand,
          served: vm.served,
          bornAt: vm.bornAt,
        })),
      ),
      requests: keep('requests', each(world.requests, requestRow)),
      jobs: keep(
        'jobs',
        each(world.jobs, (job) => ({
          id: job.id,
          command: job.command,
          args: job.args,
          seat: job.seat,
          host: job.host,
          claims: job.claims,
          startedAt: job.startedAt,
          endsAt: world.tick + job.length - job.done,
        })),
      ),
      alerts: keep(
        'alerts',
        each(world.alerts, ({ id, tick, sensor, host, vm, seen, state }) => ({
          id,
          tick,
          sensor,
          host,
          vm,
          // An alert is corrected in place by its sensor, so the view keeps its own copy.
          seen: { ...seen },
          state,
        })),
      ),
      breaches: keep('breaches', discovered(world, history)),
      seats: keep(
        'seats',
        each(world.seats, ({ id, pilot }) => ({ id, pilot })),
      ),
    },
  };
}

function matchRow(world: ReadonlyWorld, meters: Meters): BlueRows['match'] {
  const { pace } = world;
  let humans = 0;
  for (const seat of world.seats) if (seat?.pilot === 'human') humans += 1;
  return {
    id: 1,
    scenario: world.scenario,
    phase: world.phase,
    liveFrom: pace.prepare,
    overAt: pace.prepare + pace.live,
    credits: world.credits,
    hands: humans <= 1 ? pace.handsSolo : pace.handsTeam,
    ...meters,
  };
}

function requestRow(request: Deep<Request>): RequestRow {
  const { id, tenant, wish, openedAt, deadline, state } = request;
  const common = { id, tenant, kind: wish.kind, openedAt, deadline, state };
  if (wish.kind === 'destroy') {
    return { ...common, workload: '', zone: 0, asset: 0, frames: 0, vm: wish.vm };
  }
  const { workload, zone, asset, frames } = wish.plan;
  return { ...common, workload, zone, asset, frames, vm: 0 };
}

/**
 * Harms by the number the defenders gave them: the order in which they learned of them. The world's
 * own numbers would betray how many more there are.
 */
function discovered(world: ReadonlyWorld, history: readonly GameEvent[]): Rows<'breaches'> {
  const known: Deep<Breach>[] = [];
  for (const breach of world.breaches) if (breach && breach.discoveredAt !== 0) known.push(breach);
  known.sort((a, b) => a.discoveredAt - b.discoveredAt || a.id - b.id);
  const rows: Rows<'breaches'> = [null];
  for (const breach of known) {
    const harm = history[breach.harm - 1];
    if (harm?.kind === 'harm') rows.push(breachRow(rows.length, breach, harm.data));
  }
  return rows;
}

function breachRow(
  id: number,
  breach: Deep<Breach>,
  { attack, needs }: Pick<BreachRow, 'attack' | 'needs'>,
): BreachRow {
  const { kind, asset, victim, vm, host, weight, tick, discoveredAt, open } = breach;
  return { id, kind, asset, victim, vm, host, weight, tick, discoveredAt, open, attack, needs };
}

function each<T, R>(table: readonly (T | null)[], row: (from: T) => R): (R | null)[] {
  return table.map((entry) => (entry === null ? null : row(entry)));
}

/** Keeps each row of before that says the same, and the whole table when all of them do. */
function reuse<R extends { readonly id: number }>(
  columns: readonly string[],
  before: (R | null)[] | undefined,
  now: (R | null)[],
): (R | null)[] {
  if (!before) return now;
  let changed = before.length !== now.length;
  const kept = now.map((row, id) => {
    const was = before[id] ?? null;
    if (row === was) return was;
    if (row !== null && was !== null && sameRow(columns, was, row)) return was;
    changed = true;
    return row;
  });
  return changed ? kept : before;
}

function sameRow(columns: readonly string[], a: object, b: object): boolean {
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  return columns.every((column) => same(left[column], right[column]));
}
