import { describe, expect, test } from 'vitest';
import { attacks } from '../../../../shared/attacks/registry.ts';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { attemptsIn } from '../../../../shared/match/debrief/attempts.ts';
import { makeDebrief, outlineOf } from '../../../../shared/match/debrief/debrief.ts';
import { withoutOrder } from '../../../../shared/match/debrief/without.ts';
import type { Input } from '../../../../shared/match/input.ts';
import type { Match } from '../../../../shared/match/match.ts';
import { play } from '../../../../shared/match/play.ts';
import { Kept, replay } from '../../../../shared/match/replay.ts';
import type { GivenOrder, HeldLine, OtherHarm } from '../../../../shared/match/report.ts';
import { scoreOf } from '../../../../shared/match/score.ts';
import { expert } from '../../../../shared/minds/defenders/expert.ts';
import { told } from '../../../support/harms.ts';
import { Bench, eventsOf, hostileShop, tiny } from '../../../support/worlds.ts';
import { type Played, rerun } from '../../support/rerun.ts';

/** The match without one order, its attackers doing what they did: written without `replay`. */
const leftOut = (was: Played, order: GivenOrder): Match =>
  rerun(was, (tick, inputs) =>
    tick === order.tick ? inputs.filter((input) => !isThat(input, order)) : inputs,
  );

const isThat = (input: Input, { who, command, args }: GivenOrder): boolean =>
  input.kind === 'order' &&
  input.seat === who &&
  input.command === command &&
  JSON.stringify(input.args) === JSON.stringify(args);

const lostIn = ({ history }: Match, harm: OtherHarm): boolean =>
  eventsOf(history, 'harm').some(
    ({ tick, data }) =>
      tick === harm.tick && data.attack === harm.attack && data.vm === harm.vm && data.weight > 0,
  );

const totalOf = ({ history, world }: Match): number => scoreOf(history, world.pace, 'truth').total;

const SEEDS = [5, 6];
const WON = SEEDS.map((seed) => {
  const was = play(scenarios['first-shift']!, seed, expert);
  return { was, debrief: makeDebrief(was.match, was.journal) };
});

test('A3 the matches that are looked at have several orders to credit', () => {
  const lines = WON.flatMap(({ debrief }) => debrief.held.lines);
  expect(lines.filter(({ without }) => without !== null).length).toBeGreaterThan(2);
});

describe.each(WON)('the debrief of a match that the expert won', ({ was, debrief }) => {
  const { held } = debrief;
  const proved = held.lines.filter((line) => line.without !== null);

  test('A3 tells of every hostile act that came to nothing, once', () => {
    const attempts = attemptsIn(was.match.history);
    expect(attempts.length).toBeGreaterThan(1);
    expect(held.attempts).toBe(attempts.length);
    const ticks = held.lines.flatMap((line) => line.ticks).sort((a, b) => a - b);
    expect(ticks).toEqual(attempts.map(({ tick }) => tick));
    for (const { attack, need } of held.lines) {
      const needs = attacks.get(attack)!.needs.map(({ id }) => id);
      if (need !== '') expect(needs).toContain(need);
    }
  });

  test('A3 credits an order only if, run independently without it, that is lost', () => {
    expect(proved).not.toEqual([]);
    for (const { order, without } of proved) {
      if (order === null || without?.harm === null || without?.harm === undefined) continue;
      if (without.free) continue;
      const then = leftOut(was, order);
      expect([order.command, lostIn(then, without.harm)]).toEqual([order.command, true]);
      expect(lostIn(was.match, without.harm)).toBe(false);
      expect(without.points.total).toBe(totalOf(then) - totalOf(was.match));
    }
  });

  test('A3 where attackers are left free, that is what they go on to without it', () => {
    expect(proved).not.toEqual([]);
    const { match, journal } = was;
    const { scenario, seed } = match;
    for (const { order, without } of proved) {
      if (order === null || without?.harm === null || !without?.free) continue;
      const rest = new Map(
        [...journal].map(([tick, inputs]) => [
          tick,
          tick === order.tick ? inputs.filter((input) => !isThat(input, order)) : inputs,
        ]),
      );
      const then = replay({ scenario, seed, journal: rest, acts: { from: 'minds' } });
      expect([order.command, lostIn(then, without.harm!)]).toEqual([order.command, true]);
    }
  });

  test('A3 an order is told with its tick, and was done before what it stopped', () => {
    expect(proved).not.toEqual([]);
    for (const { order, ticks } of proved) {
      const given = eventsOf(was.match.history, 'order').filter(({ tick }) => tick === order?.tick);
      expect(given.map(({ data }) => data.command)).toContain(order?.command);
      for (const tick of ticks) expect(order?.done).toBeLessThanOrEqual(tick);
    }
  });

  test('A3 a needless order is one without which nothing more is lost and the score is higher', () => {
    const { needless } = held;
    if (needless === null) return;
    const { scenario, seed } = was.match;
    const rest = new Map(
      [...was.journal].map(([tick, inputs]) => [
        tick,
        tick === needless.order.tick
          ? inputs.filter((input) => !isThat(input, needless.order))
          : inputs,
      ]),
    );
    const then = replay({ scenario, seed, journal: rest, acts: { from: 'minds' } });
    expect(eventsOf(then.history, 'harm')).toEqual([]);
    expect(totalOf(then)).toBe(needless.total);
    expect(needless.total).toBeGreaterThan(totalOf(was.match));
  });

  test('D1 says the same each time, and at once what needs no second run', () => {
    expect(makeDebrief(was.match, was.journal).held).toEqual(held);
    const outline = outlineOf(was.match).held;
    expect(outline.attempts).toBe(held.attempts);
    expect(outline.lines.every(({ order, without }) => order === null && without === null)).toBe(
      true,
    );
  });
});

