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

/** A row that writes down which of its fields are looked at. */
const watched = (table: string, row: Row, reads: Set<string>): Row =>
  new Proxy(row, {
    get(target, field) {
      if (typeof field === 'string') reads.add(`${table}/${field}`);
      return Reflect.get(target, field);
    },
  });

/** The same world, in which every row writes down which of its fields are looked at. */
interface Watched {
  readonly world: World;
  /** From now on rows of which every field was looked at are watched no more: that is most of the time. */
  readonly ease: () => void;
}

function watchedWorld(world: World, reads: Set<string>): Watched {
  let known = new WeakMap<object, object>();
  const once = <T extends object>(of: T, make: () => T): T => {
    const before = known.get(of) as T | undefined;
    if (before) return before;
    const made = make();
    known.set(of, made);
    return made;
  };
  const rowIn = (table: string, found: unknown): unknown =>
    found === null || typeof found !== 'object'
      ? found
      : once(found, () => {
          const row = found as Row;
          const isRead = Object.keys(row).every((field) => reads.has(`${table}/${field}`));
          return isRead ? row : watched(table, row, reads);
        });
  const isTable = (found: unknown): found is unknown[] => Array.isArray(found) && found[0] === null;
  const seen = new Proxy(world, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key !== 'string' || !isTable(found)) return found;
      const get = (rows: unknown[], at: string | symbol): unknown =>
        rowIn(key, Reflect.get(rows, at));
      return once(found, () => new Proxy(found, { get }));
    },
  });
  const ease = (): void => {
    known = new WeakMap();
  };
  return { world: seen, ease };
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

/** Of each, at the most. */
const MATCHES = 3;

/** Plays a match, and notes which fields of which rows its rules, minds and views look at. */
function readsIn(scenario: Scenario, seed: number, reads: Set<string>, fields: Set<string>): void {
  const plain = createMatch(scenario, seed);
  const { world, ease } = watchedWorld(plain.world, reads);
  const match: Match = { ...plain, world };
  const dice = new Dice(seed);
  while (!isOver(plain)) {
    stepMatch(match, pressed(match, dice));
    if (plain.world.tick % LOOK_EVERY !== 0) continue;
    blueOf(match);
    ease();
    for (const [table, rows] of tablesOf(plain.world)) {
      for (const row of rows) {
        for (const field of Object.keys(row ?? {})) fields.add(`${table}/${field}`);
      }
    }
  }
}

/** Small ones that have between them whatever a world can have, and whether people attack: rows cost several of their kind. */
const PLAYED: readonly (readonly [scenario: string, peopleAttack: boolean])[] = [
  ['old-template', true],
  ['open-console', true],
  ['one-key', true],
  ['one-key', false],
  ['shared-desk', true],
  ['shared-desk', false],
  ['vacated-seat', true],
];

test('D1 every field of the world is read by a rule, a mind or a view', () => {
  const reads = new Set<string>();
  const fields = new Set<string>();
  const unread = (): string[] => [...fields].filter((field) => !reads.has(field)).sort();
  const left = Array.from({ length: MATCHES }, (_, i) => i + 1).flatMap((seed) =>
    PLAYED.map(([name, peopleAttack]) => ({ seed, name, peopleAttack })),
  );
  // What is read in some match is read: where dice bring it up late, further matches are played.
  for (const [i, { seed, name, peopleAttack }] of left.entries()) {
    if (i >= PLAYED.length && unread().length === 0) break;
    const scenario = { ...scenarios[name]!, deck: null };
    const attacked = arrange(scenario, { level: 'crew', minutes: null, peopleAttack: true });
    readsIn(peopleAttack ? attacked : atLevel(scenario, 'crew'), seed, reads, fields);
  }
  expect(fields.size).toBeGreaterThan(300);
  expect(unread()).toEqual([]);
}, 480_000);
