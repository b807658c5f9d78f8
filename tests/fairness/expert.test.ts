import { describe, expect, test } from 'vitest';
import {
  expertWins,
  familiesMatter,
  idleLoses,
  missed,
  paceIsRight,
  tellsInTime,
} from './bands.ts';
import { PAIRINGS, TEAM_PAIRINGS } from './bouts.ts';

const MINUTES = 60_000;

describe.each(PAIRINGS.map((pairing) => [pairing.title, pairing] as const))('%s', (_, pairing) => {
  test('doing nothing loses', () => {
    expect(missed([idleLoses(pairing, 'short')])).toEqual([]);
  });

  test(
    'the expert keeps the contract',
    () => {
      expect(missed([expertWins(pairing, 'short')])).toEqual([]);
    },
    10 * MINUTES,
  );

  test(
    'leaving a family of defence out costs harm of that family',
    () => {
      expect(missed(familiesMatter(pairing, 'short'))).toEqual([]);
    },
    10 * MINUTES,
  );

  test('who watches is told before it bites', () => {
    expect(missed([tellsInTime(pairing, 'short')])).toEqual([]);
  });
});

describe.each(TEAM_PAIRINGS.map((one) => [one.title, one] as const))('a team in %s', (_, one) => {
  test('has its hands half full, enough to decide, and is never idle long', () => {
    expect(missed(paceIsRight(one, 'short'))).toEqual([]);
  });
});
