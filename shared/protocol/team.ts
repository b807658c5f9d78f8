import type { Side } from '../world/people/seat.ts';

/** A team as everyone is told of it. */
export interface TeamState {
  /** From 1. Its name is in the catalogue: names.teams. */
  readonly id: number;
  /** The side it plays now: in a second half it is the other one. */
  readonly side: Side;
  /** The world it plays in, from 1. */
  readonly world: number;
}
