import { describe, expect, test } from 'vitest';
import { openRequest } from '../../../shared/mechanics/people.ts';
import { build } from '../../../shared/world/scenario/build.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import {
  Bench,
  benchWithReader,
  hostileShop,
  id,
  planOf,
  tiny,
  turnOf,
} from '../../support/worlds.ts';

const wantsVm: ScenarioFile['people'][number] = {
  kind: 'wants-vm',
  at: [2, 4],
  tenant: 'hospital',
  plan: { ...hostileShop.plan, asset: 'patient-records', workload: 'booking' },
};

describe('requests', () => {
  test('T1 no field of a hostile tenant’s request tells it from a lawful one', () => {
    const bench = benchWithReader();
    const hostile = bench.world.requests[1]!;
    const honest = new Bench();
    const asked = honest.ask(2, hostile.wish);
    const lawful = honest.world.requests[asked]!;
    expect(Object.keys(lawful).sort()).toEqual(Object.keys(hostile).sort());
    expect({ ...lawful, openedAt: 0, deadline: 60, state: 'open' }).toEqual({
      ...hostile,
      openedAt: 0,
      deadline: hostile.deadline - hostile.openedAt,
      state: 'open',
    });
    const [told, toldToo] = [bench, honest].map((b) => b.events('request-opened')[0]!);
    expect(told?.actor).toEqual(toldToo?.actor);
    expect(told?.data).toEqual(toldToo?.data);
  });

  test('T1 a request is stamped with what opened it', () => {
    const turn = turnOf();
    turn.world.provenance['requests/1'] = id(9);
    const request = openRequest(turn, id(2), { kind: 'create', plan: planOf() }, id(0));
    expect(turn.world.requests[request]).toMatchObject({
      openedAt: 1,
      deadline: 61,
      state: 'open',
    });
    expect(turn.world.provenance['requests/1']).toBe(1);
  });
});

describe('the calendar', () => {
  test('T2 it is drawn when the world is built, in order of time and within its bounds', () => {
    const people = [1, 2, 3, 4, 5].map(() => wantsVm);
    const seen = new Set<number>();
    for (let seed = 1; seed <= 20; seed += 1) {
      const ticks = build(tiny({ people }), seed).calendar.map(({ tick }) => tick);
      expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
      for (const tick of ticks) seen.add(tick);
    }
    expect(Math.min(...seen)).toBe(10);
    expect(Math.max(...seen)).toBe(20);
  });

  test('T2 D3 what defenders do moves none of it', () => {
    const people: ScenarioFile['people'] = [wantsVm, { kind: 'wants-rid', at: [5, 9], vm: 1 }];
    const asked = (bench: Bench): number[] => bench.events('request-opened').map((e) => e.tick);
    const idle = new Bench(tiny({ people })).run(60);
    const busy = new Bench(tiny({ people }));
    busy.give('scrub-policy', { host: 1, policy: 'on-free' });
    busy.give('stop-vm', { vm: 2 });
    expect(asked(busy.run(58))).toEqual(asked(idle));
    expect(asked(idle)).toHaveLength(2);
  });

  test('T2 a tenant asks to be rid of a VM, or deletes its own', () => {
    const bench = new Bench(
      tiny({
        people: [
          { kind: 'wants-rid', at: [1, 1], vm: 1 },
          { kind: 'deletes-own', at: [2, 2], vm: 2 },
          { kind: 'wants-rid', at: [3, 3], vm: 2 },
        ],
      }),
    ).run(20);
    expect(bench.world.requests[1]).toMatchObject({ tenant: 1, wish: { kind: 'destroy', vm: 1 } });
    expect(bench.world.requests).toHaveLength(2);
    expect(bench.world.vms[2]).toBeNull();
    expect(bench.events('vm-destroyed')[0]).toMatchObject({
      tick: 10,
      actor: { kind: 'tenant', id: 3 },
    });
    expect(bench.world.nextEntry).toBe(3);
  });
});

describe('requests that nobody came to', () => {
  test('T3 one to be rid of a VM is missed at its deadline and costs credits', () => {
    const bench = new Bench();
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    bench.run(59);
    expect(bench.world.requests[1]?.state).toBe('open');
    bench.run(1);
    expect(bench.world.requests[1]?.state).toBe('missed');
    expect(bench.world.credits).toBe(10);
    expect(bench.world.vms[1]).not.toBeNull();
  });

  test('T4 one for a VM is placed by the portal, on the hosts in turn', () => {
    const bench = new Bench();
    bench.ask(2);
    bench.ask(3);
    bench.run(60);
    expect(bench.world.vms.slice(3).map((vm) => vm?.host)).toEqual([2, 1]);
    expect(bench.world.vms[3]).toMatchObject({ tenant: 2, request: 1, power: 'running' });
    expect(bench.world.requests.slice(1).map((r) => r?.state)).toEqual([
      'self-served',
      'self-served',
    ]);
    expect(bench.world.credits).toBe(0);
    expect(bench.events('vm-placed')[0]?.actor).toEqual({ kind: 'tenant', id: 2 });
  });

  test('T4 it looks for room and at nothing else: the other host when the first is full', () => {
    const bench = new Bench(tiny({ residue: [{ host: 1, asset: 'ledger', frames: 4 }] }));
    bench.ask(2, { kind: 'create', plan: planOf({ frames: 4 }) });
    bench.ask(2, { kind: 'create', plan: planOf({ frames: 1 }) });
    bench.ask(2, { kind: 'create', plan: planOf({ frames: 4 }) });
    bench.run(60);
    const hosts = bench.world.requests.slice(1).map((request) => {
      const vm = bench.world.vms.find((row) => row?.request === request?.id);
      return vm?.host ?? request?.state;
    });
    expect(hosts).toEqual([2, 1, 'missed']);
  });

  test('T4 a request in work is left to whoever works on it', () => {
    const bench = new Bench(tiny({ pace: { createLength: 80 } }));
    bench.ask(2);
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    bench.run(70);
    expect(bench.world.requests[1]?.state).toBe('in-work');
    bench.run(12);
    expect(bench.world.requests[1]?.state).toBe('served');
    expect(bench.world.credits).toBe(20);
  });
});
