import { expect, test } from 'vitest';
import { injectionText, targetText } from '../../../client/screens/console/words.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { injectionsOf } from '../../../shared/match/injections.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';

test.each(Object.keys(scenarios))(
  'X5 what an instructor could put in says what it is about, and no two say the same: %s',
  (name) => {
    const match = createMatch(scenarios[name]!, 1);
    for (let tick = 1; tick <= 900; tick += 1) {
      stepMatch(match, []);
      if (![1, 300, 900].includes(tick)) continue;
      const events = injectionsOf(match).filter(({ kind }) => kind === 'event');
      for (const language of LANGUAGES) {
        const say = createSpeaker(catalogue, language);
        const said = events.map((one) =>
          [injectionText(say, one), targetText(say, one)].join(': '),
        );
        for (const one of said) expect(one).toMatch(/\S: \S/);
        expect(new Set(said).size).toBe(said.length);
      }
    }
  },
);
