import type { SeatId } from './ids.ts';

export type Pilot = 'human' | 'computer';

/**
 * A place at the defenders' table. Nicknames are the session's, never the world's: nothing personal
 * enters the simulation.
 */
export interface Seat {
  readonly id: SeatId;
  pilot: Pilot;
  /** The highest order number that was admitted: a resend is not a repeat. */
  lastOrder: number;
}
