import { expect, test } from 'vitest';
import { whyText } from '../../../client/screens/debrief/report-words.ts';
import { atLevel } from '../../../shared/course/arrange.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { outlineOf } from '../../../shared/match/debrief/debrief.ts';
import { play } from '../../../shared/match/play.ts';
import { idle } from '../../../shared/minds/defenders/idle.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';

/** Between them something is waited for, given up and reached. */
const PLAYED = ['vacated-seat', 'device-bay', 'moving-in', 'inherited-room'] as const;

test('A144 whatever a persistent mind decided is said in the debrief, in either language', () => {
  const said: string[] = [];
  const thoughts = new Set<string>();
  for (const name of PLAYED) {
    const { match } = play(atLevel(scenarios[name]!, 'persistent'), 1, idle);
    for (const mark of outlineOf(match).timeline.filter(({ kind }) => kind === 'act')) {
      for (const thought of String(mark.facts.before ?? '').split(',')) thoughts.add(thought);
      thoughts.add(String(mark.facts.reason));
      said.push(...LANGUAGES.map((language) => whyText(createSpeaker(catalogue, language), mark)));
    }
  }
  expect(
    said.filter((text) => text === '' || /reports\.|attacks\.|undefined|\{/.test(text)),
  ).toEqual([]);
  const expected = ['goal-loot', 'goal-lost', 'goal-reached', 'plan-failed', 'towards-loot'];
  expect([...thoughts]).toEqual(expect.arrayContaining([...expected, 'waits-for-vm', 'meanwhile']));
});
