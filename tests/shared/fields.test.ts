import { expect, test } from 'vitest';
import { arrange, atLevel } from '../../shared/course/arrange.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import type { Input } from '../../shared/match/input.ts';
import { createMatch, isOver, type Match, stepMatch } from '../../shared/match/match.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';
import type { World } from '../../shared/world/world.ts';
import { Dice } from '../faults/dice.ts';
import { type Pressed, pressBlue, pressRed } from '../support/pinned/players.ts';
import { redOf } from '../support/red.ts';
import { blueOf } from './support/views.ts';

/** Ticks between two looks at what there is. */
const LOOK_EVERY = 50;

type Row = Record<string, unknown>;

/** The tables of a world, by name. */
const tablesOf = (world: World): [string, unknown[]][] =>
  Object.entries(world).filter(
    (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1][0] === null,
  );

/**
 * Has a row write down which of its fields are looked at, each the first time: from then on it is a plain field. That
 * leaves a match nearly as quick as it is.
 */
function watchRow(table: string, row: Row, reads: Set<string>): void {
  for (const field of Object.keys(row)) {
    const name = `${table}/${field}`;
    if (reads.has(name)) continue;
    let value = row[field];
    const plain = (): void => {
      Object.defineProperty(row, field, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    };
    Object.defineProperty(row, field, {
      get: () => {
        reads.add(name);
        plain();
        return value;
      },
      set: (to: unknown) => {
        value = to;
      },
      enumerable: true,
      configurable: true,
    });
  }
}

/** What is there to be read, and what was. */
class Watch {
  readonly reads = new Set<string>();
  readonly fields = new Set<string>();
  /** Tables of which all fields that they have been seen to have were read. */
  #done: ReadonlySet<string> = new Set();
  #isDone = false;

  /** Fields that nothing has read yet, by table. */
  unread(): string[] {
    return [...this.fields].filter((field) => !this.reads.has(field)).sort();
  }

  /** Whether there was nothing left to watch for when it was last looked at. */
  get isDone(): boolean {
    return this.#isDone;
  }

  watches(table: string): boolean {
    return !this.#done.has(table);
  }

  /** Learns what fields there are; what a table was not known to have is watched for from now on. */
  lookAt(world: World): void {
    for (const [table, rows] of tablesOf(world))
      for (const row of rows)
        for (const field of Object.keys(row ?? {})) this.fields.add(`${table}/${field}`);
    const tableOf = (field: string): string => field.slice(0, field.indexOf('/'));
    const open = new Set(this.unread().map(tableOf));
    this.#done = new Set([...this.fields].map(tableOf).filter((table) => !open.has(table)));
    this.#isDone = open.size === 0;
  }
}

/** The same world, in which every row writes down which of its fields are looked at, from the first look at it. */
function watchedWorld(world: World, watch: Watch): World {
  const met = new WeakSet<object>();
  const tables = new WeakMap<unknown[], unknown[]>();
  const rowIn = (table: string, found: unknown): unknown => {
    if (found !== null && typeof found === 'object' && !met.has(found)) {
      met.add(found);
      watchRow(table, found as Row, watch.reads);
    }
    return found;
  };
  const tableOf = (key: string, rows: unknown[]): unknown[] => {
    const before = tables.get(rows);
    if (before) return before;
    const get = (target: unknown[], at: string | symbol): unknown =>
      rowIn(key, Reflect.get(target, at));
    const made = new Proxy(rows, { get });
    tables.set(rows, made);
    return made;
  };
  const isTable = (found: unknown): found is unknown[] => Array.isArray(found) && found[0] === null;
  return new Proxy(world, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      return typeof key === 'string' && isTable(found) && watch.watches(key)
        ? tableOf(key, found)
        : found;
    },
  });
}

/** Looks into some VM: of what evidence tells most is read by nothing else. */
const look = ({ world }: Match, dice: Dice): Pressed => ({
  command: 'investigate-vm',
  args: { vm: 1 + dice.int(0, world.vms.length - 2) },
});

/** What people on both sides press in a tick, whatever may be pressed. */
function pressed(match: Match, dice: Dice): Input[] {
  const n = match.world.tick + 1;
  if (n === 1) {
    return [
      { kind: 'seat', seat: 1, pilot: 'human' },
      { kind: 'seat', seat: 2, pilot: 'human', side: 'red' },
    ];
  }
  const looks = n % 24 === 4 ? look(match, dice) : null;
  const blue = n % 8 === 0 ? pressBlue(match, 1, dice) : looks;
  const red = n % 6 === 0 ? pressRed(redOf(match, null), dice) : null;
  return [blue, red].flatMap((order, i): Input[] =>
    order === null ? [] : [{ kind: 'order', seat: i + 1, n, ...order }],
  );
}

/** Of each kind, at the most. */
const MATCHES = 3;

/** Plays a match, and notes which fields of which rows its rules, minds and views look at. */
function playWatched(scenario: Scenario, seed: number, watch: Watch): void {
  const plain = createMatch(scenario, seed);
  const watched: Match = { ...plain, world: watchedWorld(plain.world, watch) };
  const dice = new Dice(seed);
  watch.lookAt(plain.world);
  while (!isOver(plain)) {
    // What is watched takes its time: only while there is something to be found.
    const match = watch.isDone ? plain : watched;
    stepMatch(match, pressed(match, dice));
    if (plain.world.tick % LOOK_EVERY !== 0) continue;
    blueOf(match);
    watch.lookAt(plain.world);
  }
}

/** They have between them whatever a world can have. */
const PLAYED = [
  'three-tenants',
  'vacated-seat',
  'inherited-room',
  'one-key',
  'shared-desk',
  'old-template',
  'open-console',
];

test('D1 every field of the world is read by a rule, a mind or a view', () => {
  const watch = new Watch();
  // What is read in some match is read: where dice bring it up late, further matches are played.
  for (let seed = 1; seed <= MATCHES; seed += 1) {
    for (const name of PLAYED) {
      if (seed > 1 && watch.isDone) break;
      const scenario = { ...scenarios[name]!, deck: null };
      const attacked = arrange(scenario, { level: 'crew', minutes: null, peopleAttack: true });
      playWatched(atLevel(scenario, 'crew'), seed, watch);
      playWatched(attacked, seed, watch);
    }
  }
  expect(watch.fields.size).toBeGreaterThan(300);
  expect(watch.unread()).toEqual([]);
}, 240_000);