describe('who gets credit', () => {
  const line = (bench: Bench): HeldLine | undefined =>
    makeDebrief(bench.match, bench.journal).held.lines[0];

  test('A3 nobody where nothing was ordered: it was so from the beginning', () => {
    const bench = told({
      scenario: { attackers: [hostileShop] },
      steps: [
        { act: 'entry-tenant', wait: 10 },
        { order: 'create-vm', args: { request: 1, host: 1, technique: 'hvm' }, wait: 8 },
        { act: 'res-mem-unscrubbed', args: { vm: 1 } },
      ],
    });
    expect(line(bench)).toMatchObject({
      attack: 'res-mem-unscrubbed',
      need: 'foreign-residue',
      order: null,
      without: null,
      spare: 0,
    });
  });

  test('A3 nobody in a match of a few seconds in which nothing was tried', () => {
    const bench = new Bench(tiny({ attackers: [hostileShop], pace: { live: 15 } }));
    bench.run(15);
    const { held } = makeDebrief(bench.match, bench.journal);
    expect(held).toEqual({ attempts: 0, lines: [], luck: null, needless: null });
  });

  test('A3 who scrubbed, where the data would have been read', () => {
    const bench = told({
      scenario: {
        residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
        attackers: [hostileShop],
      },
      steps: [
        { order: 'scrub-frames', args: { host: 1 } },
        { act: 'entry-tenant', wait: 10 },
        { order: 'create-vm', args: { request: 1, host: 1, technique: 'hvm' }, wait: 8 },
        { act: 'res-mem-unscrubbed', args: { vm: 1 } },
      ],
    });
    const [scrub] = bench.events('order');
    expect(line(bench)).toMatchObject({
      attack: 'res-mem-unscrubbed',
      need: 'foreign-residue',
      order: { tick: scrub?.tick, who: 1, command: 'scrub-frames', args: { host: 1 } },
      without: { free: false, harm: { attack: 'res-mem-unscrubbed', asset: 'payment-keys' } },
    });
  });

  test('A3 no single order, where two stood in the way', () => {
    const bench = told({
      scenario: {
        residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
        attackers: [hostileShop],
      },
      steps: [
        { order: 'scrub-frames', args: { host: 1 } },
        { order: 'scrub-policy', args: { host: 1, policy: 'on-allocate' } },
        { act: 'entry-tenant', wait: 10 },
        { order: 'create-vm', args: { request: 1, host: 1, technique: 'hvm' }, wait: 8 },
        { act: 'res-mem-unscrubbed', args: { vm: 1 } },
      ],
    });
    const found = line(bench);
    expect(found).toMatchObject({ need: 'foreign-residue', order: null, without: null });
    expect(found?.spare).toBeGreaterThan(0);
  });

  test('A3 luck is told only of what works once somebody tries it', () => {
    const bench = told({
      scenario: {
        residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
        attackers: [hostileShop],
        pace: { live: 600 },
      },
      steps: [
        { act: 'entry-tenant', wait: 10 },
        { order: 'create-vm', args: { request: 1, host: 1, technique: 'hvm' }, wait: 8 },
      ],
    });
    const { luck } = makeDebrief(bench.match, bench.journal).held;
    expect(luck).toMatchObject({
      attack: 'res-mem-unscrubbed',
      harm: { kind: 'leak', asset: 'payment-keys' },
    });
    expect(luck?.points.total).toBeLessThan(0);
    expect(eventsOf(bench.history, 'harm')).toEqual([]);
  });
});

describe('leaving an order out', () => {
  test('J4 what was called off later is called off all the same, though jobs are counted anew', () => {
    const bench = new Bench(tiny({ pace: { live: 60 } }));
    bench.give('scrub-policy', { host: 1, policy: 'on-free' });
    bench.run(10);
    bench.give('scrub-policy', { host: 2, policy: 'on-free' });
    bench.give('cancel-job', { job: 2 });
    while (bench.world.phase !== 'over') bench.run(1);
    const { match, journal, history } = bench;
    const [first] = bench.events('order');
    const kept = new Kept(match.scenario, match.seed, journal);
    const rest = withoutOrder({ match, journal, kept }, first!)!;
    const then = replay({
      scenario: match.scenario,
      seed: match.seed,
      journal: rest,
      acts: { from: 'record', history },
    });
    const ended = (of: Match): unknown[] =>
      eventsOf(of.history, 'job-ended').map(({ data }) => [data.command, data.outcome]);
    expect(ended(match).slice(1)).toEqual(ended(then));
    expect(ended(then)).toContainEqual(['scrub-policy', 'cancelled']);
  });

  test('A3 watching strikes changes nothing of a match', () => {
    const was = play(scenarios['first-shift']!, 5, expert);
    const kept = new Kept(was.match.scenario, 5, was.journal);
    expect(kept.match.history).toEqual(was.match.history);
    // Each strike that is told of is one of an act of the match.
    expect(kept.missed.length).toBeGreaterThan(0);
    for (const { act, stamps } of kept.missed) {
      expect(was.match.history[act - 1]?.kind).toBe('act');
      for (const stamp of stamps) expect(stamp).toBeLessThanOrEqual(was.match.history.length);
    }
  });
});
