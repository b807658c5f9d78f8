import { atLevel } from '../../../shared/course/arrange.ts';
import { createMatch, isOver, stepMatch } from '../../../shared/match/match.ts';
import { persistent } from '../../../shared/minds/persistent.ts';
import { projectRed, type RedView } from '../../../shared/view/red/red.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import { rows } from '../../../shared/world/table.ts';
import { type Times, times } from './core.ts';

/** Ticks from one view that is decided on to the next. */
const EVERY = 50;
/** The first rounds are the compiler's. */
const WARMING = 2;

/**
 * What each attacker knows through a match that nobody defends, every ten seconds, with both hands free and
 * nothing left to think over: a decision each.
 */
export function decisionsOf(scenario: Scenario): RedView[] {
  const match = createMatch(atLevel(scenario, 'persistent'), 1);
  const views: RedView[] = [];
  while (!isOver(match)) {
    stepMatch(match, []);
    if (match.world.phase !== 'live' || match.world.tick % EVERY !== 0) continue;
    for (const { id } of rows(match.world.attackers)) {
      const view = projectRed(match.world, id);
      const memory = { ...view.memory, waitUntil: 0, doing: [] };
      // Notes go on being written in: what is decided on is what was known then.
      views.push(structuredClone({ ...view, busy: [], memory }));
    }
  }
  return views;
}

/** Times each of those decisions of the mind that plans furthest. */
export function measureDecisions(scenario: Scenario, rounds: number): Times {
  const views = decisionsOf(scenario);
  const samples: number[] = [];
  for (let round = 0; round < rounds + WARMING; round += 1) {
    for (const view of views) {
      const start = performance.now();
      persistent(view);
      if (round >= WARMING) samples.push(performance.now() - start);
    }
  }
  return times(samples);
}
