import { createMatch, isOver, stepMatch } from '../../../shared/match/match.ts';
import { play } from '../../../shared/match/play.ts';
import { defenders } from '../../../shared/minds/defenders/registry.ts';
import { NO_METERS, projectBlue } from '../../../shared/view/blue.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { type BlueView, difference } from '../../../shared/view/view.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';

/** Times of one thing, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly samples: number;
}

export interface CoreFigures {
  readonly tick: Times;
  /** Projecting the defenders' view and comparing it with the one before. */
  readonly difference: Times;
  /** Running a whole match again from its inputs. */
  readonly replay: Times;
}

/** How often a match is run again where nobody says otherwise; the first two are the compiler's. */
export const ROUNDS = 12;
const WARMING = 2;

/** Replays a match in which everything there is to do is done, and times each tick of it. */
export function measureCore(scenario: Scenario, rounds = ROUNDS): CoreFigures {
  const expert = defenders.get('expert');
  if (!expert) throw new Error('no defender to play with');
  const { journal } = play(scenario, 1, expert);
  const ticks: number[] = [];
  const differences: number[] = [];
  const replays: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const match = createMatch(scenario, 1);
    let view: BlueView | null = null;
    let whole = 0;
    while (!isOver(match)) {
      const inputs = journal.get(match.world.tick + 1) ?? [];
      const start = performance.now();
      stepMatch(match, inputs);
      const ticked = performance.now();
      const next: BlueView = projectBlue(match.world, match.history, NO_METERS, view);
      difference(BLUE_COLUMNS, view, next);
      const seen = performance.now();
      view = next;
      whole += ticked - start;
      if (round < WARMING) continue;
      ticks.push(ticked - start);
      differences.push(seen - ticked);
    }
    if (round >= WARMING) replays.push(whole);
  }
  return { tick: times(ticks), difference: times(differences), replay: times(replays) };
}

/** Median, 95th and 99th percentile. */
export function times(samples: number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.trunc(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), samples: sorted.length };
}
