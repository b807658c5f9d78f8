import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../../client/state/desk/csv.ts';
import { resultRows } from '../../../../client/state/desk/results.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../shared/text/speak.ts';
import { deskState, person, summary } from '../../support/desk-fixture.ts';

describe('results for a spreadsheet', () => {
  const desk = {
    ...deskState({
      phase: 'debrief',
      roster: [person(1, { nickname: '=1+1' }), person(2, { team: 2 })],
    }),
    worlds: [summary(1, { result: { total: 640, harms: 3 } }), summary(2)],
  };

  test('are a row a world, with the truth where it is known, in the language of the desk', () => {
    for (const [language, world] of [
      ['ko', '세계'],
      ['en', 'World'],
    ] as const) {
      const [titles, first, second] = resultRows(createSpeaker(catalogue, language), desk);
      expect(titles?.[0]).toBe(world);
      expect(first?.slice(2)).toEqual(['=1+1', 640, 950, 900, 880, 3, '']);
      expect(second?.slice(2)).toEqual(['p2', 900, 950, 900, 880, 0, '']);
    }
  });

  test('a nickname that begins like a formula is text in the file', () => {
    expect(csvOf(resultRows(createSpeaker(catalogue, 'en'), desk))).toContain(",'=1+1,");
  });
});
