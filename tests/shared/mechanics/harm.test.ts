import { describe, expect, test } from 'vitest';
import { atOnce, bleed, closeBreach, discover } from '../../../shared/mechanics/breaches.ts';
import { witness } from '../../../shared/mechanics/evidence.ts';
import { leak } from '../../../shared/mechanics/leak.ts';
import { complaints } from '../../../shared/mechanics/sensors/complaints.ts';
import type { Breach } from '../../../shared/world/breach.ts';
import type { Turn } from '../../../shared/world/turn.ts';
import { hostileShop, id, tiny, turnOf } from '../../support/worlds.ts';

const dirty = tiny({
  residue: [
    { host: 1, asset: 'payment-keys', frames: 2 },
    { host: 1, asset: 'orders', frames: 1 },
    { host: 2, asset: 'patient-records', frames: 1 },
    { host: 2, asset: 'ledger', frames: 1 },
  ],
  attackers: [hostileShop, hostileShop],
});

/** VM 2 reads a frame, as if its needs had been met. */
function read(turn: Turn, frame: number, attacker = 1): void {
  leak(turn, {
    attacker: turn.world.attackers[attacker]!,
    attack: 'res-mem-unscrubbed',
    vm: id(2),
    frame: id(frame),
    proof: {
      needs: [{ need: 'reader-runs', facts: ['vms/2/power'], stamps: [], counters: [] }],
      causes: [id(3), id(1)],
    },
  });
}

/** Frames of the dirty world by what is in them. */
const holding = (turn: Turn, asset: number): number[] =>
  turn.world.frames.flatMap((frame) => (frame?.residue === asset ? [frame.id] : []));

function run(turn: Turn, ticks: number, each: (turn: Turn) => void): void {
  for (let i = 0; i < ticks; i += 1) {
    turn.world.tick += 1;
    each(turn);
  }
}

describe('a leak', () => {
  test('H1 a quarter of its weight lands at once', () => {
    const turn = turnOf(dirty);
    read(turn, holding(turn, 1)[0]!);
    expect(turn.world.breaches[1]).toMatchObject({
      asset: 1,
      victim: 1,
      vm: 2,
      host: 2,
      weight: 240,
      landed: 60,
      open: true,
      discoveredAt: 0,
      tick: 1,
      harm: 1,
    });
    expect(turn.world.attackers[1]?.loot).toEqual([1]);
  });

  test('A3 its causes are those of its proof, and its needs are told', () => {
    const turn = turnOf(dirty);
    read(turn, holding(turn, 1)[0]!);
    expect(turn.history[0]).toMatchObject({
      kind: 'harm',
      actor: { kind: 'attacker', id: 1 },
      causes: [1, 3],
      data: { breach: 1, victim: 1, needs: [{ need: 'reader-runs', facts: ['vms/2/power'] }] },
    });
  });

  test('H1 the same data leaks once, whoever reads it and wherever it lay', () => {
    const turn = turnOf(dirty);
    const [first, second] = holding(turn, 1);
    read(turn, first!);
    read(turn, second!);
    read(turn, second!, 2);
    expect(turn.world.breaches).toHaveLength(2);
    closeBreach(turn, id(1), id(1));
    read(turn, second!, 2);
    expect(turn.world.breaches).toHaveLength(2);
    expect(turn.world.attackers[2]?.loot).toEqual([]);
    read(turn, holding(turn, 4)[0]!);
    expect(turn.world.breaches).toHaveLength(3);
  });

  test('A5 an empty frame holds nothing to leak', () => {
    const turn = turnOf(dirty);
    read(turn, 1);
    expect(turn.history).toEqual([]);
  });
});

