import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { debriefOf, makeDebrief } from '../../../shared/match/debrief/debrief.ts';
import { pointsBetween } from '../../../shared/match/debrief/prevention.ts';
import type { Input } from '../../../shared/match/input.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { play } from '../../../shared/match/play.ts';
import { replay } from '../../../shared/match/replay.ts';
import { type RaceLane, type Runner, raceOf } from '../../../shared/mechanics/technique/race.ts';
import { expert } from '../../../shared/minds/defenders/expert.ts';
import { idle } from '../../../shared/minds/defenders/idle.ts';
import { TECHNIQUES } from '../../../shared/world/machine/vm.ts';
import { redOf } from '../../support/red.ts';
import { eventsOf } from '../../support/worlds.ts';

const race = scenarios['the-race']!;
const images = new Map(race.images.map((image) => [image.name, image]));
const wished = race.people.flatMap((one) => (one.kind === 'wants-vm' ? [one.plan] : []));
const plans = [...race.vms, ...wished, ...race.catalogue.map(({ plan }) => plan)];

/** Every race that the scenario can ask for: each kind of guest on each of its hosts. */
const races = plans.flatMap(({ workload, image: name }) =>
  race.hosts.map((host): readonly RaceLane[] => {
    const image = images.get(name)!;
    const runner: Runner = { workload, image, devices: image.devices };
    return raceOf(race.deck, host, runner);
  }),
);

describe('the race', () => {
  test('every technique that there is can be chosen', () => {
    expect([...race.deck!.techniques].sort()).toEqual([...TECHNIQUES].sort());
  });

  test.each(TECHNIQUES)('%s is somewhere the best that fits', (technique) => {
    const best = races.filter((lanes) => lanes.find(({ right }) => right)?.technique === technique);
    expect(best.length).toBeGreaterThan(0);
  });

  test.each(TECHNIQUES)('%s is somewhere not the one to choose', (technique) => {
    const wrong = races.filter((lanes) => {
      const lane = lanes.find((one) => one.technique === technique)!;
      const best = lanes.find(({ right }) => right);
      return best !== undefined && best.technique !== technique && !(lane.right && lane === best);
    });
    expect(wrong.length).toBeGreaterThan(0);
  });

  test('somewhere the cheapest is not right, and somewhere only one runs at all', () => {
    expect(races.some(([first]) => first && first.misfit === null && !first.right)).toBe(true);
    expect(races.some((lanes) => lanes.filter(({ right }) => right).length === 1)).toBe(true);
  });

  test('nobody attacks: nothing is tried, nothing is lost, and isolation stays whole', () => {
    for (const defender of [idle, expert]) {
      const { match } = play(race, 7, defender);
      expect(eventsOf(match.history, 'act')).toEqual([]);
      expect(eventsOf(match.history, 'harm')).toEqual([]);
    }
  });

  test('its debrief says that nobody attacked, and is the same from its record', () => {
    const { match, journal } = play(race, 7, expert);
    const report = makeDebrief(match, journal);
    expect(report).toMatchObject({ attacked: false, harms: [], won: true });
    expect(report.held).toMatchObject({ attempts: 0, lines: [], luck: null });
    expect(report.minutes.map(([, isolation]) => isolation)).toEqual(
      report.minutes.map(() => 1000),
    );
    expect(debriefOf({ scenario: race, seed: 7, journal: [...journal] })).toEqual(report);
  });

  test('doing nothing is told by the bill: which VM, why, and the change that would have paid', () => {
    const { match, journal } = play(race, 7, idle);
    const { wastes } = makeDebrief(match, journal);
    expect(wastes).toHaveLength(3);
    for (const { cost, undone, count, price, better } of wastes) {
      expect(cost).toBeGreaterThan(1250);
      expect(undone).toBeGreaterThan(0);
      expect(Math.min(count, price)).toBeGreaterThan(0);
      expect(better!.cost).toBeLessThan(cost);
      expect(better!.points.total).toBeGreaterThan(0);
      // Run again with that order and nothing else, it is so.
      const input = { kind: 'order', seat: 1, n: 0, command: better!.command, args: better!.args };
      const again = replay({
        scenario: race,
        seed: 7,
        journal,
        acts: { from: 'minds' },
        extra: [{ tick: better!.tick, input: input as Input }],
      });
      expect(pointsBetween(match, again)).toEqual(better!.points);
    }
  });

  test('whoever looks for an attacker’s view finds an empty one', () => {
    const match = createMatch(race, 1);
    stepMatch(match, []);
    expect(redOf(match).tables.cards.filter(Boolean)).toEqual([]);
  });
});
