import { beforeAll, describe, expect, test } from 'vitest';
import { foldText, hashValue, hashWorld } from '../../../shared/world/hash.ts';
import { build } from '../../../shared/world/scenario/build.ts';
import type { World } from '../../../shared/world/world.ts';
import { benchWithReader, copyOf, hostileShop, hostsWith, id, tiny } from '../../support/worlds.ts';

type Node = Record<string, unknown> | unknown[];

/** A world in the middle of a match, with something in every table. */
function midMatch(): World {
  const bench = benchWithReader({
    // Enough frames for a list that is longer than any other.
    hosts: hostsWith({ frames: 40, blocks: 3 }),
    residue: [
      { host: 1, asset: 'payment-keys', frames: 2 },
      { host: 2, asset: 'ledger', frames: 1 },
    ],
    stores: [{ hosts: [1, 2], reachedFrom: ['app'] }],
    repositories: [{ build: 40, reachedFrom: ['app'] }],
    people: [{ kind: 'wants-rid', at: [100, 110], vm: 2 }],
    attackers: [hostileShop, hostileShop],
    flaws: [{ name: 'venom', fixedIn: 50, public: true }],
    pace: { reconLength: 1, accessLength: 7, actLength: 7, fillEvery: 50 },
  });
  bench.act('res-mem-unscrubbed', { vm: 1 });
  bench.run(15);
  bench.act('res-mem-unscrubbed', { vm: 1 });
  bench.give('stop-vm', { vm: 2 });
  bench.ask(3);
  bench.give('investigate-vm', { vm: 1 });
  bench.world.exits.push({
    id: id(1),
    tick: 1,
    vm: id(1),
    reason: 'io',
    device: 'disk',
    call: '',
    operand: 1,
    bound: 2,
    verdict: 'emulated',
  });
  bench.world.held.push({
    id: id(1),
    host: id(1),
    vm: id(9),
    reason: 'io',
    device: 'disk',
    call: '',
    operand: 1,
    bound: 2,
    heldAt: 1,
    until: 9,
  });
  bench.world.evidence.push({ id: id(1), tick: 1, kind: 'intrusion', vm: id(1) });
  bench.world.snapshots.push({
    id: id(1),
    vm: id(1),
    host: id(1),
    block: id(1),
    takenAt: 1,
    kernel: 1,
    service: 1,
    memory: false,
    foothold: 'none',
    intruder: 0,
  });
  bench.world.dedications.push({ id: id(1), tenant: id(2) });
  bench.world.copies.push({
    id: id(1),
    repository: id(1),
    vm: id(1),
    takenAt: 1,
    kernel: 1,
    service: 1,
    foothold: 'none',
    intruder: 0,
  });
  bench.world.acts.push({ attacker: id(2), attack: 'entry-tenant', args: { vm: 1 } });
  bench.world.wishes.push({ command: 'stop-vm', args: { vm: 1 } });
  return bench.world;
}

/** Every place in a value: its path, and what it is in. */
function* places(node: Node, path: string[] = []): Generator<[string[], Node, string]> {
  for (const key of Object.keys(node)) {
    const value = (node as Record<string, unknown>)[key];
    yield [[...path, key], node, key];
    if (typeof value === 'object' && value !== null) yield* places(value as Node, [...path, key]);
  }
}

/** Other values that a leaf could have had. */
function others(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value + 2 ** 32, String(value)];
  if (typeof value === 'string') return [`${value}x`, value.slice(1)];
  if (typeof value === 'boolean') return [!value, Number(value)];
  if (value === null) return [0, false, ''];
  return Array.isArray(value) ? [[...value, 0], {}] : [{ ...value, more: 0 }, []];
}

