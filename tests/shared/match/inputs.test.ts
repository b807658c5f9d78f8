import { describe, expect, test } from 'vitest';
import { understand } from '../../../shared/match/admit.ts';
import { handsOf } from '../../../shared/match/hands.ts';
import type { Input } from '../../../shared/match/input.ts';
import { Bench, benchWithReader, copyOf, id, tiny } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

const join = (seat: number): Input => ({ kind: 'seat', seat, pilot: 'human' });
const drop = (seat: number): Input => ({ kind: 'seat', seat, pilot: 'computer' });
const dirty = { residue: [{ host: 1, asset: 'payment-keys' as const, frames: 4 }] };

describe('the order of inputs', () => {
  test('I1 seats change before orders of the same tick, wherever they stand', () => {
    const bench = new Bench();
    const outcomes = bench.tick(bench.input('stop-vm', { vm: 1 }, 2), join(2));
    expect(outcomes).toMatchObject([{ seat: 2, refusal: null }]);
    const dropping = bench.tick(bench.input('stop-vm', { vm: 2 }, 2), drop(2));
    expect(dropping).toMatchObject([{ refusal: { code: 'rule.no-free-hand' } }]);
  });

  test('I1 orders are taken as they arrived: who comes first has it', () => {
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const bench = new Bench();
      const outcomes = bench.tick(
        join(2),
        bench.input('stop-vm', { vm: 1 }, first),
        bench.input('stop-vm', { vm: 1 }, second),
      );
      expect(outcomes.map(({ seat, refusal }) => [seat, refusal?.code ?? 'taken'])).toEqual([
        [first, 'taken'],
        [second, 'rule.target-busy'],
      ]);
    }
  });

  test('I1 defenders come before attackers, wherever they stand', () => {
    const bench = benchWithReader();
    bench.tick(
      { kind: 'act', attacker: id(1), attack: 'entry-return', args: { vm: 1 } },
      bench.input('stop-vm', { vm: 3 }),
    );
    const kinds = bench.history.filter(({ tick }) => tick === bench.world.tick).map((e) => e.kind);
    expect(kinds.indexOf('order')).toBeLessThan(kinds.indexOf('act'));
    expect(kinds.indexOf('order')).toBeGreaterThanOrEqual(0);
  });

  test('I1 what minds decided is taken in the next tick, and once', () => {
    const bench = benchWithReader();
    bench.world.acts = [{ attacker: id(1), attack: 'entry-tenant', args: {} }];
    bench.run(1);
    expect(bench.world.acts).toEqual([]);
    expect(bench.events('act')).toHaveLength(2);
    bench.run(5);
    expect(bench.events('act')).toHaveLength(2);
  });
});

