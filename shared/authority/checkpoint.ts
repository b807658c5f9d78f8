import type { Match } from '../match/match.ts';
import type { GameEvent } from '../world/history.ts';
import type { LossBook } from '../world/losses.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import type { World } from '../world/world.ts';
import type { Answer, Checkpoint } from './contract.ts';

/** What is found of a match: its latest state, and the lists of events up to it, in order. */
export interface Found {
  readonly tick: number;
  readonly state: string;
  readonly events: readonly string[];
}

interface State {
  readonly world: World;
  readonly losses: LossBook;
  readonly answers: readonly Answer[];
}

/** @param from number of events that were kept before */
export function keep(match: Match, answers: readonly Answer[], from: number): Checkpoint {
  const state: State = { world: match.world, losses: match.losses, answers };
  return {
    tick: match.world.tick,
    state: JSON.stringify(state),
    events: JSON.stringify(match.history.slice(from)),
  };
}

/**
 * The match as it was kept, and the answers that its orders had been given.
 * @throws if the events are not those that led to that state: going on would tell another story
 */
export function findAgain(
  scenario: Scenario,
  seed: number,
  found: Found,
): { readonly match: Match; readonly answers: readonly Answer[] } {
  const { world, losses, answers } = JSON.parse(found.state) as State;
  const history = found.events.flatMap((list) => JSON.parse(list) as GameEvent[]);
  if (history.length !== world.history.length) {
    throw new Error(`${history.length} events of ${world.history.length} at tick ${world.tick}`);
  }
  return { match: { scenario, seed, world, history, losses }, answers };
}
