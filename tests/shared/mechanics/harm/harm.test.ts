import { describe, expect, test } from 'vitest';
import {
  atOnce,
  bleed,
  closeBreach,
  discover,
} from '../../../../shared/mechanics/harm/breaches.ts';
import { witnessRead } from '../../../../shared/mechanics/harm/evidence.ts';
import { type Deed, leak, takeover } from '../../../../shared/mechanics/harm/harm.ts';
import { tenantReports } from '../../../../shared/mechanics/sensors/complaints.ts';
import { reinstall } from '../../../../shared/mechanics/upkeep/reinstall.ts';
import type { Breach } from '../../../../shared/world/breach.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { hostileShop, id, tiny, turnOf } from '../../../support/worlds.ts';

const dirty = tiny({
  residue: [
    { host: 1, asset: 'payment-keys', frames: 2 },
    { host: 1, asset: 'orders', frames: 1 },
    { host: 2, asset: 'patient-records', frames: 1 },
    { host: 2, asset: 'ledger', frames: 1 },
  ],
  attackers: [hostileShop, hostileShop],
});

const deedOf = (turn: Turn, attacker = 1): Deed => ({
  attacker: turn.world.attackers[attacker]!,
  attack: 'res-mem-unscrubbed',
  vm: id(2),
  args: { vm: 2, frame: 3 },
  proof: {
    needs: [{ need: 'guest-runs', facts: ['vms/2/power'], stamps: [], counters: [] }],
    causes: [id(3), id(1)],
  },
});

/** VM 2 reads an asset, as if its needs had been met. */
function read(turn: Turn, asset: number, attacker = 1): boolean {
  return leak(turn, id(asset), deedOf(turn, attacker));
}

/** What is known can be closed. */
function close(turn: Turn, asset: number, cause = 1): void {
  for (const breach of turn.world.breaches) if (breach) breach.discoveredAt ||= turn.world.tick;
  closeBreach(turn, `assets/${asset}`, id(cause));
}

function run(turn: Turn, ticks: number, each: (turn: Turn) => void): void {
  for (let i = 0; i < ticks; i += 1) {
    turn.world.tick += 1;
    each(turn);
  }
}

describe('a leak', () => {
  test('H1 a quarter of its weight lands at once', () => {
    const turn = turnOf(dirty);
    read(turn, 1);
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
    read(turn, 1);
    expect(turn.history[0]).toMatchObject({
      kind: 'harm',
      actor: { kind: 'attacker', id: 1 },
      causes: [1, 3],
      data: { breach: 1, victim: 1, needs: [{ need: 'guest-runs', facts: ['vms/2/power'] }] },
    });
  });

  test('H1 the same data leaks once, whoever reads it and wherever it lay', () => {
    const turn = turnOf(dirty);
    expect([read(turn, 1), read(turn, 1), read(turn, 1, 2)]).toEqual([true, false, false]);
    expect(turn.world.breaches).toHaveLength(2);
    close(turn, 1);
    expect(read(turn, 1, 2)).toBe(false);
    expect(turn.world.breaches).toHaveLength(2);
    expect(turn.world.attackers[2]?.loot).toEqual([]);
    read(turn, 4);
    expect(turn.world.breaches).toHaveLength(3);
  });

  test('H1 what is the attacker’s own is no harm', () => {
    const turn = turnOf(dirty);
    expect(read(turn, 3)).toBe(false);
    expect(turn.history).toEqual([]);
  });
});

describe('bleeding', () => {
  const weights: [asset: number, weight: number][] = [
    [1, 240],
    [2, 160],
    [4, 100],
  ];

  test.each(weights)('H2 the rest of asset %i, weight %i, lands over a minute', (asset, weight) => {
    const turn = turnOf(dirty);
    read(turn, asset);
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
    read(turn, asset);
    run(turn, 600, bleed);
    const told = turn.history.map((event) => (event.kind === 'bleed' ? event.data.amount : 0));
    expect(atOnce(weight) + told.reduce((sum, n) => sum + n, 0)).toBe(weight);
  });

  test('H3 of secrets closing stops what has not landed; what has stays', () => {
    const turn = turnOf(dirty);
    read(turn, 1);
    read(turn, 4);
    run(turn, 50, bleed);
    const { landed } = turn.world.breaches[1]!;
    expect(landed).toBe(60 + 2 * 15);
    close(turn, 1, 2);
    run(turn, 200, bleed);
    expect(turn.world.breaches[1]).toMatchObject({ open: false, landed });
    expect(turn.world.breaches[2]).toMatchObject({ open: true });
    expect(turn.world.breaches[2]?.landed).toBeGreaterThan(80);
    const closed = turn.history.filter(({ kind }) => kind === 'breach-closed');
    expect(closed).toMatchObject([{ causes: [1, 2], data: { breach: 1 } }]);
    close(turn, 1, 2);
    expect(turn.history.filter(({ kind }) => kind === 'breach-closed')).toHaveLength(1);
  });
});

