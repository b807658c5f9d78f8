import { describe, expect, test } from 'vitest';
import { playKilled } from './kills.ts';

/** How long a class may wait after the server's address is printed. */
const BACK_MS = 3000;

describe('a server that is killed in the middle of a match', () => {
  test.each([
    [1, 3],
    [2, 2],
  ])(
    'loses nothing that it has answered, and shows nothing that is taken back (seed %i, %i kills)',
    async (seed, kills) => {
      const report = await playKilled(seed, kills);
      expect(report.faults).toEqual([]);
      expect(report.backMs).toHaveLength(kills);
      expect(Math.max(...report.backMs)).toBeLessThan(BACK_MS);
      // That something was there to be lost.
      expect(report.answered).toBeGreaterThan(10 * kills);
      expect(report.frames).toBeGreaterThan(5 * kills);
    },
    120_000,
  );
});
