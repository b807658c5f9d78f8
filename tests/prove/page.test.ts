import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProofFigures } from './figures.ts';
import { failuresOf, pageOf } from './page.ts';

const sound: ProofFigures = {
  command: 'npm run prove -- --kills 2',
  kills: {
    matches: 1,
    kills: 2,
    answered: 90,
    unanswered: 3,
    frames: 200,
    slowestBackMs: 410.2,
    faults: [],
  },
  fuzz: {
    messages: 1000,
    answers: { ok: 300, 'protocol.malformed': 700 },
    orders: 40,
    ticks: 90,
    grewWithin: 1_200_000,
    grewBetween: -300_000,
    faults: [],
  },
  lab: [
    {
      scenario: 's',
      defender: 'expert',
      matches: 2,
      won: 2,
      mean: 900,
      lowest: 890,
      highest: 910,
      harms: 0,
    },
    {
      scenario: 's',
      defender: 'idle',
      matches: 2,
      won: 0,
      mean: 400,
      lowest: 390,
      highest: 410,
      harms: 6,
    },
  ],
};

describe('the page of proofs', () => {
  test('names its command and its sizes', () => {
    expect(failuresOf(sound)).toEqual([]);
    const page = pageOf(sound);
    expect(page).toContain('`npm run prove -- --kills 2`');
    expect(page).toMatch(/servers killed in the middle of a match +2 +-/);
    expect(page).toMatch(/s, expert: matches won +2 of 2 \(890 to 910\) +all/);
  });

  test.each<[string, ProofFigures]>([
    ['a fault beside a kill', { ...sound, kills: { ...sound.kills, faults: ['x'] } }],
    ['a class that waits', { ...sound, kills: { ...sound.kills, slowestBackMs: 3000 } }],
    ['a change by what was refused', { ...sound, fuzz: { ...sound.fuzz, faults: ['x'] } }],
    ['a leak', { ...sound, fuzz: { ...sound.fuzz, grewWithin: 9_000_000 } }],
    ['a leak', { ...sound, fuzz: { ...sound.fuzz, grewBetween: 9_000_000 } }],
    ['an expert who loses', { ...sound, lab: [{ ...sound.lab[0]!, won: 1 }] }],
    ['nothing done that wins', { ...sound, lab: [{ ...sound.lab[1]!, won: 1 }] }],
  ])('is not written for %s', (_, figures) => {
    expect(failuresOf(figures)).not.toEqual([]);
  });

  test('that is kept has the rows that are proved now', () => {
    const kept = readFileSync(resolve(import.meta.dirname, '../PROOF.md'), 'utf8');
    const named = /`(npm run prove[^`]*)`/.exec(kept)?.[1];
    expect(named).toBeDefined();
    const names = (page: string): string[] =>
      page.split('\n').flatMap((line) => /^([a-z][^`]*?) {2,}.* {2,}\S/.exec(line)?.[1] ?? []);
    const ours = names(pageOf({ ...sound, lab: [] }));
    expect(ours.length).toBeGreaterThan(10);
    expect(names(kept).slice(0, ours.length)).toEqual(ours);
  });
});
