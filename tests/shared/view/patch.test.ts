import { describe, expect, test } from 'vitest';
import { decodePatch, encodePatch } from '../../../shared/protocol/codec.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { applyPatch, type BlueView, difference, same } from '../../../shared/view/view.ts';
import { Bench, benchWithReader, id, tiny } from '../../support/worlds.ts';
import { blueOf, rowsOf } from '../support/views.ts';

const between = (before: BlueView | null, after: BlueView): ReturnType<typeof difference> =>
  decodePatch(encodePatch(difference(BLUE_COLUMNS, before, after)));

/** Two views with a tick between them in which the order was given. */
function step(command: string, args: Record<string, number>): [BlueView, BlueView] {
  const bench = new Bench(tiny({ residue: [{ host: 1, asset: 'ledger', frames: 1 }] }));
  const before = blueOf(bench.match);
  bench.give(command, args);
  return [before, blueOf(bench.match, before)];
}

describe('a patch', () => {
  test('X2 it holds the changed columns of the changed rows and nothing else', () => {
    const [before, after] = step('scrub-frames', { host: 1 });
    const tables = Object.keys(BLUE_COLUMNS);
    const [tick, base, changes, removed] = between(before, after);
    expect([tick, base]).toEqual([2, 1]);
    const residue = 1 << BLUE_COLUMNS.frames.indexOf('residue');
    expect(changes).toEqual([[tables.indexOf('frames'), 3, residue, 0]]);
    expect(removed).toEqual([]);
  });

  test('X2 a row that comes says only what the one before it is not, and is whole again', () => {
    const layout = { frames: ['host', 'owner', 'residue'] };
    const rows = (...frames: object[]) => ({ tick: 3, tables: { frames: [null, ...frames] } });
    const after = rows(
      { id: 1, host: 2, owner: 0, residue: 5 },
      { id: 2, host: 2, owner: 0, residue: 5 },
      { id: 3, host: 2, owner: 0, residue: 0 },
    );
    const patch = difference(layout, null, after as never);
    expect(patch[2]).toEqual([
      [0, 1, 0b101, 2, 5],
      [0, 2, 0],
      [0, 3, 0b100, 0],
    ]);
    expect(applyPatch(layout, null, decodePatch(encodePatch(patch)))).toEqual(after);
    // Of a row that was there a 0 is a change like any other.
    const before = rows(
      { id: 1, host: 2, owner: 4, residue: 5 },
      { id: 2, host: 2, owner: 0, residue: 5 },
    );
    const next = difference(layout, before as never, after as never);
    expect(next[2]).toEqual([
      [0, 1, 0b010, 0],
      [0, 3, 0b001, 2],
    ]);
    expect(applyPatch(layout, before as never, next)).toEqual(after);
  });

  test('X2 a table may have more columns than a number of 32 bits', () => {
    const columns = Array.from({ length: 50 }, (_, i) => `c${i}`);
    const row = (values: object) => ({
      tick: 1,
      tables: {
        wide: [null, { id: 1, ...Object.fromEntries(columns.map((c) => [c, 0])), ...values }],
      },
    });
    const layout = { wide: columns };
    const [before, after] = [row({}), row({ c0: 1, c31: 2, c49: 3 })];
    const patch = difference(layout, before as never, after as never);
    expect(patch[2]).toEqual([[0, 1, 1 + 2 ** 31 + 2 ** 49, 1, 2, 3]]);
    const read = decodePatch(encodePatch(patch));
    expect(applyPatch(layout, before as never, read)).toEqual(after);
  });

  test('X2 a row that goes is removed', () => {
    const bench = new Bench();
    bench.give('stop-vm', { vm: 1 });
    const before = blueOf(bench.match);
    bench.run(1);
    const after = blueOf(bench.match, before);
    const [, , , removed] = between(before, after);
    expect(removed).toEqual([Object.keys(BLUE_COLUMNS).indexOf('jobs'), 1]);
    expect(applyPatch(BLUE_COLUMNS, before, between(before, after)).tables.jobs[1]).toBeNull();
  });

  test('X2 applied to what it follows on, it gives what it leads to', () => {
    const [before, after] = step('stop-vm', { vm: 1 });
    expect(rowsOf(applyPatch(BLUE_COLUMNS, before, between(before, after)))).toEqual(rowsOf(after));
    expect(rowsOf(applyPatch(BLUE_COLUMNS, null, between(null, after)))).toEqual(rowsOf(after));
    expect(rowsOf(applyPatch(BLUE_COLUMNS, before, between(null, after)))).toEqual(rowsOf(after));
  });

  test('X2 it is refused by a view that it does not follow on', () => {
    const [before, after] = step('stop-vm', { vm: 1 });
    const patch = between(before, after);
    expect(() => applyPatch(BLUE_COLUMNS, after, patch)).toThrow('patch for tick 1');
    expect(() => applyPatch(BLUE_COLUMNS, null, patch)).toThrow('tick none');
  });

  test('X2 what it does not touch stays the same object, and the old view stays as it was', () => {
    const [before, after] = step('stop-vm', { vm: 1 });
    const frozen = JSON.stringify(before);
    const applied = applyPatch(BLUE_COLUMNS, before, between(before, after));
    expect(applied.tables.frames).toBe(before.tables.frames);
    expect(applied.tables.jobs).not.toBe(before.tables.jobs);
    expect(JSON.stringify(before)).toBe(frozen);
  });

  test('X2 bytes that are no patch are refused', () => {
    expect(() => decodePatch(encodePatch([1, 2, []] as never))).toThrow('not a patch');
    expect(() => decodePatch(new Uint8Array([0xc1]))).toThrow();
    expect(() => applyPatch(BLUE_COLUMNS, null, [1, -1, [[99, 1, 1, 0]], []])).toThrow('no table');
  });
});

