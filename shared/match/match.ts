import { hashWorld, type WorldHash } from '../world/hash.ts';
import type { GameEvent } from '../world/history.ts';
import { emptyBook, type LossBook } from '../world/losses.ts';
import { build } from '../world/scenario/build.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import type { World } from '../world/world.ts';
import type { Input } from './input.ts';
import type { Outcome } from './inputs.ts';
import { type TickOptions, tick } from './tick.ts';

/** One world in time: its state, and the history that grew beside it. */
export interface Match {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly world: World;
  readonly history: GameEvent[];
  readonly losses: LossBook;
}

/** The inputs of each tick that had any, in the order they were taken. */
export type Journal = ReadonlyMap<number, readonly Input[]>;

/** All that a match is made from: run again, it gives the same match. Plain data, fit to be stored. */
export interface MatchRecord {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly journal: readonly (readonly [tick: number, inputs: readonly Input[]])[];
}

export function createMatch(scenario: Scenario, seed: number): Match {
  return { scenario, seed, world: build(scenario, seed), history: [], losses: emptyBook() };
}

/** Runs one tick in place. Nothing happens any more once the match is over. */
export function stepMatch(
  match: Match,
  inputs: readonly Input[],
  options: TickOptions = { think: true },
): Outcome[] {
  return match.world.phase === 'over' ? [] : tick(match, inputs, options);
}

export function isOver(match: Match): boolean {
  return match.world.phase === 'over';
}

export function hashMatch(match: Match): WorldHash {
  return hashWorld(match.world);
}
