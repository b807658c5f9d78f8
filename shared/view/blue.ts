import type { Breach } from '../world/breach.ts';
import type { EventData, GameEvent } from '../world/history.ts';
import type { Job } from '../world/job.ts';
import type { Store } from '../world/machine/store.ts';
import type { Request } from '../world/people/request.ts';
import type { Deep } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { BLUE_COLUMNS } from './columns.ts';
import { handPool } from './hands.ts';
import { emptyRow } from './keeping/empty-row.ts';
import { reuse } from './keeping/reuse.ts';
import { sameFields } from './keeping/same-fields.ts';
import type { BlueRows, BreachRow, JobRow, MatchRow, RequestRow, StoreRow } from './rows.ts';
import type { BlueView } from './view.ts';

/** What the view shows of the score: folded from the history by whoever runs the match. */
export interface Meters {
  readonly fidelity: number;
  readonly isolation: number;
  readonly performance: number;
  readonly score: number;
  readonly minutes: readonly (readonly number[])[];
  readonly losses: MatchRow['losses'];
}

/** For whoever does not go by the score. */
export const NO_METERS: Meters = {
  fidelity: 1000,
  isolation: 1000,
  performance: 1000,
  score: 1000,
  minutes: [],
  losses: [],
};

/** What a view is drawn up from. */
export interface Source {
  readonly world: ReadonlyWorld;
  /** The events, for the preconditions of discovered harms. */
  readonly history: readonly GameEvent[];
  readonly meters: Meters;
}

type Rows<T extends keyof BlueRows> = (BlueRows[T] | null)[];

/** Draws up one table. Rows that did not change since `before` are the same objects again, and so is the whole of it. */
type Projection<T extends keyof BlueRows> = (
  source: Source,
  before: Rows<T> | undefined,
) => Rows<T>;

const kept =
  <T extends keyof BlueRows>(table: T, rows: (source: Source) => Rows<T>): Projection<T> =>
  (source, before) =>
    reuse(BLUE_COLUMNS[table], before, rows(source));

const shown =
  <T extends keyof BlueRows>(
    table: T,
    rows: (source: Source) => readonly (object | null)[],
  ): Projection<T> =>
  (source, before) =>
    mirror(BLUE_COLUMNS[table], before, rows(source) as Rows<T>);

const copied = <T extends Mirrored>(table: T): Projection<T> =>
  shown(table, ({ world }) => world[table]);

/** Of what stands on hosts, all but what was taken out of the room with one: it is seen no more. */
const standing = <T extends 'hosts' | 'frames' | 'blocks' | 'switches'>(
  table: T,
  hostOf: (row: NonNullable<ReadonlyWorld[T][number]>) => number,
): Projection<T> =>
  shown(table, ({ world }) => {
    if (!world.hosts.some((host) => host?.retired === true)) return world[table];
    const rows = world[table] as readonly (NonNullable<ReadonlyWorld[T][number]> | null)[];
    return rows.map((row) => (row === null || world.hosts[hostOf(row)]?.retired ? null : row));
  });

/** Every table of the defenders' view, by naming what they may know. */
const PROJECTIONS: { readonly [T in keyof BlueRows]: Projection<T> } = {
  match: kept('match', ({ world, meters }) => [null, matchRow(world, meters)]),
  zones: copied('zones'),
  segments: copied('segments'),
  policies: copied('policies'),
  switches: standing('switches', ({ id }) => id),
  wires: copied('wires'),
  flows: copied('flows'),
  images: copied('images'),
  advisories: kept('advisories', ({ world }) => advisories(world)),
  tenants: copied('tenants'),
  assets: copied('assets'),
  hosts: standing('hosts', ({ id }) => id),
  dedications: copied('dedications'),
  frames: standing('frames', ({ host }) => host),
  blocks: standing('blocks', ({ host }) => host),
  snapshots: copied('snapshots'),
  stores: kept('stores', ({ world }) => each(world.stores, storeRow)),
  shelf: kept('shelf', ({ world }) => shelf(world)),
  origins: kept('origins', ({ world }) => origins(world)),
  repositories: copied('repositories'),
  copies: copied('copies'),
  held: copied('held'),
  tallies: copied('tallies'),
  exits: copied('exits'),
  vms: copied('vms'),
  requests: kept('requests', ({ world }) => each(lately(world, world.requests, waits), requestRow)),
  jobs: kept('jobs', ({ world }) => each(world.jobs, (job) => jobRow(job, world.tick))),
  alerts: shown('alerts', ({ world }) =>
    lately(world, world.alerts, ({ state }) => state === 'open'),
  ),
  breaches: kept('breaches', ({ world, history }) => discovered(world, history)),
  seats: shown('seats', ({ world }) =>
    world.seats.map((seat) => (seat?.side === 'blue' ? seat : null)),
  ),
};

