import { describe, expect, test } from 'vitest';
import { playWith, scenarioFor } from '../../../server/cli/lab/matches.ts';
import { commandInPlay } from '../../../shared/commands/deck.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { lecture, sectionsOf } from '../../../shared/course/lecture/registry.ts';
import type { Sign } from '../../../shared/course/lecture/section.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import type { Played } from '../../../shared/match/play.ts';
import { rows } from '../../../shared/world/table.ts';
import { rules as allRules } from '../../support/rules.ts';

const NAMES = Object.keys(scenarios);

/** Whether that was to be seen in a match. */
function isSeen(sign: Sign, { match: { history, world } }: Played): boolean {
  if ('runs' in sign) return [...rows(world.vms)].some((vm) => vm.technique === sign.runs);
  return history.some((event) => {
    if ('event' in sign) return event.kind === sign.event;
    if ('order' in sign) return event.kind === 'order' && event.data.command === sign.order;
    if (event.kind !== 'act-ended') return false;
    return event.data.attack === sign.done && event.data.outcome === 'done';
  });
}

/** Matches of one scenario: looked after and left alone, against either level, one seed after another. */
function* matchesOf(name: string): Generator<Played> {
  for (const seed of [1, 2, 3])
    for (const level of ['opportunist', 'crew', 'persistent'] as const)
      for (const who of ['expert', 'idle'])
        yield playWith({ scenario: scenarioFor(name, level), seats: 1 }, who, seed);
}

describe('every section of the lecture is played', () => {
  test('there is one row for each, from 2 to 29', () => {
    const numbers = lecture.map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 28 }, (_, i) => i + 2));
  });

  // Each rule is quoted by a test of its own: `rules.test.ts` sees to that.
  test('each rests on rules of the world', () => {
    const missing = lecture.flatMap(({ number, rules }) =>
      rules.filter((rule) => !allRules.includes(rule)).map((rule) => `§${number}: ${rule}`),
    );
    expect(missing).toEqual([]);
    expect(lecture.filter(({ rules }) => rules.length === 0)).toEqual([]);
  });

  test('each has a command that a scenario of it offers', () => {
    const missing = lecture.flatMap(({ number, commands: all, played }) =>
      all
        .filter((name) => {
          const command = commands.get(name);
          const offers = ({ scenario }: { scenario: string }): boolean => {
            const file = scenarios[scenario];
            return command !== undefined && file !== undefined && commandInPlay(file, command);
          };
          return !played.some(offers);
        })
        .map((name) => `§${number}: ${name}`),
    );
    expect(missing).toEqual([]);
    expect(lecture.filter(({ commands: all }) => all.length === 0)).toEqual([]);
  });

  test('every scenario plays some', () => {
    expect(NAMES.filter((name) => sectionsOf(name).length === 0)).toEqual([]);
    expect(lecture.filter(({ played }) => played.length === 0)).toEqual([]);
  });

  test.each(NAMES)('what it names is seen in matches of %s', (name) => {
    let left = lecture.flatMap(({ number, played }) =>
      played.filter(({ scenario }) => scenario === name).map(({ sign }) => ({ number, sign })),
    );
    for (const played of matchesOf(name)) {
      left = left.filter(({ sign }) => !isSeen(sign, played));
      if (left.length === 0) break;
    }
    expect(left).toEqual([]);
  });
});
