import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProofFigures } from './figures.ts';
import { countMutants, drawn, mutable } from './mutation/mutation.ts';
import { failuresOf, pageOf } from './page.ts';

const page = { seconds: 690, rounds: 240, stray: 3, spare: -2, grew: 900_000 };

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
  sound: { matches: 500, effects: { 'net-fw-drift': 12 }, unsound: [] },
  page,
  mutation: { mutate: 'shared/attacks/*.ts', mutants: 200, found: 141 },
  fairness: [{ what: 's: score of doing nothing', found: '300', bound: '< 550', holds: true }],
};

describe('the page of proofs', () => {
  test('names its command and its sizes', () => {
    expect(failuresOf(sound)).toEqual([]);
    const written = pageOf(sound);
    expect(written).toContain('`npm run prove -- --kills 2`');
    expect(written).toMatch(/servers killed in the middle of a match +2 +-/);
    expect(written).toMatch(/of them found by a test, % +70\.5 +≥ 70/);
    expect(written).toMatch(/s: score of doing nothing +300 +< 550/);
  });

  test('says so where no browser was there for a page', () => {
    const none = { ...sound, page: null };
    expect(failuresOf(none)).toEqual([]);
    expect(pageOf(none)).toMatch(/\*\*A page\.\*\* Not opened/);
    expect(pageOf(none)).not.toMatch(/a page was open/);
    expect(pageOf(sound)).toMatch(/through which a page was open +690/);
  });

  test.each<[string, ProofFigures]>([
    ['a fault beside a kill', { ...sound, kills: { ...sound.kills, faults: ['x'] } }],
    ['a class that waits', { ...sound, kills: { ...sound.kills, slowestBackMs: 3000 } }],
    ['a change by what was refused', { ...sound, fuzz: { ...sound.fuzz, faults: ['x'] } }],
    ['a leak', { ...sound, fuzz: { ...sound.fuzz, grewWithin: 9_000_000 } }],
    ['a leak', { ...sound, fuzz: { ...sound.fuzz, grewBetween: 9_000_000 } }],
    ['an effect out of nothing', { ...sound, sound: { ...sound.sound, unsound: ['x'] } }],
    ['attackers who do nothing', { ...sound, sound: { ...sound.sound, effects: {} } }],
    ['mistakes that nobody finds', { ...sound, mutation: { ...sound.mutation, found: 139 } }],
    ['no mistakes at all', { ...sound, mutation: { mutate: '', mutants: 0, found: 0 } }],
    ['a page that keeps what it showed', { ...sound, page: { ...page, stray: 41 } }],
    ['a page that keeps listening', { ...sound, page: { ...page, spare: 41 } }],
    ['a page that grows', { ...sound, page: { ...page, grew: 9_000_000 } }],
    ['a page that was shut early', { ...sound, page: { ...page, seconds: 500 } }],
    ['what is not fair', { ...sound, fairness: [{ ...sound.fairness[0]!, holds: false }] }],
  ])('is not written for %s', (_, figures) => {
    expect(failuresOf(figures)).not.toEqual([]);
  });

  test('counts a mutant as found only if a test failed', () => {
    const statuses = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError'];
    const mutants = statuses.map((status) => ({ status }));
    const text = JSON.stringify({
      files: { a: { mutants }, b: { mutants: [{ status: 'Killed' }] } },
    });
    expect(countMutants(text)).toEqual({ mutants: 5, found: 3 });
  });

  test('draws files for its mistakes by the commit, and each of them once', () => {
    const all = mutable();
    expect(all).toContain('shared/attacks/needs/network.ts');
    expect(all).toContain('shared/mechanics/promises.ts');
    expect(drawn(all, 100).sort()).toEqual(all);
    const some = drawn(all, 20);
    expect(some).toEqual(drawn([...all].reverse(), 20));
    expect(some.length).toBe(Math.ceil(all.length / 5));
    expect(new Set(some).size).toBe(some.length);
  });

  test('that is kept has the rows that are proved now', () => {
    const kept = readFileSync(resolve(import.meta.dirname, '../PROOF.md'), 'utf8');
    const named = /`(npm run prove[^`]*)`/.exec(kept)?.[1];
    expect(named).toBeDefined();
    const names = (text: string): string[] =>
      text.split('\n').flatMap((line) => /^([a-z][^`]*?) {2,}.* {2,}\S/.exec(line)?.[1] ?? []);
    // Whether a browser was there when it was written is the page's own to say.
    const opened = kept.includes('through which a page was open') ? page : null;
    const ours = names(pageOf({ ...sound, page: opened, fairness: [] }));
    expect(ours.length).toBeGreaterThan(10);
    expect(names(kept).slice(0, ours.length)).toEqual(ours);
  });
});
