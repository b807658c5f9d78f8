import { expect, test } from 'vitest';
import { momentText } from '../../../client/screens/console/words.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { momentsOf } from '../../../shared/match/moments.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import type { MomentKind } from '../../../shared/view/moment.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';
import { SIDES } from '../../support/pinned/sides.ts';

/** Someone who does much well, people who press anything, and nobody: what they bring about differs. */
const PLAYED = ['expert, crew', 'people on both sides', 'idle, opportunist'] as const;

test('X5 every moment of a match is said whole, in either language', () => {
  const met = new Set<MomentKind>();
  // Moments are of attacks, and of what was done about them.
  for (const scenario of Object.values(scenarios).filter((one) => one.attackers.length > 0)) {
    for (const side of PLAYED) {
      for (const moment of momentsOf(SIDES[side]!(scenario), 0)) {
        met.add(moment.kind);
        for (const language of LANGUAGES) {
          const said = momentText(createSpeaker(catalogue, language), moment);
          expect(said).not.toMatch(
            /\{|\b(?:names|commands|attacks|ui)\.|undefined|· *[”"]|[“"] *[”"]/,
          );
        }
      }
    }
  }
  expect([...met].sort()).toEqual(['closed', 'evicted', 'found-late', 'harm', 'held', 'own-door']);
}, 240_000);
