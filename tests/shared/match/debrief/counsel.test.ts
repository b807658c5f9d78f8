import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { counselOf } from '../../../../shared/match/debrief/counsel.ts';
import { makeDebrief } from '../../../../shared/match/debrief/debrief.ts';
import { play } from '../../../../shared/match/play.ts';
import { works } from '../../../../shared/match/worth.ts';
import { clerk } from '../../../../shared/minds/defenders/clerk.ts';
import { eventsOf } from '../../../support/worlds.ts';

const { match, journal } = play(scenarios['vacated-seat']!, 3, clerk);
const advice = counselOf(match, journal);

describe('what an expert would have ordered', () => {
  test('D1 is the same each time it is asked, in order, and nothing that was refused', () => {
    expect(counselOf(match, journal)).toEqual(advice);
    expect(advice.map(({ tick }) => tick)).toEqual(
      advice.map(({ tick }) => tick).sort((a, b) => a - b),
    );
    expect(advice.some(({ command }) => command === 'scrub-frames')).toBe(true);
  });

  test('A3 is always among what is tried: each order that counters a need of a harm', () => {
    const harms = eventsOf(match.history, 'harm');
    const debrief = makeDebrief(match, journal);
    let checked = 0;
    for (const { data, seq, tick } of harms) {
      const report = debrief.harms.find((harm) => harm.seq === seq)!;
      const told = report.needs.flatMap(({ preventions }) => preventions);
      const counters = data.needs.flatMap((need) => need.counters);
      // Two orders of the expert are tried, and what is proved already needs no second try.
      const [wanted] = counters.filter((counter) =>
        advice.some(
          (order) =>
            order.tick < tick &&
            order.command === counter.command &&
            JSON.stringify(order.args) === JSON.stringify(counter.args),
        ),
      );
      if (!wanted) continue;
      checked += 1;
      const tried = told.filter(
        ({ command, args }) =>
          command === wanted.command && JSON.stringify(args) === JSON.stringify(wanted.args),
      );
      expect([seq, wanted.command, tried.length]).not.toEqual([seq, wanted.command, 0]);
      expect(told.some(works)).toBe(true);
    }
    expect(checked).toBeGreaterThan(0);
  });
});
