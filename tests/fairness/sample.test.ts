import { describe, expect, test } from 'vitest';
import { some } from '../support/some.ts';
import { contentOf, heldOut, seedsFrom } from './held-out.ts';
import { type Band, judge, matchesFor, riskOf } from './sample.ts';

const BANDS: readonly (readonly [name: string, band: Band, matches: number])[] = [
  ['40 to 65 %', { low: 40, high: 65 }, 170],
  ['80 % and more', { low: 80, high: 100 }, 100],
  ['90 % and more', { low: 90, high: 100 }, 210],
];

describe.each(BANDS)('a band from %s', (_, band, matches) => {
  const middle = (band.low + band.high) / 2;

  test('is judged by so many matches that its middle fails less than once in a thousand', () => {
    expect(matchesFor(band)).toBe(matches);
    expect(riskOf(matches, middle, band)).toBeLessThan(1 / 1000);
    expect(riskOf(matches / 2, middle, band)).toBeGreaterThan(1 / 1000);
  });

  test('is missed by who is well outside it', () => {
    expect(riskOf(matches, band.low - 12, band)).toBeGreaterThan(0.99);
  });

  test('is kept at its ends, and missed one match further', () => {
    const least = Math.ceil((band.low * matches) / 100);
    const most = Math.floor((band.high * matches) / 100);
    const play = (wins: number) => judge(band, (i) => i < wins, true);
    expect([least, most].map((wins) => play(wins).holds)).toEqual([true, true]);
    expect(play(least - 1).holds).toBe(false);
    expect(play(most + 1).holds).toBe(most === matches);
  });
});

describe('a judgement', () => {
  test('ends as soon as it can be no other', () => {
    expect(judge({ low: 90, high: 100 }, () => false)).toEqual({
      wins: 0,
      matches: 22,
      holds: false,
    });
    expect(judge({ low: 40, high: 65 }, () => true)).toMatchObject({ wins: 111, holds: false });
  });

  test('believes who wins the first dozen, unless it is to look long', () => {
    expect(judge({ low: 90, high: 100 }, () => true).matches).toBe(12);
    expect(judge({ low: 90, high: 100 }, () => true, true).matches).toBe(210);
    expect(judge({ low: 90, high: 100 }, (i) => i !== 5).matches).toBe(210);
  });

  test('believes who is well inside a band with two ends, unless it is to look long', () => {
    const half = (i: number): boolean => i % 2 === 0;
    expect(judge({ low: 40, high: 65 }, half)).toEqual({ wins: 30, matches: 60, holds: true });
    expect(judge({ low: 40, high: 65 }, half, true).matches).toBe(170);
    // 60 % lie in the band, but not well inside it.
    expect(judge({ low: 40, high: 65 }, (i) => i % 5 < 3).matches).toBe(170);
    expect(judge({ low: 40, high: 65 }, (i) => i < 60 && i % 5 < 3).matches).toBe(62);
  });

  test('never fails where everything is allowed, and always where nothing is', () => {
    const sum = [10, 30, 70].map((share) => riskOf(40, share, { low: 0, high: 100 }));
    expect(sum).toEqual([0, 0, 0]);
    expect(riskOf(40, 50, { low: 101, high: 102 })).toBeCloseTo(1);
  });
});

describe('seeds that are held out', () => {
  test('are others for each commit and each purpose, and always the same', () => {
    const print = 'a'.repeat(40);
    const seeds = seedsFrom(print, 'idle', 300);
    expect(seedsFrom(print, 'idle', 300)).toEqual(seeds);
    expect(new Set(seeds).size).toBe(300);
    const shares = (other: number[]): number => other.filter((one) => seeds.includes(one)).length;
    expect(shares(seedsFrom('b'.repeat(40), 'idle', 300))).toBe(0);
    expect(shares(seedsFrom(print, 'expert', 300))).toBe(0);
  });

  test('are none that anyone tunes with', () => {
    for (const seed of some(heldOut('idle', 300))) {
      expect(Number.isSafeInteger(seed) && seed > 999_999 && seed < 2 ** 31).toBe(true);
    }
  });

  test('come from the sources where there is no commit', () => {
    const root = new URL('../..', import.meta.url).pathname;
    expect(contentOf(root)).toMatch(/^[0-9a-f]{64}$/);
    expect(contentOf(root)).toBe(contentOf(root));
    expect(() => contentOf('/nowhere')).toThrow();
  });
});
