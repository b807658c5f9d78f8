import { describe, expect, test } from 'vitest';
import { KEPT, ScoreFold, scoreOf } from '../../../shared/match/score.ts';
import {
  type EventData,
  type EventKind,
  type GameEvent,
  NATURE,
} from '../../../shared/world/history.ts';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import { emptyTally } from '../../../shared/world/scenario/build.ts';
import type { Tally } from '../../../shared/world/world.ts';
import { some } from '../../support/some.ts';
import { Bench, benchWithReader, tiny } from '../../support/worlds.ts';

const pace = { ...DEFAULT_PACE, prepare: 0 };

/** A history of some events, each with its tick. */
function historyOf(...events: [tick: number, kind: EventKind, data: unknown][]): GameEvent[] {
  return events.map(([tick, kind, data], i) => {
    const common = { actor: NATURE, subjects: [], causes: [] };
    return { seq: i + 1, tick, kind, ...common, data } as unknown as GameEvent;
  });
}

const full: Tally = {
  ...emptyTally(),
  promised: 100,
  given: 100,
  correct: 100,
  native: 1000,
  useful: 1000,
};

const duty = (tick: number, over: Partial<Tally> = {}): [number, 'duty', Tally] => [
  tick,
  'duty',
  { ...full, ...over },
];

const harm = (tick: number, breach: number, weight: number): [number, 'harm', unknown] => [
  tick,
  'harm',
  { breach, weight } as Partial<EventData['harm']>,
];

const only = (history: readonly GameEvent[], knowledge: 'known' | 'truth'): unknown =>
  scoreOf(history, pace, knowledge).minutes.at(-1);

describe('duties', () => {
  test('P2 a full minute of each is a full bar', () => {
    const score = scoreOf(historyOf(duty(25)), pace, 'truth');
    expect(score.minutes).toEqual([
      { fidelity: 1000, isolation: 1000, performance: 1000, bar: 1000 },
    ]);
    expect(score.total).toBe(1000);
  });

  test.each([
    [500, 1000, 1000, 750],
    [500, 500, 1000, 600],
    [900, 1000, 300, 551],
    [0, 1000, 1000, 0],
  ])('P2 %i, %i and %i have the harmonic mean %i', (given, isolation, useful, bar) => {
    const events = [duty(25, { promised: 1000, given, correct: given, useful })];
    const lost = (1000 - isolation) / 2;
    const bled: [number, 'bleed', unknown][] =
      lost > 0 ? [[25, 'bleed', { breach: 1, amount: lost }]] : [];
    expect(only(historyOf(...bled, ...events), 'truth')).toEqual({
      fidelity: given,
      isolation,
      performance: useful,
      bar,
    });
  });

  test('P2 a minute is banked when it is full, and the total is the mean of the bars', () => {
    const events = Array.from({ length: 12 }, (_, i) => duty(25 * (i + 1)));
    const half = duty(325, { given: 50, correct: 50 });
    const score = scoreOf(historyOf(...events, half), pace, 'truth');
    expect(score.minutes.map(({ bar }) => bar)).toEqual([1000, 750]);
    expect(score.total).toBe(875);
  });

  test('P2 a match that ends in the middle of a minute banks what there is', () => {
    const fold = new ScoreFold(pace, 'truth');
    for (const event of historyOf(duty(25), [30, 'phase', { phase: 'over' }])) fold.take(event);
    expect(fold.banked).toHaveLength(1);
    expect(fold.score().minutes).toHaveLength(1);
  });

  test('P2 before the first duty there is nothing to lose', () => {
    expect(scoreOf([], pace, 'known')).toEqual({ minutes: [], total: 1000 });
    expect(KEPT).toBe(700);
  });

  test('F6 fidelity is the share of what was promised that was given and right', () => {
    const fidelityOf = (over: Partial<Tally>): unknown => only(historyOf(duty(25, over)), 'known');
    expect(fidelityOf({ given: 73, correct: 73 })).toMatchObject({ fidelity: 730 });
    expect(fidelityOf({ given: 100, correct: 73 })).toMatchObject({ fidelity: 730 });
    expect(fidelityOf({ given: 100, correct: 0 })).toMatchObject({ fidelity: 0, bar: 0 });
  });

  test('F3 a stop counts twice in the truth if its tenant meant no harm', () => {
    const stop = historyOf(duty(25, { given: 80, correct: 80, stopped: 20, justified: 0 }));
    expect(only(stop, 'known')).toMatchObject({ fidelity: 800 });
    expect(only(stop, 'truth')).toMatchObject({ fidelity: 600 });
  });

  test('F3 and not at all if it did', () => {
    const stop = historyOf(duty(25, { given: 80, correct: 80, stopped: 20, justified: 20 }));
    expect(only(stop, 'known')).toMatchObject({ fidelity: 800 });
    expect(only(stop, 'truth')).toMatchObject({ fidelity: 1000 });
  });

  test('F3 a duty never falls below nothing', () => {
    const stop = historyOf(duty(25, { given: 20, correct: 20, stopped: 80 }));
    expect(only(stop, 'truth')).toMatchObject({ fidelity: 0, bar: 0 });
  });
});

