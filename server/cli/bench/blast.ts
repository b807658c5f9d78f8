import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { blastOf } from '../../../shared/view/blast/blast.ts';
import { seenWorld } from '../../../shared/view/blast/seen.ts';
import { NO_METERS, projectBlue } from '../../../shared/view/blue.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import { TICKS_PER_MINUTE } from '../../../shared/world/ids.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import { type Times, times } from './core.ts';

/** The first rounds are the compiler's. */
const WARMING = 2;

/** Times the blast radius of each VM, a minute into a match, as a cursor goes from one to the next. */
export function measureBlast(scenario: Scenario, rounds: number): Times {
  const match = createMatch(scenario, 1);
  while (match.world.tick < TICKS_PER_MINUTE) stepMatch(match, []);
  const view = projectBlue(match.world, match.history, NO_METERS, null);
  const samples: number[] = [];
  for (let round = 0; round < rounds + WARMING; round += 1) {
    const seen = seenWorld(view);
    for (const { id } of rowsOf(view, 'vms')) {
      const start = performance.now();
      blastOf(view, { kind: 'vm', id }, seen);
      if (round >= WARMING) samples.push(performance.now() - start);
    }
  }
  return times(samples);
}