/** The tables of the defenders' view, in their order. */
export const TABLES = Object.keys(PROJECTIONS) as readonly (keyof BlueRows)[];

type Tables = BlueView['tables'];

// A copy of what grew by computed names is laid out as one that was written down: quick to read.
const EMPTY = { ...Object.fromEntries(TABLES.map((table) => [table, []])) } as unknown as Tables;

/** Draws up one table; `before`: what it showed earlier. */
export const drawn = <T extends keyof BlueRows>(
  source: Source,
  table: T,
  before: unknown,
): Rows<T> => PROJECTIONS[table](source, before as Rows<T> | undefined);

/**
 * The defenders' view. Tables and rows that did not change since `before` are the same objects again, which is
 * what makes the difference cheap.
 * @param history the events, for the preconditions of discovered harms
 */
export function projectBlue(
  world: ReadonlyWorld,
  history: readonly GameEvent[],
  meters: Meters,
  before: BlueView | null,
): BlueView {
  const source = { world, history, meters };
  const tables: Record<string, unknown> = { ...EMPTY };
  for (const table of TABLES) tables[table] = drawn(source, table, before?.tables[table]);
  return { tick: world.tick, tables: tables as unknown as Tables };
}

/** What is done with leaves the screen after so many ticks, and the wire with it. */
const STAYS = 300;

const waits = ({ state }: Deep<Request>): boolean => state === 'open' || state === 'in-work';

/** When something came up, and when it was closed. */
interface Dated {
  readonly tick?: number;
  readonly openedAt?: number;
  readonly closedAt?: number;
}

/** Rows that still ask for something, and those that came up, or were closed, a short while ago. */
function lately<T extends Dated>(
  { tick }: ReadonlyWorld,
  rows: readonly (T | null)[],
  asks: (row: T) => boolean,
): (T | null)[] {
  const from = tick - STAYS;
  const isLate = (row: Dated): boolean =>
    Math.max(row.tick ?? row.openedAt ?? 0, row.closedAt ?? 0) >= from;
  return rows.map((row) => (row !== null && (isLate(row) || asks(row)) ? row : null));
}

/** Tables whose rows show fields of the world's own rows, under the same names. */
type Mirrored = Exclude<
  keyof BlueRows,
  | 'match'
  | 'advisories'
  | 'requests'
  | 'jobs'
  | 'alerts'
  | 'breaches'
  | 'seats'
  | 'stores'
  | 'shelf'
  | 'origins'
>;

/**
 * The named fields of each row, and no other. Rows of the world replace what is in their fields and
 * never change it, so a field that is the same value still says the same.
 */
function mirror<R extends { readonly id: number }>(
  columns: readonly string[],
  before: (R | null)[] | undefined,
  rows: readonly (R | null)[],
): (R | null)[] {
  let changed = before === undefined || before.length !== rows.length;
  const same = sameFields(columns);
  const next: (R | null)[] = [];
  for (let id = 0; id < rows.length; id += 1) {
    const from = rows[id] ?? null;
    const was = before?.[id] ?? null;
    if (from === null) next.push(null);
    else if (was !== null && same(was, from)) next.push(was);
    else next.push(pick(columns, from));
    changed ||= next[id] !== was;
  }
  return changed ? next : (before ?? next);
}

