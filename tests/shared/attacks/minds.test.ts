import { describe, expect, test } from 'vitest';
import type { Input } from '../../../shared/match/input.ts';
import { opportunist } from '../../../shared/minds/opportunist.ts';
import { projectRed, type RedView } from '../../../shared/view/red.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import { Bench, hostileShop, hostsWith, id, tiny } from '../../support/worlds.ts';

const bank = tiny().vms[0]!;
const reader = { ...hostileShop, plan: { ...hostileShop.plan, frames: 2 } };
const hostile = (over: Partial<Scenario> = {}): Scenario => tiny({ attackers: [reader], ...over });

/** What the mind saw, decided and remembered, tick by tick, in a match with these orders. */
function think(
  scenario: Scenario,
  ticks: number,
  orders: (tick: number) => Input[] = () => [],
): {
  readonly decisions: string[];
  readonly views: string[];
  readonly bench: Bench;
} {
  const bench = new Bench(scenario, { think: true });
  const decisions: string[] = [];
  const views: string[] = [];
  for (let i = 0; i < ticks; i += 1) {
    bench.tick(...orders(bench.world.tick + 1));
    views.push(JSON.stringify(projectRed(bench.world, id(1))));
    const acts = bench.world.acts.filter(({ attacker }) => attacker === 1);
    decisions.push(JSON.stringify([acts, bench.world.attackers[1]?.memory]));
  }
  return { decisions, views, bench };
}

/** The shop's first request is served on that host in tick 10. */
const serve =
  (host: number) =>
  (tick: number): Input[] =>
    tick === 10
      ? [{ kind: 'order', seat: 1, n: 1, command: 'create-vm', args: { request: 1, host } }]
      : [];

describe('twin worlds', () => {
  const plain = think(hostile(), 120, serve(1));

  const twins: [string, Scenario, number][] = [
    ['scrub policies', hostile({ hosts: hostsWith({ scrub: 'on-free' }) }), 1],
    ['other tenants’ VMs', hostile({ vms: [] }), 1],
    ['where its VM stands', hostile(), 2],
    [
      'hardware, builds and cycles',
      hostile({ hosts: hostsWith({ year: 2003, nestedPaging: false, build: 1, capacity: 500 }) }),
      1,
    ],
    ['what other tenants want', hostile({ people: [{ kind: 'wants-rid', at: [1, 1], vm: 2 }] }), 1],
    ['residue where it is not', hostile({ residue: [{ host: 2, asset: 'ledger', frames: 4 }] }), 1],
    [
      'who else means harm',
      hostile({
        attackers: [
          reader,
          { ...reader, tenant: 'hospital', plan: { ...reader.plan, asset: 'patient-records' } },
        ],
      }),
      1,
    ],
  ];

  test.each(twins)('A4 that differ only in %s: the same decisions', (_, scenario, host) => {
    const twin = think(scenario, 120, serve(host));
    expect(twin.views).toEqual(plain.views);
    expect(twin.decisions).toEqual(plain.decisions);
  });

  test('A4 that differ in what its own read will find: the same until it has read', () => {
    const dirty = think(
      hostile({ residue: [{ host: 1, asset: 'ledger', frames: 2 }] }),
      120,
      serve(1),
    );
    const found = dirty.bench.events('harm')[0]!.tick;
    expect(found).toBeGreaterThan(12);
    const until = found - 2;
    expect(dirty.views.slice(0, until)).toEqual(plain.views.slice(0, until));
    expect(dirty.decisions.slice(0, until)).toEqual(plain.decisions.slice(0, until));
    expect(dirty.views[until]).not.toEqual(plain.views[until]);
  });
});

