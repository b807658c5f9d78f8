import type { SeatId } from '../world/ids.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/** The seat that the computer orders from there: nobody's. */
export const STAND_IN = 0 as SeatId;

/**
 * Whether people attack here and nobody defends: then the computer does, until somebody comes
 * (rule A56).
 */
export function isUnattended({ seats }: Pick<ReadonlyWorld, 'seats'>): boolean {
  const attacked = seats.some((seat) => seat?.side === 'red');
  return attacked && !seats.some((seat) => seat?.side === 'blue' && seat.pilot === 'human');
}

/** Whether people attack here themselves: then no mind does it for them. */
export function peopleAttack({ seats }: Pick<ReadonlyWorld, 'seats'>): boolean {
  return seats.some((seat) => seat?.side === 'red' && seat.pilot === 'human');
}
