import type { SeatId } from '../ids.ts';

export type Pilot = 'human' | 'computer';

/** Whose table a seat is at: those who defend, or those who attack. */
export type Side = 'blue' | 'red';

export const ROLE_NAMES = ['operator', 'hypervisor', 'network', 'analyst'] as const;
export type Role = (typeof ROLE_NAMES)[number];

/**
 * A place at a table. Nicknames are the session's, never the world's: nothing personal enters the
 * simulation.
 */
export interface Seat {
  readonly id: SeatId;
  readonly side: Side;
  pilot: Pilot;
  /** What its defender may order: all of it, unless roles are locked. Attackers have none. */
  roles: readonly Role[];
  /** The highest order number that was admitted: a resend is not a repeat. */
  lastOrder: number;
}