describe('isolation', () => {
  test('P3 it is its ceiling, less twice the harm, less 100 for each open breach', () => {
    const history = historyOf(harm(3, 1, 100), duty(25));
    // The ceiling is 950; 25 landed; one is open.
    expect(only(history, 'truth')).toMatchObject({ isolation: 950 - 50 - 100 });
  });

  test('P3 closing ends the 100 and the bleeding; the scar stays for good', () => {
    const minute = (n: number): ReturnType<typeof duty>[] =>
      Array.from({ length: 12 }, (_, i) => duty(300 * n + 25 * (i + 1)));
    const history = historyOf(
      harm(3, 1, 100),
      [20, 'bleed', { breach: 1, amount: 6 }],
      ...minute(0),
      [301, 'breach-closed', { breach: 1 }],
      ...minute(1),
    );
    const isolation = scoreOf(history, pace, 'truth').minutes.map((m) => m.isolation);
    expect(isolation).toEqual([950 - 2 * 31 - 100, 950]);
  });

  test('P3 it is never below 50', () => {
    const harms = [1, 2, 3, 4, 5].map((n) => harm(3, n, 240));
    expect(only(historyOf(...harms, duty(25)), 'truth')).toMatchObject({ isolation: 50 });
  });

  test('H4 what is known counts no harm until it is discovered, and then all that landed', () => {
    const before = historyOf(harm(3, 1, 100), [20, 'bleed', { breach: 1, amount: 6 }], duty(25));
    const after = historyOf(
      harm(3, 1, 100),
      [20, 'bleed', { breach: 1, amount: 6 }],
      [24, 'breach-discovered', { breach: 1 }],
      [25, 'bleed', { breach: 1, amount: 6 }],
      duty(25),
    );
    expect(only(before, 'known')).toMatchObject({ isolation: 1000 });
    expect(only(after, 'known')).toEqual(only(after, 'truth'));
    expect(only(after, 'known')).toMatchObject({ isolation: 950 - 2 * 37 - 100 });
  });
});

describe('the fold', () => {
  test('P1 event by event it comes to the same as all at once', () => {
    const bench = benchWithReader({ pace: { live: 700 } });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.give('stop-vm', { vm: 2 });
    bench.run(700);
    for (const knowledge of ['known', 'truth'] as const) {
      const fold = new ScoreFold(bench.world.pace, knowledge);
      some(bench.history).forEach((event, i) => {
        fold.take(event);
        const sofar = bench.history.slice(0, i + 1);
        expect(fold.score()).toEqual(scoreOf(sofar, bench.world.pace, knowledge));
      });
    }
  });

  test('P1 what is not in the history is not in the score: the tally of Prepare is nobody’s', () => {
    const bench = new Bench(tiny({ pace: { prepare: 50, live: 100 } }));
    bench.give('stop-vm', { vm: 1 });
    bench.run(48);
    expect(bench.world.phase).toBe('live');
    expect(bench.events('duty')).toEqual([]);
    bench.run(25);
    expect(bench.events('duty')).toMatchObject([
      { tick: 75, data: { promised: 50, given: 25, stopped: 25, native: 25 * 400 } },
    ]);
  });
});
