import { expect, test } from 'vitest';
import { soundFigures } from '../prove/figures.ts';
import { ask } from '../support/processes.ts';

const MATCHES = 150;

/** How long that many matches may take on a busy machine, in milliseconds. */
const LONGEST = 400_000;

test(
  'A9 whatever attackers order at random, nothing is harmed through what they do not hold',
  async () => {
    const { effects, unsound } = await ask('support/sound-part.ts', [MATCHES, 1], soundFigures);
    expect(unsound).toEqual([]);
    // It says something only where a good many of them came to something.
    const total = Object.values(effects).reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(MATCHES);
  },
  LONGEST,
);
