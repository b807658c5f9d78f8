import { hashValue } from '../../shared/world/hash.ts';
import { type Seat, type Session, worldOf } from './session.ts';
import { teamOf } from './teams.ts';

/** The match in which a seat has its place, or `null` when it has none. */
export function matchOf(session: Session, seat: Seat): string | null {
  const team = teamOf(session, seat.team);
  const world = team && worldOf(session, team.world);
  return world === undefined || seat.place === 0 ? null : world.match.id;
}

/**
 * A number for a place in a match: another one for every other place and every other match. Orders
 * carry it, since one that was given in one match must not be done in the next.
 */
export function placeKeyOf(session: Session, seat: Seat): number {
  const match = matchOf(session, seat);
  if (match === null) return 0;
  return Number.parseInt(hashValue([match, seat.place]).slice(0, 7), 16);
}
