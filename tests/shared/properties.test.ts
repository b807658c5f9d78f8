import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Authority } from '../../shared/authority/authority.ts';
import { createMatch, hashMatch, type Match, stepMatch } from '../../shared/match/match.ts';
import { ScoreFold, scoreOf } from '../../shared/match/score.ts';
import { decodePatch } from '../../shared/protocol/codec.ts';
import { RING } from '../../shared/protocol/limits.ts';
import { BLUE_COLUMNS } from '../../shared/view/columns.ts';
import { applyPatch, type BlueView } from '../../shared/view/view.ts';
import { build } from '../../shared/world/scenario/build.ts';
import { copyOf, eventsOf } from '../support/worlds.ts';
import { unfounded, unstamped, violations } from './support/invariants.ts';
import { lively, type Play, plays } from './support/plays.ts';
import { rowsOf } from './support/views.ts';

const TICKS = 150;
const longer = { ...lively, pace: { ...lively.pace, live: 2 * TICKS, auditEvery: 1 } };

describe('whatever is ordered', () => {
  test('M9 M2 M7 V1 V4 W1 J1 J2 A1 A3 E1 all invariants hold after every tick', () => {
    const seen = { harms: 0, orders: 0, refusals: 0, cancelled: 0, interrupted: 0 };
    fc.assert(
      fc.property(plays(TICKS), ({ seed, ticks }) => {
        const match = createMatch(lively, seed);
        const start = build(lively, seed);
        for (const inputs of ticks) {
          const before = copyOf(match.world);
          const outcomes = stepMatch(match, inputs);
          expect(violations(match, before, start)).toEqual([]);
          expect(unfounded(match, before, inputs)).toEqual([]);
          seen.refusals += outcomes.filter(({ refusal }) => refusal !== null).length;
        }
        seen.harms += eventsOf(match.history, 'harm').length;
        seen.orders += eventsOf(match.history, 'order').length;
        for (const { data } of eventsOf(match.history, 'job-ended')) {
          if (data.outcome === 'cancelled') seen.cancelled += 1;
          else if (data.outcome !== 'done') seen.interrupted += 1;
        }
      }),
      { numRuns: 90 },
    );
    // It was no walk in an empty park.
    for (const [what, count] of Object.entries(seen))
      expect([what, count > 5]).toEqual([what, true]);
  }, 240_000);

  test('D4 a fact that changes is stamped with the event that changed it', () => {
    fc.assert(
      fc.property(plays(TICKS), ({ seed, ticks }) => {
        const match = createMatch(lively, seed);
        for (const inputs of ticks) {
          const before = copyOf(match.world);
          stepMatch(match, inputs);
          expect(unstamped(match, before)).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('J7 every order has exactly one outcome, and a refused one leaves no trace', () => {
    fc.assert(
      fc.property(plays(60), ({ seed, ticks }) => {
        const match = createMatch(lively, seed);
        for (const inputs of ticks) {
          const length = match.history.length;
          const outcomes = stepMatch(match, inputs);
          const orders = inputs.flatMap((i) => (i.kind === 'order' ? [[i.seat, i.n]] : []));
          expect(outcomes.map((o) => [o.seat, o.n])).toEqual(orders);
          const taken = outcomes.filter(({ refusal }) => refusal === null).length;
          expect(eventsOf(match.history.slice(length), 'order')).toHaveLength(taken);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the same again', () => {
  const run = (match: Match, ticks: Play['ticks']): Match => {
    for (const inputs of ticks) stepMatch(match, inputs);
    return match;
  };

  test('D1 the same scenario, seed and inputs give the same world and the same history', () => {
    fc.assert(
      fc.property(plays(TICKS), ({ seed, ticks }) => {
        const [one, two] = [1, 2].map(() => run(createMatch(copyOf(lively), seed), copyOf(ticks)));
        expect(hashMatch(one!)).toEqual(hashMatch(two!));
        expect(one!.history).toEqual(two!.history);
      }),
      { numRuns: 15 },
    );
  });

  test('D5 a copy by way of JSON goes on exactly as the original would', () => {
    fc.assert(
      fc.property(plays(TICKS), fc.nat(TICKS), ({ seed, ticks }, at) => {
        const original = run(createMatch(lively, seed), ticks.slice(0, at));
        const { world, history } = original;
        const copied: Match = { ...original, world: copyOf(world), history: [...history] };
        expect(copied.world).toEqual(world);
        run(original, ticks.slice(at));
        run(copied, ticks.slice(at));
        expect(hashMatch(copied)).toEqual(hashMatch(original));
        expect(copied.history).toEqual(original.history);
      }),
      { numRuns: 12 },
    );
  });

  test('P1 the score is a function of the history alone', () => {
    fc.assert(
      fc.property(plays(TICKS), ({ seed, ticks }) => {
        const match = createMatch(lively, seed);
        const folds = (['known', 'truth'] as const).map((k) => new ScoreFold(match.world.pace, k));
        let folded = 0;
        for (const inputs of ticks) {
          stepMatch(match, inputs);
          for (; folded < match.history.length; folded += 1) {
            for (const fold of folds) fold.take(match.history[folded]!);
          }
        }
        const told = copyOf(match.history);
        const scores = (['known', 'truth'] as const).map((k) => scoreOf(told, match.world.pace, k));
        expect(folds.map((fold) => fold.score())).toEqual(scores);
        for (const { minutes, total } of scores) {
          for (const value of [total, ...minutes.flatMap((m) => Object.values(m))]) {
            expect(Number.isInteger(value) && value >= 0 && value <= 1000).toBe(true);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('clients', () => {
  const held = (view: BlueView | null, frames: readonly Uint8Array[]): BlueView => {
    const patched = frames.reduce<BlueView | null>(
      (before, frame) => applyPatch(BLUE_COLUMNS, before, decodePatch(frame)),
      view,
    );
    if (!patched) throw new Error('nothing to hold');
    return patched;
  };

  /** Equal; told apart at length only when they are not. */
  const agree = (view: BlueView, projection: BlueView): void => {
    const [is, should] = [rowsOf(view), rowsOf(projection)];
    if (!isDeepStrictEqual(is, should)) expect(is).toEqual(should);
  };

  test('X2 views and patches are the projection, however often a client is away', () => {
    const caughtUp = { patches: 0, wholes: 0 };
    fc.assert(
      fc.property(
        plays(2 * TICKS, longer),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 5, 20, 120))),
        ({ seed, ticks }, absences) => {
          const authority = new Authority({ scenario: longer, seed });
          let view = held(null, authority.since('blue', -1));
          const away = absences.flatMap(([here, gone]) => [
            ...Array<boolean>(here).fill(false),
            ...Array<boolean>(gone).fill(true),
          ]);
          let missed = false;
          ticks.forEach((inputs, i) => {
            for (const input of inputs) authority.submit(input);
            const { frames } = authority.step();
            const frame = frames.get('blue');
            if (away[i]) {
              missed ||= frame !== undefined;
              return;
            }
            if (missed) {
              const since = authority.since('blue', view.tick);
              const whole = decodePatch(since[0]!)[1] === -1;
              caughtUp[whole ? 'wholes' : 'patches'] += 1;
              expect(since.length).toBeLessThanOrEqual(RING);
              view = held(view, since);
              missed = false;
            } else if (frame) view = held(view, [frame]);
            agree(view, authority.projection);
          });
          agree(held(null, authority.since('blue', -1)), authority.projection);
        },
      ),
      { numRuns: 8 },
    );
    expect(caughtUp.patches).toBeGreaterThan(5);
    expect(caughtUp.wholes).toBeGreaterThan(0);
  });

  test('J7 I2 the authority answers each order once, whatever repeats', () => {
    fc.assert(
      fc.property(plays(60), ({ seed, ticks }) => {
        const authority = new Authority({ scenario: lively, seed });
        const first = new Map<string, string>();
        for (const inputs of ticks) {
          // Every batch comes twice, as from a client that heard no answer.
          for (const input of [...inputs, ...copyOf(inputs)]) authority.submit(input);
          const { answers } = authority.step();
          const orders = inputs.filter(({ kind }) => kind === 'order');
          expect(answers).toHaveLength(2 * orders.length);
          for (const { seat, n: number, reply } of answers) {
            const said = JSON.stringify(reply);
            const key = `${seat}/${number}`;
            if (!said.includes('same-order')) expect(first.get(key) ?? said).toBe(said);
            first.set(key, first.get(key) ?? said);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
