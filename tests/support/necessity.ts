import type { Attack, Striker } from '../../shared/attacks/attack.ts';
import type { Need, Strike } from '../../shared/attacks/need.ts';
import type { Match } from '../../shared/match/match.ts';
import { strikeOnce } from '../../shared/match/operations.ts';
import type { Evidence } from '../../shared/world/evidence.ts';
import type { FactRef } from '../../shared/world/fact.ts';
import { hashWorld } from '../../shared/world/hash.ts';
import type { EventKind } from '../../shared/world/history.ts';
import type { ActArgs } from '../../shared/world/people/attacker.ts';
import type { Turn } from '../../shared/world/turn.ts';
import type { ReadonlyWorld, World } from '../../shared/world/world.ts';
import { type Bench, copyOf } from './worlds.ts';

/**
 * What it takes to show that an attack's preconditions are real: a world in which one of its strikes
 * works, and for each field that its needs read, values with which it must not.
 */
export interface Setup {
  readonly turn: Match;
  readonly attacker: number;
  readonly args: ActArgs;
  readonly strike: Strike;
}

/** Field, such as `vms/power` → values, each of which alone must make the strike fail. */
export type Flips = Readonly<Record<string, readonly unknown[]>>;

export interface Necessity {
  readonly setup: () => Setup;
  readonly flips: Flips;
  /** The same of what only its deeper effect rests on: flipped, it works and goes no further. */
  readonly deeper?: Flips;
}

/** A setup in the world of a bench, by its attacker 1. */
export const setupOf = (bench: Bench, args: ActArgs, strike: Strike, attacker = 1): Setup => ({
  turn: bench.match,
  attacker,
  args,
  strike,
});

/** `vms/3/power` → `vms/power`. */
export const fieldOf = (ref: FactRef): string => ref.replace(/\/\d+\//, '/');

/** The facts of all those needs, each once. */
export function factsOf(needs: readonly Need[], world: ReadonlyWorld, strike: Strike): FactRef[] {
  return [...new Set(needs.flatMap((need) => need.facts(world, strike)))];
}

interface Flip {
  readonly ref: FactRef;
  readonly value: unknown;
}

/** Strikes once in a copy of the setup's world, with one fact set to another value if one is given. */
export function strikeIn(
  setup: Setup,
  attack: Attack,
  flip?: Flip,
): { readonly worked: boolean; readonly touched: boolean } {
  const { worked, touched, told } = struck(setup, attack, flip);
  return { worked, touched: touched || told.length > 0 };
}

/** What came of a strike in that world, by the kinds of events. */
export function comesOf(setup: Setup, attack: Attack, flip?: Flip): readonly EventKind[] {
  return struck(setup, attack, flip).told;
}

function struck(setup: Setup, attack: Attack, flip: Flip | undefined) {
  const { turn: found } = setup;
  const world = flip ? worldWith(found.world, flip.ref, flip.value) : copyOf(found.world);
  const turn: Turn = { world, history: [...found.history] };
  const before = hashWorld(world).whole;
  const worked = strikeOnce(turn, attack, strikerIn(world, setup, attack), setup.strike) === null;
  const touched = hashWorld(world).whole !== before;
  const told = turn.history.slice(found.history.length).map(({ kind }) => kind);
  return { worked, touched, told };
}

/** The traces that an act leaves as it begins and as it tries such a strike, in a copy of the setup's world. */
export function tracesOf(setup: Setup, attack: Attack, strike: Strike): readonly Evidence[] {
  const world = copyOf(setup.turn.world);
  const turn: Turn = { world, history: [...setup.turn.history] };
  const by = strikerIn(world, setup, attack);
  const before = world.evidence.length;
  attack.opening?.(turn, by, strike);
  attack.trace?.(turn, by, strike);
  return world.evidence.slice(before).filter((trace) => trace !== null);
}

function strikerIn(world: World, { attacker, args }: Setup, attack: Attack): Striker {
  const who = world.attackers[attacker];
  if (!who) throw new Error(`no attacker ${attacker}`);
  const { id } = who;
  const operation = { id: 1, attacker: id, attack: attack.id, args, startedAt: world.tick };
  return {
    attacker: who,
    operation: {
      ...operation,
      number: 1,
      seat: 0,
      quiet: false,
      length: 1,
      done: 1,
      act: 1,
      hits: 0,
    } as Striker['operation'],
  };
}

/** A copy of the world in which one fact is another. */
export function worldWith(world: ReadonlyWorld, ref: FactRef, value: unknown): World {
  const other = copyOf(world) as World;
  const [table = '', id = '', field = ''] = ref.split('/');
  const tables = other as unknown as Record<string, Record<string, Record<string, unknown>>>;
  const row = tables[table]?.[id];
  if (!row || !(field in row)) throw new Error(`${ref} is no fact of this world`);
  if (row[field] === value) throw new Error(`${ref} is ${String(value)} already: no flip`);
  row[field] = value;
  return other;
}

/**
 * The world behind a glass that notes what is read through it: `vms/3/power` for a field of a row,
 * `pace/think` for a field of anything else. Ids, holes and whether a row exists are not noted.
 */
export function watched(world: ReadonlyWorld): {
  readonly world: ReadonlyWorld;
  readonly reads: ReadonlySet<string>;
} {
  const reads = new Set<string>();
  const part = (name: string, value: object): object =>
    new Proxy(value, {
      get(target, key) {
        const inner: unknown = Reflect.get(target, key);
        if (typeof key === 'symbol') return inner;
        const isRow = Array.isArray(target) && /^\d+$/.test(key);
        if (isRow && typeof inner === 'object' && inner !== null)
          return row(`${name}/${key}`, inner);
        if (!Array.isArray(target)) reads.add(`${name}/${key}`);
        return typeof inner === 'function' ? inner.bind(part(name, target)) : inner;
      },
      ownKeys(target) {
        if (!Array.isArray(target)) reads.add(`${name}/*`);
        return Reflect.ownKeys(target);
      },
    });
  const row = (name: string, value: object): object =>
    new Proxy(value, {
      get(target, key) {
        if (typeof key === 'string' && key !== 'id') reads.add(`${name}/${key}`);
        return Reflect.get(target, key);
      },
      has(target, key) {
        reads.add(`${name}/${String(key)}`);
        return Reflect.has(target, key);
      },
      ownKeys(target) {
        reads.add(`${name}/*`);
        return Reflect.ownKeys(target);
      },
    });
  const glass = new Proxy(world, {
    get(target, key) {
      const inner: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return inner;
      if (typeof inner === 'object' && inner !== null) return part(key, inner);
      reads.add(key);
      return inner;
    },
    ownKeys(target) {
      reads.add('*');
      return Reflect.ownKeys(target);
    },
  });
  return { world: glass, reads };
}

/** What a need's predicate reads of a world beside the facts that it names. */
export function undeclaredReads(need: Need, world: ReadonlyWorld, strike: Strike): string[] {
  const glass = watched(world);
  need.holds(glass.world, strike);
  const named: ReadonlySet<string> = new Set(need.facts(world, strike));
  return [...glass.reads].filter((read) => !named.has(read));
}
