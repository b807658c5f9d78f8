import { expect, test } from 'vitest';
import { z } from 'zod';
import { finding } from '../prove/figures.ts';
import { ask } from '../support/processes.ts';
import { MEASURES, type Measure } from './bands.ts';

/** How long one measure may take on a busy machine, in milliseconds. */
const LONGEST = 600_000;

/** Takes the measures of one part as they are taken beside every change, each as a test. */
export function testMeasures(part: Measure['part']): void {
  const taken = [...MEASURES.entries()].filter(([, one]) => one.part === part && !one.long);
  test.each(taken.map(([index, { title }]) => [title, index] as const))(
    '%s',
    async (_, index) => {
      const found = await ask('fairness/one-measure.ts', [index], z.array(finding).min(1));
      const missed = found.filter(({ holds }) => !holds);
      expect(missed.map(({ what, found, bound }) => `${what}: ${found}, not ${bound}`)).toEqual([]);
    },
    LONGEST,
  );
}