describe('bleeding', () => {
  const weights: [asset: number, weight: number][] = [
    [1, 240],
    [2, 160],
    [4, 100],
    [3, 60],
  ];

  test.each(weights)('H2 the rest of asset %i, weight %i, lands over a minute', (asset, weight) => {
    const turn = turnOf(dirty);
    read(turn, holding(turn, asset)[0]!);
    const breach = (): Breach => turn.world.breaches[1]!;
    run(turn, 150, bleed);
    expect(breach().landed).toBeGreaterThan(weight / 2);
    expect(breach().landed).toBeLessThan(weight * 0.75);
    run(turn, 150, bleed);
    expect(breach().landed).toBe(weight);
    run(turn, 300, bleed);
    expect(breach().landed).toBe(weight);
  });

  test.each(weights)('H2 asset %i, weight %i, lands in full and never more', (asset, weight) => {
    const turn = turnOf(dirty);
    read(turn, holding(turn, asset)[0]!);
    run(turn, 600, bleed);
    const told = turn.history.map((event) => (event.kind === 'bleed' ? event.data.amount : 0));
    expect(atOnce(weight) + told.reduce((sum, n) => sum + n, 0)).toBe(weight);
  });

  test('H3 closing stops what has not landed; what has stays', () => {
    const turn = turnOf(dirty);
    read(turn, holding(turn, 1)[0]!);
    read(turn, holding(turn, 4)[0]!);
    run(turn, 50, bleed);
    const { landed } = turn.world.breaches[1]!;
    expect(landed).toBe(60 + 2 * 15);
    closeBreach(turn, id(1), id(2));
    run(turn, 200, bleed);
    expect(turn.world.breaches[1]).toMatchObject({ open: false, landed });
    expect(turn.world.breaches[2]).toMatchObject({ open: true });
    expect(turn.world.breaches[2]?.landed).toBeGreaterThan(80);
    const closed = turn.history.filter(({ kind }) => kind === 'breach-closed');
    expect(closed).toMatchObject([{ causes: [1, 2], data: { breach: 1 } }]);
    closeBreach(turn, id(1), id(2));
    expect(turn.history.filter(({ kind }) => kind === 'breach-closed')).toHaveLength(1);
  });
});

describe('knowing of it', () => {
  test('H4 a harm is discovered once, with what discovered it as a cause', () => {
    const turn = turnOf(dirty);
    read(turn, holding(turn, 1)[0]!);
    const breach = turn.world.breaches[1]!;
    turn.world.tick = 9;
    discover(turn, breach, id(7));
    turn.world.tick = 12;
    discover(turn, breach, id(8));
    expect(breach.discoveredAt).toBe(9);
    expect(turn.history.slice(1)).toMatchObject([{ kind: 'breach-discovered', causes: [1, 7] }]);
  });

  test('H5 its victim tells of one that nobody saw, 20 seconds later', () => {
    const turn = turnOf(tiny({ ...dirty, pace: { complaintAfter: 100 } }));
    read(turn, holding(turn, 1)[0]!);
    run(turn, 99, complaints);
    expect(turn.world.alerts).toEqual([null]);
    run(turn, 1, complaints);
    expect(turn.world.breaches[1]?.discoveredAt).toBe(101);
    expect(turn.world.alerts[1]).toMatchObject({
      sensor: 'tenant',
      host: 0,
      vm: 0,
      seen: { kind: 'complaint', asset: 1, tenant: 1 },
    });
    run(turn, 50, complaints);
    expect(turn.world.alerts).toHaveLength(2);
  });

  test('H5 nobody complains of what was discovered before', () => {
    const turn = turnOf(dirty);
    read(turn, holding(turn, 1)[0]!);
    discover(turn, turn.world.breaches[1]!, id(1));
    run(turn, 100, complaints);
    expect(turn.world.alerts).toEqual([null]);
  });
});

describe('evidence', () => {
  test('S8 a frame that the guest has written itself leaves no trace when it is read', () => {
    const { world } = turnOf();
    witness(world, 'read-before-write', id(1), id(1));
    witness(world, 'read-before-write', id(1), id(99));
    expect(world.evidence).toEqual([null]);
  });

  test('S8 a read of another leaves one trace a frame', () => {
    const { world } = turnOf();
    for (const frame of [3, 3, 4]) witness(world, 'read-before-write', id(1), id(frame));
    witness(world, 'read-before-write', id(2), id(3));
    expect(world.evidence.slice(1).map((trace) => [trace?.vm, trace?.frame])).toEqual([
      [1, 3],
      [1, 4],
      [2, 3],
    ]);
  });
});
