import { describe, expect, test } from 'vitest';
import { destroyVm, runVm, stopVm } from '../../../shared/mechanics/lifecycle.ts';
import { zero } from '../../../shared/mechanics/memory.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { Bench, benchWithReader, hostileShop, id, tiny } from '../../support/worlds.ts';

/** The reader has begun to read through its memory; it prepares for 13 ticks, and in tick 14 both of its frames fall due. */
function reading(over: Parameters<typeof benchWithReader>[0] = {}): Bench {
  const bench = benchWithReader({
    residue: [
      { host: 1, asset: 'payment-keys', frames: 1 },
      { host: 1, asset: 'ledger', frames: 1 },
    ],
    ...over,
    pace: { fillEvery: 50, complaintAfter: 500, ...over.pace },
  });
  bench.act('res-mem-unscrubbed', { vm: 1 });
  return bench;
}

describe('acts', () => {
  test('A1 each strike works in the tick in which it falls due, its needs being true', () => {
    const bench = reading();
    bench.run(12);
    expect(bench.events('harm')).toEqual([]);
    bench.run(1);
    expect(bench.events('harm').map(({ data }) => data.asset)).toEqual([1, 2]);
    expect(bench.events('act-ended').at(-1)?.data).toEqual({
      attack: 'res-mem-unscrubbed',
      outcome: 'done',
    });
    expect(bench.world.operations.at(-1)).toBeNull();
  });

  test('A1 a need that is false in that tick stops that strike alone', () => {
    const bench = reading();
    bench.run(12);
    zero(bench.world, id(3), id(1));
    bench.run(1);
    expect(bench.events('harm').map(({ data }) => data.asset)).toEqual([2]);
    expect(bench.events('act-ended').at(-1)?.data.outcome).toBe('done');
  });

  test('A1 with no need ever true it ends unmet, and chance changes nothing', () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const bench = benchWithReader({ residue: [] }, seed);
      bench.act('res-mem-unscrubbed', { vm: 1 });
      bench.run(14);
      expect(bench.events('harm')).toEqual([]);
      expect(bench.events('act-ended').at(-1)?.data.outcome).toBe('needs-unmet');
    }
  });

  test('A1 it goes on after its guest was stopped and started again', () => {
    const bench = reading();
    stopVm(bench.match, id(3), id(1));
    bench.run(10);
    expect(bench.world.operations.at(-1)).toMatchObject({ done: 11, hits: 0 });
    runVm(bench.match, id(3), id(1));
    bench.run(3);
    expect(bench.events('harm').map(({ data }) => data.asset)).toEqual([1, 2]);
  });

  test('A2 an act about nothing comes to nothing', () => {
    const bench = benchWithReader();
    const acts = bench.events('act').length;
    bench.act('res-mem-unscrubbed', { vm: 2 });
    bench.act('res-mem-unscrubbed');
    bench.act('no-such-attack', { vm: 1 });
    bench.tick({ kind: 'act', attacker: id(7), attack: 'entry-tenant', args: {} });
    expect(bench.events('act')).toHaveLength(acts);
    expect(bench.world.operations.every((operation) => operation === null)).toBe(true);
  });

  test('A2 an act comes to nothing before the match is live', () => {
    const bench = new Bench(tiny({ attackers: [hostileShop], pace: { prepare: 20 } }));
    bench.act('entry-tenant');
    expect(bench.events('act')).toEqual([]);
    bench.run(19);
    bench.act('entry-tenant');
    expect(bench.events('act')).toHaveLength(1);
  });

  test('A2 an act whose subject goes ends unmet', () => {
    const bench = reading();
    destroyVm(bench.match, id(3), NATURE, id(1));
    bench.run(1);
    expect(bench.events('act-ended').at(-1)?.data.outcome).toBe('needs-unmet');
    expect(bench.world.operations.at(-1)).toBeNull();
  });

  test('A2 nobody asks for a second VM while the first request waits', () => {
    const bench = new Bench(tiny({ attackers: [hostileShop] }));
    bench.act('entry-tenant');
    bench.run(1);
    bench.act('entry-tenant');
    expect(bench.world.requests).toHaveLength(2);
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    bench.act('entry-tenant');
    expect(bench.world.requests).toHaveLength(2);
    bench.run(4);
    bench.act('entry-tenant');
    bench.run(1);
    expect(bench.world.requests).toHaveLength(3);
  });

  test('A3 a harm’s causes are the act and the stamps of the facts that its needs read', () => {
    const bench = reading();
    bench.run(13);
    const harm = bench.events('harm')[0]!;
    const act = bench.events('act').at(-1)!.seq;
    const placed = bench.events('vm-placed')[0]!.seq;
    const running = bench.events('vm-running')[0]!.seq;
    expect(harm.causes).toEqual([placed, running, act].sort((a, b) => a - b));
    expect(harm.data.needs).toMatchObject([
      { need: 'guest-runs', facts: ['vms/3/power'] },
      { need: 'kernel-in-guest', facts: ['vms/3/intruder', 'vms/3/foothold'] },
      { need: 'frame-is-theirs', facts: ['frames/3/owner'] },
      { need: 'foreign-residue', facts: ['frames/3/residue', 'assets/1/tenant', 'vms/3/tenant'] },
    ]);
  });

  test('A3 each need that was met is told with what could have been ordered against it', () => {
    const bench = reading();
    bench.run(13);
    const needs = bench.events('harm')[0]!.data.needs;
    expect(needs.map(({ counters }) => counters.map(({ command }) => command))).toEqual([
      ['stop-vm'],
      // Nobody is thrown out of what they rent.
      [],
      ['create-vm'],
      ['scrub-frames', 'scrub-policy', 'scrub-policy'],
    ]);
    expect(needs[2]?.counters).toEqual([
      {
        command: 'create-vm',
        args: { request: 1, host: 2, technique: 'hybrid' },
        moment: 'instead',
        fact: 'frames/3/owner',
      },
    ]);
  });

  test('A3 residue that someone left in this match leads back to its being freed', () => {
    const bench = benchWithReader({
      residue: [],
      people: [{ kind: 'deletes-own', at: [0, 0], vm: 1 }],
    });
    expect(bench.world.vms[3]?.memory).toEqual([2, 1]);
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(14);
    const freed = bench.events('frames-freed')[0]!.seq;
    expect(bench.events('harm')[0]?.causes).toContain(freed);
  });

  test('S1 what a sensor sees or does not see hinders no strike', () => {
    for (const auditEvery of [1, 100_000]) {
      const bench = reading({ pace: { auditEvery } });
      bench.give('investigate-vm', { vm: 3 });
      bench.run(14);
      expect(bench.events('harm').map(({ data }) => data.asset)).toEqual([1, 2]);
    }
  });
});

describe('giving a VM back', () => {
  test('V4 the tenant’s own return frees its frames, as the tenant', () => {
    const bench = benchWithReader();
    bench.act('entry-return', { vm: 1 });
    expect(bench.world.vms[3]).toBeNull();
    expect(bench.world.hosts[1]?.free).toEqual([6, 5, 3, 4]);
    expect(bench.events('vm-destroyed')[0]?.actor).toEqual({ kind: 'tenant', id: 2 });
    expect(bench.events('vm-destroyed')[0]?.causes).toEqual([bench.events('act').at(-1)?.seq]);
  });
});
