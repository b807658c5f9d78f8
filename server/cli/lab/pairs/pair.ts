import type { Defender } from '../../../../shared/minds/defenders/defender.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';

/**
 * A small world in which one of two alternatives is right. It is played as it stands, at the prices and
 * lengths of the design, once with each of the two.
 */
export interface Ground {
  /** What is so on it, in a few plain words. */
  readonly where: string;
  readonly world: ScenarioFile;
  /** Who plays it where the first alternative is chosen, and who where the second is: anew each time. */
  readonly first: () => Defender;
  readonly second: () => Defender;
}

/** Two defences that a player chooses between. */
export interface Pair {
  readonly id: string;
  /** The alternatives, in plain words. */
  readonly first: string;
  readonly second: string;
  /** Where the first is right, and where the second is. */
  readonly grounds: readonly [Ground, Ground];
}

export const definePair = (pair: Pair): Pair => pair;
