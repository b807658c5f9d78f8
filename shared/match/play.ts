import { type Defender, LOOK_EVERY } from '../minds/defenders/defender.ts';
import { NO_METERS, projectBlue } from '../view/blue.ts';
import { glances } from '../view/glance.ts';
import type { BlueView } from '../view/view.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import type { Input } from './input.ts';
import { createMatch, isOver, type Match, stepMatch } from './match.ts';
import { offersFor } from './offers.ts';

/** A match that was played, what was fed in, and what a watcher noted each time it looked. */
export interface Played {
  readonly match: Match;
  readonly journal: ReadonlyMap<number, readonly Input[]>;
}

/**
 * Plays a whole match with one computer defender, and keeps its journal.
 * @param seats how many people the defender stands for: a team shares a team's hands
 * @param watch called with each view that the defender is given
 */
export function play(
  scenario: Scenario,
  seed: number,
  defender: Defender,
  { seats = 1, watch }: { seats?: number; watch?: (view: BlueView) => void } = {},
): Played {
  const match = createMatch(scenario, seed);
  const journal = new Map<number, Input[]>();
  // Whoever watches may keep what was seen; a defender reads it now, and mostly little of it.
  let whole: BlueView | null = null;
  const glance = glances();
  let n = 0;
  while (!isOver(match)) {
    const { world } = match;
    const inputs: Input[] = [];
    if (world.tick === 0) {
      for (let seat = 1; seat <= seats; seat += 1) {
        inputs.push({ kind: 'seat', seat, pilot: 'human' });
      }
    }
    if (world.tick % LOOK_EVERY === 0) {
      if (watch) whole = projectBlue(world, match.history, NO_METERS, whole);
      if (whole) watch?.(whole);
      const view = whole ?? glance(world, match.history);
      const wishes = defender(view, (subject) => offersFor(world, 1, subject));
      wishes.forEach((wish, i) => {
        n += 1;
        inputs.push({ kind: 'order', seat: 1 + (i % seats), n, ...wish });
      });
    }
    if (inputs.length > 0) journal.set(world.tick + 1, inputs);
    stepMatch(match, inputs);
  }
  return { match, journal };
}
