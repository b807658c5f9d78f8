import { describe, expect, test } from 'vitest';
import { attacks } from '../../../../shared/attacks/registry.ts';
import { commands } from '../../../../shared/commands/registry.ts';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { makeDebrief } from '../../../../shared/match/debrief/debrief.ts';
import { play } from '../../../../shared/match/play.ts';
import type { HarmReport, Prevention } from '../../../../shared/match/report.ts';
import { byWorth, works } from '../../../../shared/match/worth.ts';
import { idle } from '../../../../shared/minds/defenders/idle.ts';
import { harmStories, told } from '../../../support/harms.ts';
import { setups } from '../../../support/setups/registry.ts';

/** The answers to a harm that a reader sees, the first first: each command once. */
function answersTo(harm: HarmReport): Prevention[] {
  const found = harm.needs.flatMap(({ preventions }) => preventions).sort(byWorth);
  return found.filter(
    (one, i) => found.findIndex(({ command }) => command === one.command) === i && works(one),
  );
}

describe('what is tried against a harm', () => {
  test('A10 every attack of a family says what its headline is about, and that can be countered', () => {
    const silent = [...attacks.values()].filter(
      ({ family, headline = [] }) => family !== null && headline.length === 0,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
    for (const { id, needs, deeper = [], headline = [] } of attacks.values()) {
      const { turn, strike } = setups[id]!.setup();
      const countered = [...needs, ...deeper]
        .filter((need) => need.counters(turn.world, strike).length > 0)
        .map((need) => need.id);
      for (const need of headline) expect(countered).toContain(need);
    }
  });

  test('A10 every attack of a family has a story of how it comes to harm', () => {
    const families = [...attacks.values()].filter(({ family }) => family !== null);
    const told = Object.keys(harmStories);
    expect(told).toEqual(expect.arrayContaining(families.map(({ id }) => id)));
  });

  test.each(Object.entries(harmStories))(
    'A10 %s: what a careful operator would do is among the first two answers',
    (id, story) => {
      const bench = told(story);
      const { harms } = makeDebrief(bench.match, bench.journal);
      const harm = harms.at(-1);
      if (!harm) throw new Error('it came to no harm');
      // A step that is no harm itself is among the steps that led to it.
      expect(harm.needs.map(({ attack }) => attack)).toContain(id);
      const answers = answersTo(harm);
      const [first, second] = answers;
      for (const cure of story.cures) {
        expect([first?.command, second?.command]).toContain(cure);
      }
      const rough = answers.findIndex(({ lastResort }) => lastResort);
      const gentle = answers.slice(Math.max(0, rough)).filter(({ lastResort }) => !lastResort);
      if (rough >= 0) expect(gentle).toEqual([]);
    },
  );

  test('A10 in the first match that anyone plays, patching comes before stopping a VM', () => {
    const { match, journal } = play(scenarios['first-shift']!, 1, idle);
    const { harms } = makeDebrief(match, journal);
    const fall = harms.find(({ attack }) => attack === 'esc-floppy-venom');
    expect(fall && answersTo(fall).map(({ command }) => command)[0]).toBe('patch-host');
    for (const harm of harms) {
      const [best] = answersTo(harm);
      expect([harm.attack, best?.lastResort]).toEqual([harm.attack, false]);
    }
  });

  test('only stopping and destroying take a VM from its customer', () => {
    const last = [...commands.values()].filter(({ lastResort }) => lastResort);
    expect(last.map(({ name }) => name).sort()).toEqual(['destroy-vm', 'stop-vm']);
  });
});