describe('projecting again', () => {
  test('X2 rows and tables that say the same are the same objects', () => {
    const bench = new Bench();
    const before = blueOf(bench.match);
    bench.run(1);
    const after = blueOf(bench.match, before);
    for (const name of Object.keys(before.tables) as (keyof BlueView['tables'])[]) {
      expect([name, after.tables[name] === before.tables[name]]).toEqual([name, true]);
    }
    bench.give('stop-vm', { vm: 1 });
    bench.run(1);
    const stopped = blueOf(bench.match, after);
    expect(stopped.tables.vms[1]).not.toBe(after.tables.vms[1]);
    expect(stopped.tables.vms[2]).toBe(after.tables.vms[2]);
  });

  test('X2 a view does not change with the world that it was taken from', () => {
    const bench = benchWithReader({ residue: [{ host: 2, asset: 'ledger', frames: 2 }] });
    bench.give('scrub-policy', { host: 2, policy: 'on-free' });
    bench.run(5);
    const view = blueOf(bench.match);
    const taken = JSON.stringify(view);
    bench.give('scrub-frames', { host: 2 });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(40);
    expect(JSON.stringify(view)).toBe(taken);
  });

  test.each([
    [1, 1, true],
    [1, '1', false],
    [null, {}, false],
    [[1, 2], [1, 2], true],
    [[1, 2], { 0: 1, 1: 2 }, false],
    [[1], [1, 2], false],
    [{ a: [1] }, { a: [1] }, true],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: undefined }, {}, false],
  ])('X2 %j and %j are the same: %s', (a, b, equal) => {
    expect([same(a, b), same(b, a)]).toEqual([equal, equal]);
  });

  test('J6 the match row says what all share', () => {
    const bench = new Bench(tiny({ pace: { prepare: 50 } }));
    const row = () => blueOf(bench.match).tables.match[1];
    expect(row()).toMatchObject({
      phase: 'prepare',
      liveFrom: 50,
      overAt: 650,
      hands: 3,
      credits: 20,
    });
    bench.tick({ kind: 'seat', seat: 2, pilot: 'human' });
    expect(row()).toMatchObject({ hands: 4 });
  });

  test('X2 a wish to be rid of a VM and one for a VM are told apart', () => {
    const bench = new Bench();
    bench.ask(2);
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    expect(blueOf(bench.match).tables.requests.slice(1)).toMatchObject([
      { kind: 'create', workload: 'order-queue', zone: 1, asset: 3, frames: 2, vm: 0 },
      { kind: 'destroy', workload: '', zone: 0, asset: 0, frames: 0, vm: 1 },
    ]);
  });
});