describe('orders', () => {
  const ordered = (seat: number, n: number, vm = 1): Input => ({
    kind: 'order',
    seat,
    n,
    command: 'stop-vm',
    args: { vm },
  });

  test('I2 the same number again is refused, and a lower one too', () => {
    const bench = new Bench();
    const codes = (inputs: Input[]): unknown[] =>
      bench.tick(...inputs).map(({ refusal }) => refusal?.code ?? 'taken');
    expect(codes([ordered(1, 5), ordered(1, 5, 2), ordered(1, 4, 2)])).toEqual([
      'taken',
      'rule.same-order',
      'rule.same-order',
    ]);
    expect(codes([ordered(1, 5, 2)])).toEqual(['rule.same-order']);
    expect(codes([ordered(1, 6, 2)])).toEqual(['taken']);
  });

  test('I2 each seat counts for itself, and a refused order has used its number', () => {
    const bench = new Bench();
    bench.tick(join(2));
    expect(bench.tick(ordered(1, 1, 9), ordered(2, 1))).toMatchObject([
      { refusal: { code: 'rule.no-such-thing' } },
      { refusal: null },
    ]);
    expect(bench.tick(ordered(1, 1))[0]?.refusal?.code).toBe('rule.same-order');
  });

  test('J7 each of many orders has one outcome, in the order they came', () => {
    const bench = new Bench();
    const inputs = [3, 1, 9, 2, 1].map((vm, i) => ordered(1, i + 1, vm));
    const outcomes = bench.tick(...inputs, ordered(7, 1));
    expect(outcomes.map(({ seat, n }) => [seat, n])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 4],
      [1, 5],
      [7, 1],
    ]);
  });

  test.each([
    ['stop-vm', { vm: 9 }],
    ['stop-vm', { vm: 'all' }],
    ['stop-vm', { vm: 1, more: 1 }],
    ['win', {}],
    ['scrub-frames', { host: 2 }],
    ['scrub-policy', { host: 1, policy: 'never' }],
    ['close-breach', { asset: 1 }],
  ])('J7 a refused order changes nothing but the count of orders: %s %o', (command, args) => {
    const bench = new Bench(tiny(dirty));
    const other = new Bench(tiny(dirty));
    expect(bench.give(command, args)).not.toBeNull();
    other.run(1);
    expect(bench.world.seats[1]?.lastOrder).toBe(1);
    bench.world.seats[1]!.lastOrder = 0;
    expect(bench.world).toEqual(other.world);
    expect(bench.history).toEqual(other.history);
  });

  test('J7 an unknown command and arguments that do not fit are told apart', () => {
    expect(understand('win', {})).toEqual({ code: 'rule.unknown-command', facts: {} });
    expect(understand('__proto__', {})).toEqual({ code: 'rule.unknown-command', facts: {} });
    expect(understand('stop-vm', { vm: 1.5 })).toEqual({
      code: 'rule.bad-arguments',
      facts: { path: 'vm' },
    });
    expect(understand('stop-vm', { vm: 1 })).toMatchObject({ args: { vm: 1 } });
  });

  test('J7 once the match is over, orders are refused and nothing moves', () => {
    const bench = new Bench(tiny({ pace: { live: 5 } })).run(10);
    expect(bench.world.phase).toBe('over');
    expect(bench.world.tick).toBe(5);
    const before = copyOf(bench.world);
    expect(bench.tick(bench.input('stop-vm', { vm: 1 }))).toEqual([]);
    expect(bench.world).toEqual(before);
  });
});

describe('seats', () => {
  test('J6 one human has all hands of one who plays alone', () => {
    const bench = new Bench();
    expect(handsOf(bench.world, 1)).toEqual({ all: 3, used: 0 });
    expect(handsOf(bench.world, 2)).toEqual({ all: 0, used: 0 });
  });

  test.each([
    [2, 4, [2, 2]],
    [3, 4, [2, 1, 1]],
    [3, 5, [2, 2, 1]],
    [4, 4, [1, 1, 1, 1]],
    [5, 4, [1, 1, 1, 1, 1]],
  ])(
    'J6 %i humans share %i hands evenly, the first having the odd ones',
    (humans, handsTeam, shares) => {
      const bench = new Bench(tiny({ pace: { handsTeam } }));
      for (let seat = 2; seat <= humans; seat += 1) bench.tick(join(seat));
      expect(shares.map((_, i) => handsOf(bench.world, i + 1).all)).toEqual(shares);
      const all = shares.reduce((sum, share) => sum + share, 0);
      expect(blueOf(bench.match).tables.match[1]).toMatchObject({ hands: all });
    },
  );

  test('J6 who leaves gives their share to those who stay', () => {
    const bench = new Bench();
    bench.tick(join(2), join(3));
    bench.tick(drop(1));
    expect([1, 2, 3].map((seat) => handsOf(bench.world, seat).all)).toEqual([0, 2, 2]);
  });

  test('I1 a seat is made when it first joins, those before it with a computer', () => {
    const bench = new Bench();
    bench.tick(join(3), join(3), join(0), drop(2));
    expect(bench.world.seats.map((seat) => seat?.pilot)).toEqual([
      undefined,
      'human',
      'computer',
      'human',
    ]);
    expect(bench.events('seat-changed').map(({ actor }) => actor)).toEqual([
      { kind: 'seat', id: 1 },
      { kind: 'seat', id: 3 },
    ]);
  });
});