describe('what a mind sees', () => {
  test('A4 its view holds no id of the world: only numbers of its own', () => {
    const many = Array.from({ length: 3 }, () => ({ ...bank, frames: 1, fills: 1 }));
    const asked = { kind: 'wants-rid' as const, at: [0, 0] as [number, number] };
    const busy = think(
      hostile({
        vms: many,
        people: [1, 2, 3].map((vm) => ({ ...asked, vm })),
      }),
      60,
      (tick) =>
        tick === 10
          ? [{ kind: 'order', seat: 1, n: 1, command: 'create-vm', args: { request: 4, host: 1 } }]
          : [],
    );
    const quiet = think(hostile({ vms: [] }), 60, serve(2));
    const vm = busy.bench.world.attackers[1]?.knownVms[0];
    expect([vm, quiet.bench.world.attackers[1]?.knownVms[0]]).toEqual([4, 1]);
    expect(busy.views).toEqual(quiet.views);
  });

  test('X1 its view is exactly this, and a VM that is gone stays a number', () => {
    const { bench } = think(hostile(), 12, serve(1));
    bench.run(40);
    const view = projectRed(bench.world, id(1));
    expect(Object.keys(view).sort()).toEqual(
      ['busy', 'loot', 'memory', 'pace', 'phase', 'tick', 'vms', 'waiting'].sort(),
    );
    expect(view.vms.map(({ number }) => number)).toEqual(view.vms.map((_, i) => i + 1));
    expect(view.vms[0]).toEqual({ number: 1, power: 'gone' });
    expect(view.pace).toEqual({ think: 5, afterSuccess: 9 });
    expect(() => projectRed(bench.world, id(7))).toThrow('no attacker 7');
  });

  test('X1 another attacker’s VMs, acts and loot are not in it', () => {
    const two = hostile({ attackers: [reader, { ...reader, tenant: 'shop' }] });
    const { bench } = think(two, 10, serve(1));
    bench.run(10);
    expect(bench.world.attackers.slice(1).map((a) => a?.knownVms.length)).toEqual([1, 0]);
    expect(projectRed(bench.world, id(2))).toMatchObject({ vms: [], busy: [], waiting: true });
  });
});

describe('the opportunist', () => {
  const view: RedView = {
    tick: 100,
    phase: 'live',
    pace: { think: 5, afterSuccess: 9 },
    vms: [],
    waiting: false,
    busy: [],
    loot: 0,
    memory: { waitUntil: 0, asked: 0, searched: [], lootBefore: 0, reason: 'waiting' },
  };
  const decide = (over: Partial<RedView>, memory: Partial<RedView['memory']> = {}): unknown => {
    const { act, memory: after } = opportunist({
      ...view,
      ...over,
      memory: { ...view.memory, ...memory },
    });
    return [act?.attack ?? null, act?.args.vm ?? 0, after.reason, after.waitUntil];
  };
  const vm = { number: 1, power: 'running' as const };

  test('A4 it does the first thing that works, and thinks before the next', () => {
    expect(decide({ phase: 'prepare' })).toEqual([null, 0, 'waiting-for-live', 0]);
    expect(decide({ busy: [{ attack: 'x', args: {} }] })).toEqual([null, 0, 'busy', 0]);
    expect(decide({}, { waitUntil: 101 })).toEqual([null, 0, 'waiting', 101]);
    expect(decide({})).toEqual(['entry-tenant', 0, 'rent-a-vm', 105]);
    expect(decide({ waiting: true })).toEqual([null, 0, 'waiting-for-vm', 0]);
    expect(decide({ vms: [vm] })).toEqual(['res-mem-unscrubbed', 1, 'read-own-memory', 105]);
    expect(decide({ vms: [vm] }, { searched: [1], asked: 1 })).toEqual([
      'entry-return',
      1,
      'give-back',
      105,
    ]);
  });

  test('A4 it rests after a find', () => {
    const found = { searched: [1], asked: 1 };
    expect(decide({ vms: [vm], loot: 1 }, found)).toEqual(['entry-return', 1, 'give-back', 109]);
    // What it found before it began to read this one is no reason to rest.
    const before = { searched: [1], asked: 1, lootBefore: 1 };
    expect(decide({ vms: [vm], loot: 1 }, before)).toEqual(['entry-return', 1, 'give-back', 105]);
  });

  test('A4 a VM that is off or gone is of no use to it', () => {
    for (const power of ['stopped', 'provisioning', 'gone'] as const) {
      expect(decide({ vms: [{ number: 1, power }] })).toContain('entry-tenant');
    }
  });

  test('A4 it does not write in the view it was given', () => {
    const frozen = Object.freeze({
      ...view,
      vms: [vm],
      memory: Object.freeze({ ...view.memory, searched: Object.freeze([]) }),
    });
    expect(opportunist(frozen as unknown as RedView).memory.searched).toEqual([1]);
  });
});
