import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { makeDebrief } from '../../../shared/match/debrief/debrief.ts';
import type { Input } from '../../../shared/match/input.ts';
import { hashMatch } from '../../../shared/match/match.ts';
import { play } from '../../../shared/match/play.ts';
import { replay } from '../../../shared/match/replay.ts';
import { works } from '../../../shared/match/worth.ts';
import { clerk } from '../../../shared/minds/defenders/clerk.ts';
import { causesOf } from '../../../shared/world/causes.ts';
import type { EventOf } from '../../../shared/world/history.ts';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import { some } from '../../support/some.ts';
import { copyOf, eventsOf } from '../../support/worlds.ts';
import { type Played, rerun, sameHarm } from '../support/rerun.ts';

const scenario = scenarios['vacated-seat']!;
const SEEDS = [1, 2, 3];
const played = new Map<number, Played>(SEEDS.map((seed) => [seed, play(scenario, seed, clerk)]));

const harmsOf = ({ match }: Played): EventOf<'harm'>[] => eventsOf(match.history, 'harm');

/** Those that were read out of memory. */
const readOf = (one: Played): EventOf<'harm'>[] =>
  harmsOf(one).filter(({ data }) => data.attack === 'res-mem-unscrubbed');

/** The order that placed the VM which the harm was done from. */
function placing({ match }: Played, harm: EventOf<'harm'>): EventOf<'order'> {
  const placed = eventsOf(match.history, 'vm-placed').find(({ subjects }) =>
    subjects.includes(`vms/${harm.data.vm}`),
  )!;
  const order = eventsOf(match.history, 'order').find(({ seq }) => placed.causes.includes(seq));
  if (!order) throw new Error(`nobody ordered VM ${harm.data.vm}`);
  return order;
}

const isThat =
  ({ data }: EventOf<'order'>) =>
  (input: Input): boolean =>
    input.kind === 'order' &&
    input.command === data.command &&
    JSON.stringify(input.args) === JSON.stringify(data.args);

describe.each(SEEDS)('a match with seed %i in which the clerk plays', (seed) => {
  const was = played.get(seed)!;
  const { match, journal } = was;

  test('D1 the journal, run again with minds, gives the same hash and the same history', () => {
    const again = replay({ scenario: copyOf(scenario), seed, journal, acts: { from: 'minds' } });
    expect(hashMatch(again)).toEqual(hashMatch(match));
    expect(again.history).toEqual(match.history);
  });

  test('D1 with recorded acts and no change it gives the same, but for what only minds write', () => {
    const { history } = match;
    const again = replay({ scenario, seed, journal, acts: { from: 'record', history } });
    expect(again.history).toEqual(history);
    const [is, was_] = [hashMatch(again).parts, hashMatch(match).parts];
    expect(Object.keys(is).filter((part) => is[part] !== was_[part])).toEqual(['attackers']);
    const bare = (one: typeof match): unknown =>
      one.world.attackers.map((attacker) => attacker && { ...attacker, memory: null });
    expect(bare(again)).toEqual(bare(match));
    expect(hashMatch(rerun(was))).toEqual(hashMatch(again));
  });

  test('A3 some harm is done, and each leads back to an act and to what made it possible', () => {
    expect(harmsOf(was).length).toBeGreaterThan(1);
    for (const harm of harmsOf(was)) {
      const causes = causesOf(match.history, harm);
      const kinds = new Set(causes.map(({ kind }) => kind));
      for (const kind of [
        'act',
        'request-opened',
        'order',
        'vm-placed',
        'vm-running',
        'harm',
      ] as const) {
        expect([harm.seq, kind, kinds.has(kind)]).toEqual([harm.seq, kind, true]);
      }
      expect(causes.at(-1)).toBe(harm);
      expect(causes).toContain(placing(was, harm));
    }
  });

  test('A3 without the order that placed the VM, the harm is gone', () => {
    for (const harm of some(harmsOf(was))) {
      const order = placing(was, harm);
      const then = rerun(was, (tick, inputs) =>
        tick === order.tick ? inputs.filter((input) => !isThat(order)(input)) : inputs,
      );
      const again = sameHarm(then.history, harm);
      // What another VM reads later is another strike: this one is gone.
      expect(again === undefined || again.tick > harm.tick).toBe(true);
    }
  });

  test('A3 with the residue scrubbed beforehand, the harm is gone', () => {
    expect(readOf(was).length).toBeGreaterThan(0);
    for (const harm of readOf(was)) {
      const placed = placing(was, harm);
      const scrub: Input = {
        kind: 'order',
        seat: 1,
        n: 0,
        command: 'scrub-policy',
        args: { host: harm.data.host, policy: 'on-allocate' },
      };
      const tick = placed.tick - DEFAULT_PACE.policyLength;
      const then = rerun(was, (now, inputs) => (now === tick ? [scrub, ...inputs] : inputs));
      // The same data may still be read off a disk: that is another attack.
      const again = readOf({ match: then, journal: new Map() });
      expect(again.filter(({ data }) => data.asset === harm.data.asset)).toEqual([]);
    }
  });

  test('A3 without an order that came after the harm, the harm is as it was', () => {
    const harm = harmsOf(was)[0]!;
    const later = eventsOf(match.history, 'order').filter(({ tick }) => tick > harm.tick);
    expect(later.length).toBeGreaterThan(0);
    const then = rerun(was, (tick, inputs) => (tick > harm.tick ? [] : inputs));
    expect(sameHarm(then.history, harm)).toEqual(harm);
  });
});

