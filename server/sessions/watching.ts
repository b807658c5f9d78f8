import { type DeskLine, type Session, worldOf, worldsOf } from './session.ts';
import { teamsOf } from './teams.ts';

/**
 * Gives a desk's line the frames of what it looks into now, and no others: an instructor's a world
 * that they chose, a projector the one that it is given.
 */
export function watch(session: Session, { connection, as, world, eyes }: DeskLine): void {
  for (const { match } of worldsOf(session)) match.depart(connection);
  const slot = worldOf(session, as === 'console' ? world : session.projected);
  if (slot === undefined) return;
  const audience = as === 'projector' ? 'projector' : eyesOf(session, slot.id, eyes);
  slot.match.arrive({ place: null, audience, connection, has: -1 });
  if (as === 'console' && slot.report) connection.send('match:debrief', slot.report);
}

/** There are attackers' eyes only where people attack. */
function eyesOf({ settings, half }: Session, world: number, eyes: 'blue' | 'red'): 'blue' | 'red' {
  const isThere = teamsOf(settings, half).some(
    (team) => team.world === world && team.side === eyes,
  );
  return isThere ? eyes : 'blue';
}
