import { describe, expect, test } from 'vitest';
import { Authority } from '../../../shared/authority/authority.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { lossesOf } from '../../../shared/match/losses.ts';
import { ScoreFold } from '../../../shared/match/score.ts';
import { novice } from '../../../shared/minds/defenders/novice.ts';
import { rowOf } from '../../../shared/view/reading.ts';
import type { GameEvent } from '../../../shared/world/history.ts';
import { emptyBook, type Loss } from '../../../shared/world/losses.ts';
import { Bench, benchWithReader, tiny } from '../../support/worlds.ts';

const lossesNow = ({ match }: Bench, knowledge: 'known' | 'truth' = 'known') => {
  const fold = new ScoreFold(match.world.pace, knowledge);
  for (const event of match.history) fold.take(event);
  const [fidelity, isolation, performance] = lossesOf(fold, match.losses);
  return { fidelity, isolation, performance, minute: fold.current() };
};

const sum = (losses: readonly Loss[]): number =>
  losses.reduce((total, { points }) => total + points, 0);

describe('what a duty lost', () => {
  test('nothing is said of one that lacks nothing', () => {
    const bench = new Bench(tiny());
    bench.run(50);
    expect(lossesNow(bench)).toMatchObject({ fidelity: [], isolation: [], performance: [] });
  });

  test('F3 a VM that is off is named, with all that it took', () => {
    const bench = new Bench(tiny());
    bench.give('stop-vm', { vm: 1 });
    bench.run(50);
    const { fidelity, minute } = lossesNow(bench);
    expect(minute.fidelity).toBeLessThan(600);
    expect(fidelity).toEqual([
      { why: 'stopped', about: 1, points: 1000 - minute.fidelity, open: false },
    ]);
  });

  test('F2 a tenant who waits for a VM is named', () => {
    const bench = new Bench(tiny({ pace: { requestWait: 400 } }));
    bench.ask(2);
    bench.run(300);
    expect(lossesNow(bench).fidelity).toMatchObject([{ why: 'missing', about: 2 }]);
  });

  test('W2 jobs answer for the cycles that they took of a host, and for no others', () => {
    const bench = new Bench(tiny({ pace: { createLength: 40, jobCycles: 900 } }));
    const request = bench.ask(2);
    bench.give('create-vm', { request, host: 1, technique: 'hvm' });
    bench.run(30);
    const { performance, minute } = lossesNow(bench);
    expect(minute.performance).toBeLessThan(900);
    expect(performance).toMatchObject([{ why: 'jobs', about: 1 }]);
    expect(Math.abs(sum(performance) - (1000 - minute.performance))).toBeLessThanOrEqual(1);
  });

  test('P3 a harm is named once it is known, and said to go on until it is closed', () => {
    const bench = benchWithReader({ pace: { complaintAfter: 100 } });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(60);
    expect(bench.world.breaches[1]).toMatchObject({ discoveredAt: 0 });
    expect(lossesNow(bench).isolation).toEqual([]);
    const known = lossesNow(bench, 'truth');
    expect(known.isolation).toMatchObject([{ why: 'leak', open: true }]);
    expect(sum(known.isolation)).toBe(1000 - known.minute.isolation);
    bench.run(100);
    expect(lossesNow(bench).isolation).toEqual(lossesNow(bench, 'truth').isolation);
  });

  test('P3 what lies below the floor of isolation was taken from nobody', () => {
    const fold = new ScoreFold({ prepare: 0 }, 'truth');
    const event = (kind: string, data: object): GameEvent =>
      ({ seq: 1, tick: 5, kind, subjects: [], causes: [], data }) as unknown as GameEvent;
    for (const breach of [1, 2, 3, 4, 5]) {
      const data = { breach, weight: 240, kind: 'takeover', host: breach, asset: 0 };
      fold.take(event('harm', data));
    }
    fold.take(event('duty', { promised: 1, native: 1 }));
    const [, isolation] = lossesOf(fold, emptyBook());
    expect(fold.current().isolation).toBe(50);
    expect(isolation[0]?.points).toBe(190);
  });
});

test('D6 a match that goes on from a checkpoint in the middle of a minute says the same', () => {
  const options = { scenario: tiny({ pace: { jobCycles: 900 } }), seed: 1 };
  const authority = new Authority(options);
  authority.submit({ kind: 'seat', seat: 1, pilot: 'human' });
  const order = { kind: 'order', seat: 1, n: 1, command: 'stop-vm', args: { vm: 1 } } as const;
  authority.submit(order);
  for (let tick = 0; tick < 137; tick += 1) authority.step();
  const { events, ...kept } = authority.checkpoint();
  for (let tick = 0; tick < 20; tick += 1) authority.step();
  const { journal } = authority.record();
  const found = { ...kept, events: [events] };
  const again = Authority.restore(options, found, [...journal, [157, []]]);
  const lossesIn = (one: Authority) => rowOf(one.projection, 'match', 1)?.losses;
  expect(again.tick).toBe(157);
  expect(lossesIn(authority)?.[0]).toMatchObject([{ why: 'stopped', about: 1 }]);
  expect(lossesIn(again)).toEqual(lossesIn(authority));
});

describe('over a whole match, whoever defends', () => {
  test.each(['three-tenants', 'inherited-room'])(
    'the causes in %s add up to what is missing',
    (name) => {
      const authority = new Authority({ scenario: scenarios[name]!, seed: 3 });
      authority.submit({ kind: 'seat', seat: 1, pilot: 'human' });
      const whys = new Set<string>();
      let asked = 0;
      for (let n = 0; !authority.over; ) {
        authority.step();
        const view = authority.projection;
        const row = rowOf(view, 'match', 1)!;
        if (authority.tick % 25 === 0) {
          const duties = [row.fidelity, row.isolation, row.performance];
          row.losses.forEach((losses, i) => {
            const missing = 1000 - (duties[i] ?? 0);
            for (const { why } of losses) whys.add(why);
            asked += 1;
            // Three are told, each rounded by itself.
            if (losses.length < 3) expect(Math.abs(sum(losses) - missing)).toBeLessThanOrEqual(5);
            else expect(sum(losses)).toBeLessThanOrEqual(missing + 3);
            if (missing > 5) expect(losses.length, `${row.phase} ${i}`).toBeGreaterThan(0);
          });
        }
        if (authority.tick % 10 !== 0) continue;
        for (const wish of novice(view, (subject) => authority.offers(1, subject))) {
          n += 1;
          authority.submit({ kind: 'order', seat: 1, n, ...wish });
        }
      }
      expect(asked).toBeGreaterThan(100);
      expect(whys.size).toBeGreaterThan(3);
    },
  );
});