function pick<R extends { readonly id: number }>(columns: readonly string[], row: R): R {
  const from = row as unknown as Readonly<Record<string, unknown>>;
  const shown = emptyRow(columns);
  shown.id = row.id;
  for (const column of columns) shown[column] = from[column];
  return shown as unknown as R;
}

function matchRow(world: ReadonlyWorld, meters: Meters): BlueRows['match'] {
  const { pace } = world;
  return {
    id: 1,
    scenario: world.scenario,
    deck: deckOf(world),
    phase: world.phase,
    liveFrom: pace.prepare,
    overAt: pace.prepare + pace.live,
    credits: world.credits,
    phrase: world.phrase,
    hands: handPool(world, 'blue'),
    ...meters,
  };
}

/** The deck without its attacks: what may come is for the briefing to say. */
function deckOf({ deck }: ReadonlyWorld): BlueRows['match']['deck'] {
  if (deck === null) return null;
  const { commands, sensors, techniques } = deck;
  return { commands, sensors, techniques };
}

/** Published flaws in the order in which they came out: the world's numbers betray the others. */
function advisories(world: ReadonlyWorld): Rows<'advisories'> {
  const out = world.flaws.filter((flaw) => flaw?.public === true);
  out.sort((a, b) => (a?.publishedAt ?? 0) - (b?.publishedAt ?? 0) || (a?.id ?? 0) - (b?.id ?? 0));
  const rows: Rows<'advisories'> = [null];
  for (const flaw of out) {
    if (!flaw) continue;
    const { name, component, fixedIn, publishedAt } = flaw;
    rows.push({ id: rows.length, name, component, fixedIn, publishedAt });
  }
  return rows;
}

function jobRow(
  { id, command, args, seat, host, claims, startedAt, length, done }: Deep<Job>,
  tick: number,
): JobRow {
  return { id, command, args, seat, host, claims, startedAt, endsAt: tick + length - done };
}

function requestRow(request: Deep<Request>): RequestRow {
  const { id, tenant, wish, openedAt, deadline, state } = request;
  const common = { id, tenant, kind: wish.kind, openedAt, deadline, state };
  if (wish.kind !== 'create') {
    const frames = wish.kind === 'grow' ? wish.frames : 0;
    const none = { workload: '', zone: 0, asset: 0, image: 0, blocks: 0, lease: 0 } as const;
    return { ...common, ...none, frames, vm: wish.vm };
  }
  const { workload, zone, asset, image, frames, blocks, lease } = wish.plan;
  return { ...common, workload, zone, asset, image, frames, blocks, lease, vm: 0 };
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

function breachRow(id: number, breach: Deep<Breach>, harm: EventData['harm']): BreachRow {
  const { kind, asset, victim, vm, host, weight, tick, discoveredAt, open } = breach;
  const { attack } = harm;
  const needs = harm.needs.map(({ need, counters: [first] }) => ({
    need,
    counter: first ? { command: first.command, args: first.args } : null,
  }));
  return { id, kind, asset, victim, vm, host, weight, tick, discoveredAt, open, attack, needs };
}

function storeRow({ id, hosts, reachedFrom, library, verified }: Deep<Store>): StoreRow {
  return { id, hosts, reachedFrom, library: library === true, verified: verified ?? null };
}

/** Images that lie in a library, and what its book has of VMs; nothing where a scenario has none. */
const shelf = ({ images }: ReadonlyWorld): Rows<'shelf'> =>
  images.map((row) => (row?.signed === undefined ? null : { id: row.id, signed: row.signed }));

const origins = ({ images, vms }: ReadonlyWorld): Rows<'origins'> =>
  images[1]?.signed === undefined
    ? [null]
    : each(vms, ({ id, madeAt = 0, shutDown = false }) => ({ id, madeAt, shutDown }));

function each<T, R>(table: readonly (T | null)[], row: (from: T) => R): (R | null)[] {
  return table.map((entry) => (entry === null ? null : row(entry)));
}
