import { describe, expect, test } from 'vitest';
import { openRequest } from '../../../shared/mechanics/people.ts';
import type { Technique } from '../../../shared/world/machine/vm.ts';
import { build } from '../../../shared/world/scenario/build.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import {
  Bench,
  benchWithReader,
  hostileShop,
  hostsWith,
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

describe('a port setting that somebody tried', () => {
  const people: ScenarioFile['people'] = [
    { kind: 'port-setting', at: [1, 1], zone: 'data', setting: 'promiscuous', accept: true },
    { kind: 'port-setting', at: [2, 2], zone: 'data', setting: 'promiscuous', accept: true },
  ];

  test('T2 N10 S23 it is so for the whole segment from then on, and the audit log tells of it', () => {
    const bench = new Bench(tiny({ people }));
    bench.run(4);
    expect(bench.world.segments.map((segment) => segment?.promiscuous)).toEqual([
      undefined,
      false,
      true,
    ]);
    const [changed] = bench.events('setting-changed');
    expect(changed).toMatchObject({
      actor: { kind: 'nature' },
      subjects: ['segments/2'],
      data: { setting: 'promiscuous', to: 'accept' },
    });
    expect(bench.world.provenance['segments/2/promiscuous']).toBe(changed?.seq);
    expect(bench.world.alerts[1]).toMatchObject({
      sensor: 'S5',
      seen: { kind: 'port-setting', zone: 2, setting: 'promiscuous', to: 'accept' },
    });
  });

  test('T2 what is so already comes to nothing', () => {
    const bench = new Bench(tiny({ people }));
    bench.run(20);
    expect(bench.events('setting-changed')).toHaveLength(1);
  });

  test('T2 its zone has to be there', () => {
    const [first] = people;
    expect(() => tiny({ people: [{ ...first!, zone: 'dmz' } as (typeof people)[number]] })).toThrow(
      'no such zone',
    );
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

  test('T4 K22 it takes the way that is cheapest there for that work', () => {
    const ways = (over: Parameters<typeof hostsWith>[0]): unknown[] => {
      const bench = new Bench(tiny({ hosts: hostsWith(over) }));
      bench.ask(2, { kind: 'create', plan: planOf({ frames: 1, workload: 'ledger-db' }) });
      bench.run(60);
      return bench.world.vms.slice(3).map((vm) => vm?.technique);
    };
    expect(ways({ year: 2015, nestedPaging: true })).toEqual(['hybrid']);
    expect(ways({ year: 2006, nestedPaging: false })).toEqual(['para']);
  });

  test('T4 F7 and in none in which its work would lack a device', () => {
    const placed = (techniques: Exclude<Technique, 'native'>[]): unknown[] => {
      const hosts = hostsWith({ year: 2006, nestedPaging: false });
      const deck = { commands: ['create-vm'], attacks: [], sensors: [], techniques };
      const bench = new Bench(tiny({ hosts, deck }));
      bench.ask(2, { kind: 'create', plan: planOf({ frames: 1, workload: 'office-desktop' }) });
      bench.run(60);
      const [, request] = bench.world.requests;
      return [request?.state, ...bench.world.vms.slice(3).map((vm) => vm?.technique)];
    };
    // A paravirtual guest would be cheaper, and would have no USB.
    expect(placed(['para', 'hvm'])).toEqual(['self-served', 'hvm']);
    expect(placed(['para'])).toEqual(['missed']);
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

describe('a policy that somebody edited', () => {
  const anyAny: ScenarioFile['rules'] = [{ from: 'any', to: 'any', service: 'any', allow: true }];
  const people: ScenarioFile['people'] = [
    { kind: 'policy-push', at: [1, 1] },
    { kind: 'policy-edit', at: [2, 2], edit: 'add', rule: anyAny[0]! },
    { kind: 'policy-push', at: [4, 4] },
  ];
  const versions = (bench: Bench): (number | undefined)[] =>
    bench.world.switches.slice(1).map((gate) => gate?.version);

  test('T2 N5 counts on no switch until the console pushes it, and then on every one', () => {
    const bench = new Bench(tiny({ people }));
    bench.run(6);
    // Before the edit every switch had what it should: there was nothing to push.
    expect(bench.events('rules-pushed')).toEqual([]);
    bench.run(6);
    expect(bench.world.policies[1]?.version).toBe(2);
    expect(versions(bench)).toEqual([1, 1]);
    bench.run(10);
    expect(versions(bench)).toEqual([2, 2]);
    const [edited] = bench.events('rules-edited');
    const pushed = bench.events('rules-pushed');
    expect(pushed.map(({ data }) => data)).toEqual([
      { host: 1, version: 2 },
      { host: 2, version: 2 },
    ]);
    for (const { actor, causes } of pushed) {
      expect(actor).toEqual({ kind: 'nature' });
      expect(causes).toContain(edited?.seq);
    }
  });

  test('T2 N5 is what it is by then: a rule that was taken out is pushed to nobody', () => {
    const bench = new Bench(tiny({ people, pace: { ruleLength: 2 } }));
    const before = bench.world.policies[1]?.rules;
    bench.run(12);
    expect(bench.give('remove-rule', { rule: 1 })).toBeNull();
    bench.run(2);
    expect(bench.events('rules-edited')).toHaveLength(2);
    bench.run(20);
    expect(versions(bench)).toEqual([3, 3]);
    const meant = bench.world.policies[1]?.rules;
    expect(meant).toEqual(before);
    expect(bench.world.switches.slice(1).map((gate) => gate?.rules)).toEqual([meant, meant]);
  });
});