describe('closing', () => {
  /** What has landed of a leak when it is closed after so many ticks, and a minute later. */
  const closed = (asset: number, after: number): [number, number] => {
    const turn = turnOf(dirty);
    read(turn, asset);
    run(turn, after, bleed);
    const before = turn.world.breaches[1]!.landed;
    close(turn, asset, 2);
    run(turn, 400, bleed);
    expect(turn.world.breaches[1]?.open).toBe(false);
    return [before, turn.world.breaches[1]!.landed];
  };

  test.each([
    // Keys can be changed.
    [1, 50, 90, 90],
    // Of a ledger and of patients' records half of what was left lands all the same.
    [2, 50, 60, 60 + 50],
    [4, 50, 37, 37 + 31],
    [4, 0, 25, 25 + 37],
    // Nothing was left.
    [4, 300, 100, 100],
  ])(
    'H3 of asset %i after %i ticks %i has landed, and %i in the end',
    (asset, after, before, end) => {
      expect(closed(asset, after)).toEqual([before, end]);
    },
  );

  test('H3 what lands as records are closed is told with the order as its cause', () => {
    const turn = turnOf(dirty);
    read(turn, 4);
    close(turn, 4, 7);
    expect(turn.history.slice(1)).toMatchObject([
      { kind: 'bleed', causes: [1, 7], data: { breach: 1, amount: 37 } },
      { kind: 'breach-closed', causes: [1, 7], data: { breach: 1 } },
    ]);
    close(turn, 4, 8);
    expect(turn.history).toHaveLength(3);
  });

  test('H3 of a host nothing more lands', () => {
    const turn = turnOf(dirty);
    takeover(turn, id(1), deedOf(turn));
    closeBreach(turn, 'hosts/1', id(2));
    expect(turn.history.map(({ kind }) => kind)).toEqual(['harm', 'breach-closed']);
    expect(turn.world.breaches[1]).toMatchObject({ open: false, landed: 15 });
  });
});

describe('knowing of it', () => {
  test('H4 a harm is discovered once, with what discovered it as a cause', () => {
    const turn = turnOf(dirty);
    read(turn, 1);
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
    read(turn, 1);
    run(turn, 99, tenantReports.watch);
    expect(turn.world.alerts).toEqual([null]);
    run(turn, 1, tenantReports.watch);
    expect(turn.world.breaches[1]?.discoveredAt).toBe(101);
    expect(turn.world.alerts[1]).toMatchObject({
      sensor: 'tenant',
      host: 0,
      vm: 0,
      seen: { kind: 'complaint', asset: 1, tenant: 1 },
    });
    run(turn, 50, tenantReports.watch);
    expect(turn.world.alerts).toHaveLength(2);
  });

  test('H5 nobody complains of what was discovered before', () => {
    const turn = turnOf(dirty);
    read(turn, 1);
    discover(turn, turn.world.breaches[1]!, id(1));
    run(turn, 100, tenantReports.watch);
    expect(turn.world.alerts).toEqual([null]);
  });
});

describe('a takeover', () => {
  test('A8 it costs for every VM on that host, up to its most, and leaves other hosts alone', () => {
    const turn = turnOf(tiny({ ...dirty, pace: { takeoverPerVm: 60, takeoverMost: 100 } }));
    expect(takeover(turn, id(2), deedOf(turn))).toBe(true);
    expect(turn.world.breaches[1]).toMatchObject({
      kind: 'takeover',
      asset: 0,
      victim: 0,
      host: 2,
      weight: 60,
      landed: 15,
    });
    expect(turn.world.hosts.map((host) => host?.intruder)).toEqual([undefined, 0, 1]);
    expect(turn.world.attackers[1]?.hosts).toEqual([2]);
    expect(takeover(turn, id(2), deedOf(turn, 2))).toBe(false);
    expect(turn.world.breaches).toHaveLength(2);
  });

  test('A8 K11 the host is ours again once it is installed anew, and not before', () => {
    const turn = turnOf(dirty);
    takeover(turn, id(1), deedOf(turn));
    const told = { ...turn.world.breaches[1]! };
    discover(turn, turn.world.breaches[1]!, id(1));
    expect(turn.world.hosts[1]?.intruder).toBe(1);
    reinstall(turn, id(1), NATURE, id(1));
    expect(turn.world.hosts[1]?.intruder).toBe(0);
    expect(turn.world.attackers[1]?.hosts).toEqual([]);
    expect(turn.world.breaches[1]).toMatchObject({ open: false, landed: told.landed });
  });

  test('K11 a takeover that nobody knows of ends by it all the same', () => {
    const turn = turnOf(dirty);
    takeover(turn, id(1), deedOf(turn));
    takeover(turn, id(2), deedOf(turn));
    reinstall(turn, id(1), NATURE, id(1));
    expect(turn.world.breaches.slice(1).map((breach) => breach?.open)).toEqual([false, true]);
    expect(turn.world.attackers[1]?.hosts).toEqual([2]);
  });

  test('H5 those who live there tell of one that nobody saw', () => {
    const turn = turnOf(tiny({ ...dirty, pace: { complaintAfter: 100 } }));
    takeover(turn, id(1), deedOf(turn));
    run(turn, 100, tenantReports.watch);
    expect(turn.world.alerts[1]).toMatchObject({ host: 1, seen: { kind: 'host-complaint' } });
  });
});

const ORIGIN = { actor: NATURE, cause: id<never>(1) };

describe('evidence', () => {
  test('S8 a frame that the guest has written itself leaves no trace when it is read', () => {
    const turn = turnOf();
    witnessRead(turn, id(1), id(1), ORIGIN);
    witnessRead(turn, id(1), id(99), ORIGIN);
    expect(turn.world.evidence).toEqual([null]);
  });

  test('S8 a read of another leaves one trace a frame', () => {
    const turn = turnOf();
    for (const frame of [3, 3, 4]) witnessRead(turn, id(1), id(frame), ORIGIN);
    witnessRead(turn, id(2), id(3), ORIGIN);
    const reads = turn.world.evidence.flatMap((trace) =>
      trace?.kind === 'read-before-write' ? [[trace.vm, trace.frame]] : [],
    );
    expect(turn.history.map(({ kind }) => kind)).toEqual(['evidence', 'evidence', 'evidence']);
    expect(reads).toEqual([
      [1, 3],
      [1, 4],
      [2, 3],
    ]);
  });
});
