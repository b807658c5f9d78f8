import type { SeatState } from '../../../shared/protocol/server.ts';
import type { Game } from './game.ts';

type Hands = NonNullable<SeatState['hands']>;

/**
 * The hands to tell of: one's own; where one only looks on, those of the whole side.
 * @returns `null` for whoever has come while time stood still, and is in the world with the next tick
 */
export function handsShown({ watching, seat }: Pick<Game, 'watching' | 'seat'>, side: Hands) {
  return watching ? side : (seat.value?.hands ?? null);
}
