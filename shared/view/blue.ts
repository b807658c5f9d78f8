import type { Breach } from '../world/breach.ts';
import type { EventData, GameEvent } from '../world/history.ts';
import type { Request } from '../world/people/request.ts';
import type { Deep } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { BLUE_COLUMNS } from './columns.ts';
import { handPool } from './hands.ts';
import { emptyRow } from './keeping/empty-row.ts';
import { reuse } from './keeping/reuse.ts';
import { sameFields } from './keeping/same-fields.ts';
import type { BlueRows, BreachRow, MatchRow, RequestRow } from './rows.ts';
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
  const copy = <T extends Mirrored>(table: T): Rows<T> =>
    mirror(
      BLUE_COLUMNS[table],
      before?.tables[table] as Rows<T> | undefined,
      world[table] as readonly (Rows<T>[number] & object)[],
    );
  // What was taken out of the room is seen no more.
  const inRoom = ({ host }: { readonly host: number }): boolean => !world.hosts[host]?.retired;
  const anyGone = world.hosts.some((host) => host?.retired === true);
  const standing = <T extends 'hosts' | 'frames' | 'blocks' | 'switches'>(
    table: T,
    there: (row: NonNullable<ReadonlyWorld[T][number]>) => boolean,
  ): Rows<T> =>
    anyGone
      ? mirror(
          BLUE_COLUMNS[table],
          before?.tables[table] as Rows<T> | undefined,
          (world[table] as readonly (NonNullable<ReadonlyWorld[T][number]> | null)[]).map((row) =>
            row !== null && there(row) ? row : null,
          ) as readonly (Rows<T>[number] & object)[],
        )
      : copy(table);
  return {
    tick: world.tick,
    tables: {
      match: keep('match', [null, matchRow(world, meters)]),
      zones: copy('zones'),
      segments: copy('segments'),
      policies: copy('policies'),
      switches: standing('switches', ({ id }) => inRoom({ host: id })),
      wires: copy('wires'),
      flows: copy('flows'),
      images: copy('images'),
      advisories: keep('advisories', advisories(world)),
      tenants: copy('tenants'),
      assets: copy('assets'),
      hosts: standing('hosts', ({ retired }) => !retired),
      dedications: copy('dedications'),
      frames: standing('frames', inRoom),
      blocks: standing('blocks', inRoom),
      snapshots: copy('snapshots'),
      stores: copy('stores'),
      repositories: copy('repositories'),
      copies: copy('copies'),
      held: copy('held'),
      tallies: copy('tallies'),
      exits: copy('exits'),
      vms: copy('vms'),
      requests: keep('requests', each(lately(world, world.requests, waits), requestRow)),
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
      alerts: mirror(
        BLUE_COLUMNS.alerts,
        before?.tables.alerts as Rows<'alerts'> | undefined,
        lately(world, world.alerts, ({ state }) => state === 'open'),
      ),
      breaches: keep('breaches', discovered(world, history)),
      seats: mirror(
        BLUE_COLUMNS.seats,
        before?.tables.seats as Rows<'seats'> | undefined,
        world.seats.map((seat) => (seat?.side === 'blue' ? seat : null)),
      ),
    },
  };
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
  'match' | 'advisories' | 'requests' | 'jobs' | 'alerts' | 'breaches' | 'seats'
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

function each<T, R>(table: readonly (T | null)[], row: (from: T) => R): (R | null)[] {
  return table.map((entry) => (entry === null ? null : row(entry)));
}