describe.each(SEEDS.slice(0, 2))('the debrief of seed %i', (seed) => {
  const was = played.get(seed)!;
  const debrief = makeDebrief(was.match, was.journal);
  const found = debrief.harms.flatMap((harm) =>
    harm.needs.flatMap(({ need, preventions }) =>
      preventions.map((prevention) => ({ harm, need, prevention })),
    ),
  );

  test('A3 what it says of a prevention is so when it is run independently', () => {
    // Two that work are enough for each harm.
    expect(found.length).toBeGreaterThanOrEqual(2 * debrief.harms.length - 1);
    for (const { harm, prevention } of found) {
      const event = harmsOf(was).find(({ seq }) => seq === harm.seq)!;
      const { command, args } = prevention;
      const extra: Input = { kind: 'order', seat: 1, n: 0, command, args };
      const then = rerun(was, (tick, inputs) =>
        tick === prevention.tick ? [extra, ...inputs] : inputs,
      );
      const again = sameHarm(then.history, event);
      const sameWay = again?.data.attack === event.data.attack && again.data.vm === event.data.vm;
      const really = !again
        ? 'gone'
        : again.tick <= event.tick
          ? 'same'
          : sameWay
            ? 'later'
            : 'elsewhere';
      if (prevention.outcome !== 'refused') {
        expect([harm.seq, command, prevention.outcome]).toEqual([harm.seq, command, really]);
      }
    }
  });

  test('A3 an omission is tested by inserting its counter: each harm could have been prevented', () => {
    for (const harm of some(debrief.harms)) {
      expect(harm.needs.flatMap(({ preventions }) => preventions).some(works)).toBe(true);
    }
  });

  test('A3 every need of the attack is told, with facts that were true by the time of the harm', () => {
    for (const harm of some(debrief.harms)) {
      const needs = attacks.get(harm.attack)!.needs.map(({ id }) => id);
      expect(harm.needs.map(({ need }) => need)).toEqual(needs);
      for (const { facts, since } of harm.needs) {
        expect(since).toBe(Math.max(...facts.map((f) => f.since)));
        expect(since).toBeLessThan(harm.tick);
        for (const { seq } of facts.filter((f) => f.seq !== 0)) {
          expect(harmsOf(was).find((event) => event.seq === harm.seq)?.causes).toContain(seq);
        }
      }
    }
  });
});
