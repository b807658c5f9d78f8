import { describe, expect, test } from 'vitest';
import type { Input } from '../../../shared/match/input.ts';
import { ScoreFold, scoreOf } from '../../../shared/match/score.ts';
import { causesOf } from '../../../shared/world/causes.ts';
import type { Plan } from '../../../shared/world/people/calendar.ts';
import { Bench, benchWithReader, copyOf, id, planOf, tiny } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

const time = (liveFrom: number, overAt: number): Input => ({ kind: 'time', liveFrom, overAt });
const event = (plan: Plan): Input => ({ kind: 'event', plan });

/** 50 ticks of Prepare, 600 of Live; one tick is over. */
const slow = (): Bench => new Bench(tiny({ pace: { prepare: 50 } }));

describe('the ends of Prepare and Live', () => {
  test('I3 Prepare that is ended ends with this tick', () => {
    const bench = slow();
    bench.tick(time(0, 650));
    expect(bench.world).toMatchObject({ tick: 2, phase: 'live', pace: { prepare: 2, live: 648 } });
    expect(bench.events('time-set')).toMatchObject([
      { actor: { kind: 'instructor' }, data: { liveFrom: 2, overAt: 650 } },
    ]);
    expect(blueOf(bench.match).tables.match[1]).toMatchObject({ liveFrom: 2, overAt: 650 });
  });

  test('I3 both can be later, and sooner as long as they are to come', () => {
    const bench = slow();
    bench.tick(time(80, 100));
    bench.run(77);
    expect(bench.world.phase).toBe('prepare');
    bench.run(1);
    expect([bench.world.tick, bench.world.phase]).toEqual([80, 'live']);
    bench.run(30);
    expect([bench.world.tick, bench.world.phase]).toEqual([100, 'over']);
  });

  test('I3 Live that has begun does not begin again', () => {
    const bench = slow();
    bench.run(60);
    bench.tick(time(300, 400));
    expect(bench.world).toMatchObject({ phase: 'live', pace: { prepare: 50, live: 350 } });
  });

  test('I3 an end that is past is this tick, and what was tallied counts', () => {
    const bench = new Bench();
    bench.run(80);
    bench.tick(time(0, 10));
    expect(bench.world).toMatchObject({ tick: 82, phase: 'over' });
    expect(bench.events('duty').at(-1)).toMatchObject({ tick: 82 });
    expect(scoreOf(bench.history, bench.world.pace, 'truth').minutes).toHaveLength(1);
  });

  test('I3 Live lasts a tick at the least, whatever is said', () => {
    const bench = slow();
    bench.tick(time(0, 0));
    expect([bench.world.tick, bench.world.phase]).toEqual([2, 'live']);
    bench.run(5);
    expect([bench.world.tick, bench.world.phase]).toEqual([3, 'over']);
  });

  test('I3 what changes nothing is no event', () => {
    const bench = slow();
    bench.tick(time(50, 650));
    expect(bench.events('time-set')).toEqual([]);
  });

  test('I3 P1 minutes count from where Live began, for whoever has followed from the start', () => {
    const bench = slow();
    const fold = new ScoreFold(bench.world.pace, 'known');
    bench.run(6);
    bench.tick(time(0, 700));
    bench.run(620);
    for (const one of bench.history) fold.take(one);
    expect(bench.world.pace.prepare).toBe(8);
    expect(fold.banked).toHaveLength(2);
    expect(fold.score()).toEqual(scoreOf(bench.history, bench.world.pace, 'known'));
  });
});

describe('what an instructor makes happen', () => {
  test('I4 a tenant asks, because the instructor said so', () => {
    const bench = new Bench();
    bench.tick(event({ kind: 'wants-vm', tenant: id(2), plan: planOf() }));
    const [opened] = bench.events('request-opened');
    expect(opened).toMatchObject({ actor: { kind: 'tenant', id: 2 } });
    expect(causesOf(bench.history, opened!).map(({ kind, actor }) => [kind, actor])).toEqual([
      ['injected', { kind: 'instructor' }],
      ['request-opened', { kind: 'tenant', id: 2 }],
    ]);
  });

  test('I4 a harm that came of it has it in its chain', () => {
    const bench = benchWithReader();
    bench.tick(event({ kind: 'deletes-own', vm: id(1) }));
    const [freed] = bench.events('frames-freed');
    expect(causesOf(bench.history, freed!).map(({ kind }) => kind)).toContain('injected');
  });

  test.each<[string, Plan]>([
    ['a tenant', { kind: 'wants-vm', tenant: id(9), plan: planOf() }],
    ['an image', { kind: 'wants-vm', tenant: id(1), plan: planOf({ image: id(9) }) }],
    ['a zone', { kind: 'wants-vm', tenant: id(1), plan: planOf({ zone: id(9) }) }],
    ['a VM', { kind: 'owner-leaves', vm: id(9) }],
    ['a host', { kind: 'balances', vm: id(1), host: id(9) }],
    ['a peer', { kind: 'scan', vm: id(1), peer: id(9) }],
    ['a snapshot', { kind: 'reverts-own', vm: id(1) }],
    ['a segment', { kind: 'port-setting', segment: id(9), setting: 'promiscuous', accept: true }],
    ['a flaw', { kind: 'advisory', flaw: id(9) }],
    [
      'a zone of a rule',
      {
        kind: 'policy-edit',
        rule: { from: id(9), to: 0, service: 'any', allow: true },
        edit: 'add',
      },
    ],
  ])('I4 %s that is not there: it comes to nothing', (_, plan) => {
    const bench = new Bench();
    const other = new Bench();
    bench.tick(event(plan));
    other.tick();
    expect(bench.world).toEqual(other.world);
  });

  test('I4 an advisory comes out once', () => {
    const bench = new Bench(tiny({ flaws: [{ name: 'venom', fixedIn: 50, public: false }] }));
    bench.tick(event({ kind: 'advisory', flaw: id(1) }));
    bench.tick(event({ kind: 'advisory', flaw: id(1) }));
    expect(bench.events('flaw-published')).toHaveLength(1);
    expect(bench.events('injected')).toHaveLength(1);
  });

  test('I1 it happens after orders and acts of the same tick, wherever they stand', () => {
    const bench = benchWithReader();
    bench.tick(
      event({ kind: 'owner-leaves', vm: id(1) }),
      {
        kind: 'act',
        attacker: id(1),
        attack: 'entry-tenant',
        args: {},
        why: { reason: 'instructor', plan: [] },
      },
      { kind: 'act', attacker: id(1), attack: 'entry-return', args: { vm: 1 } },
      bench.input('stop-vm', { vm: 2 }),
    );
    const { tick } = bench.world;
    const told = bench.history.filter((one) => one.tick === tick);
    const acts = told.flatMap((one) => (one.kind === 'act' ? [one.data.attack] : []));
    const kinds = told.map(({ kind }) => kind);
    expect(acts).toEqual(['entry-return', 'entry-tenant']);
    expect(kinds.filter((kind) => ['order', 'act', 'injected'].includes(kind))).toEqual([
      'order',
      'act',
      'injected',
      'act',
    ]);
  });

  test('D1 what an instructor did is part of the match: with it the world is another', () => {
    const [one, two] = [new Bench(), new Bench()];
    one.tick(event({ kind: 'owner-leaves', vm: id(1) }));
    two.tick();
    expect(copyOf(one.world)).not.toEqual(copyOf(two.world));
  });
});
