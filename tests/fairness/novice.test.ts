import { describe, expect, test } from 'vitest';
import { MIND_NAMES } from '../../shared/world/attacker.ts';
import {
  firstTellsApart,
  missed,
  noviceAgainstCrew,
  noviceWinsFirst,
  spamIsNone,
} from './bands.ts';
import { TEAM_PAIRINGS } from './bouts.ts';

const MINUTES = 60_000;

describe('the novice', () => {
  test('wins a first shift', () => {
    expect(missed([noviceWinsFirst('short')])).toEqual([]);
  });

  test(
    'does less well in a first shift than the expert',
    () => {
      expect(missed(firstTellsApart('short'))).toEqual([]);
    },
    2 * MINUTES,
  );

  test(
    'wins half of its matches against the crew',
    () => {
      expect(missed([noviceAgainstCrew('short')])).toEqual([]);
    },
    10 * MINUTES,
  );
});

/** Where a defence comes furthest: against who looks least far. All levels are proved at length. */
const EASIEST = TEAM_PAIRINGS.filter(({ level }) => level === MIND_NAMES[0]);

describe.each(EASIEST.map((one) => [one.title, one] as const))('%s', (_, one) => {
  test(
    'no command alone is a defence',
    () => {
      expect(missed([spamIsNone(one, 'short')])).toEqual([]);
    },
    10 * MINUTES,
  );
});