describe('the hash of a world', () => {
  let world: World;
  beforeAll(() => {
    world = midMatch();
  });

  test('D2 something is in every table that the test perturbs', () => {
    for (const [name, value] of Object.entries(world)) {
      if (Array.isArray(value))
        expect([name, value.some((row) => row !== null)]).toEqual([name, true]);
    }
    expect(Object.keys(world.provenance).length).toBeGreaterThan(5);
  });

  test('D2 any leaf that changes changes it, and the part it is in names it', () => {
    const before = hashWorld(world);
    const missed: string[] = [];
    let tried = 0;
    for (const [path, node, key] of [...places(world as unknown as Node)]) {
      const holder = node as Record<string, unknown>;
      const value = holder[key];
      for (const other of others(value)) {
        if (other === value) continue;
        tried += 1;
        holder[key] = other;
        const part = hashValue(world[path[0] as keyof World]);
        holder[key] = value;
        if (part === before.parts[path[0]!]) missed.push(`${path.join('.')} → ${String(other)}`);
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(1000);
    expect(hashWorld(world)).toEqual(before);
  });

  test('D2 of a changed part the others stay as they were, and the whole does not', () => {
    const before = hashWorld(world);
    for (const key of Object.keys(world) as (keyof World)[]) {
      const changed = { ...world, [key]: others(world[key])[0] };
      const after = hashWorld(changed as World);
      expect(after.whole).not.toBe(before.whole);
      const moved = Object.keys(before.parts).filter((p) => before.parts[p] !== after.parts[p]);
      expect(moved).toEqual([key]);
    }
  });

  test('D2 a row that goes or a key that goes changes it', () => {
    const gone = copyOf(world);
    gone.frames.pop();
    expect(hashWorld(gone).parts.frames).not.toBe(hashWorld(world).parts.frames);
    const bare = copyOf(world);
    delete bare.provenance[Object.keys(bare.provenance)[0]!];
    expect(hashWorld(bare).parts.provenance).not.toBe(hashWorld(world).parts.provenance);
  });

  test('D1 a copy by way of JSON, in whatever order of keys, has the same', () => {
    const entries = Object.entries(copyOf(world)).reverse();
    expect(hashWorld(Object.fromEntries(entries) as unknown as World)).toEqual(hashWorld(world));
  });

  test('D1 the same scenario and seed build the same world, another seed another', () => {
    const people = tiny({ people: [{ kind: 'wants-rid', at: [0, 100], vm: 1 }] });
    const [one, two, other] = [7, 7, 8].map((seed) => hashWorld(build(people, seed)));
    expect(one).toEqual(two);
    expect(Object.keys(one!.parts).filter((p) => one!.parts[p] !== other!.parts[p])).toEqual([
      'calendar',
      'seed',
    ]);
  });
});

describe('the hash of a value', () => {
  test('D2 values of different kinds that look alike are kept apart', () => {
    const values = [0, '0', '', false, true, null, [], {}, [0], [[]], { a: 0 }, [null], 1, '1'];
    expect(new Set(values.map(hashValue)).size).toBe(values.length);
    expect(hashValue(['a', 'bc'])).not.toBe(hashValue(['ab', 'c']));
    expect(hashValue([[1], 2])).not.toBe(hashValue([[1, 2]]));
  });

  test('D2 the order of a list counts, the order of keys does not', () => {
    expect(hashValue([1, 2])).not.toBe(hashValue([2, 1]));
    expect(hashValue({ a: 1, b: 2 })).toBe(hashValue({ b: 2, a: 1 }));
  });

  test('D2 large and negative numbers are told apart', () => {
    const numbers = [1, -1, 2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 52, -5];
    const hashes = numbers.map((n) => [n, hashValue(n)] as const);
    const twins = hashes.filter(([n, h]) => hashes.some(([m, g]) => m !== n && g === h));
    expect(twins.map(([n]) => n)).toEqual([]);
  });

  test('D2 the fold of a history depends on each text and on their order', () => {
    const fold = (...texts: string[]): number => texts.reduce(foldText, 0);
    const all = [fold('a', 'b'), fold('b', 'a'), fold('ab'), fold('a'), fold('a', 'b', '')];
    expect(new Set(all).size).toBe(all.length);
  });
});
