import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { MIND_NAMES } from '../../shared/world/people/attacker.ts';
import { type Helper, openHelper } from '../support/processes.ts';
import { MEASURES, type Measure } from './bands.ts';
import { type FairnessRow, finding } from './finding.ts';
import { heldOut } from './held-out.ts';

/** How long one measure may take on a busy machine, in milliseconds. */
const LONGEST = 600_000;

/** Each level adds as many pairings again: of more of them a smaller part is measured, in the same time. */
const PART = 2 * MIND_NAMES.length;

/**
 * Beside a change a part of the pairings are measured, others for each commit: that a change breaks one is found
 * within a few commits, and `prove` measures all of them.
 */
function isDrawn({ title }: Measure): boolean {
  const [pairing = ''] = title.split(':');
  const [seed = 0] = heldOut(`measured: ${pairing}`, 1);
  return seed % PART === 0;
}

/** Takes the measures of one part as they are taken beside every change, each as a test. */
export function testMeasures(part: Measure['part']): void {
  let helper: Helper<FairnessRow[]>;
  beforeAll(() => {
    helper = openHelper('fairness/measures.ts', [0], z.array(finding).min(1));
  });
  afterAll(() => helper.end());

  const due = [...MEASURES.entries()].filter(([, one]) => one.part === part && !one.long);
  // What is asked of single scenarios is asked each time.
  const taken = part === 'novice' ? due : due.filter(([, one]) => isDrawn(one));
  test('are there to be drawn from', () => {
    expect(due.length).toBeGreaterThan(taken.length / 2);
  });
  test.each(taken.map(([index, { title }]) => [title, index] as const))(
    '%s',
    async (_, index) => {
      const found = await helper.ask(index);
      const missed = found.filter(({ holds }) => !holds);
      expect(missed.map((one) => `${one.what}: ${one.found}, not ${one.bound}`)).toEqual([]);
    },
    LONGEST,
  );
}
