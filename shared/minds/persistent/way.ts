import type { Prospect } from '../../world/people/known.ts';

/** The ticks that a way takes, and how much it tells of itself. */
export interface Length {
  readonly ticks: number;
  readonly noise: number;
}

/** A way to something: its acts in their order. */
export interface Path extends Length {
  readonly steps: readonly Prospect[];
}
