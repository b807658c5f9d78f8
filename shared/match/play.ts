import type { Defender } from '../minds/defenders/defender.ts';
import { projectBlue } from '../view/blue.ts';
import type { BlueView } from '../view/view.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import type { Input } from './input.ts';
import { createMatch, isOver, type Match, stepMatch } from './match.ts';

const METERS = { fidelity: 1000, isolation: 1000, performance: 1000, score: 1000, minutes: [] };

/** Plays a whole match with one computer defender in seat 1, and keeps its journal. */
export function play(
  scenario: Scenario,
  seed: number,
  defender: Defender,
): { readonly match: Match; readonly journal: Map<number, Input[]> } {
  const match = createMatch(scenario, seed);
  const journal = new Map<number, Input[]>();
  let view: BlueView | null = null;
  let n = 0;
  while (!isOver(match)) {
    view = projectBlue(match.world, match.history, METERS, view);
    const inputs: Input[] = defender(view).map((wish) => {
      n += 1;
      return { kind: 'order', seat: 1, n, ...wish };
    });
    if (match.world.tick === 0) inputs.unshift({ kind: 'seat', seat: 1, pilot: 'human' });
    if (inputs.length > 0) journal.set(match.world.tick + 1, inputs);
    stepMatch(match, inputs);
  }
  return { match, journal };
}
