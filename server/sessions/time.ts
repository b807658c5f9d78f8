import type { Ends } from '../../shared/protocol/server.ts';
import { type Session, type WorldSlot, worldsOf } from './session.ts';

/** Lets the worlds of a session run as its time says. */
export function applyPace(session: Session): void {
  const held = session.time.kind !== 'running';
  for (const { match } of worldsOf(session)) match.setPace({ held, speed: session.speed });
}

/** Lets match time stand still or go on. */
export function setTime(session: Session, time: Session['time'], now: number): void {
  if (time.kind === 'running' && session.time.kind !== 'running') session.runsSince = now;
  session.time = time;
  applyPace(session);
}

/**
 * When Prepare and Live of a world end: as the instructor has moved them, though the tick that makes
 * it so may still have to come. So changes add up, and are told while time stands still.
 * @param tick up to which the world is known to whoever asks, and its row then
 */
export function endsOf({ moved }: WorldSlot, tick: number, row: Ends | null | undefined): Ends {
  if (moved !== null && tick <= moved.at) return moved;
  return { liveFrom: row?.liveFrom ?? 0, overAt: row?.overAt ?? 0 };
}

/** Ends that were moved, of worlds to which it has still to come. */
export function movedEnds(session: Session): readonly (Ends & { readonly world: number })[] {
  return worldsOf(session).flatMap(({ id, moved }) =>
    moved === null ? [] : [{ world: id, liveFrom: moved.liveFrom, overAt: moved.overAt }],
  );
}

/**
 * Forgets what has come about by now.
 * @returns whether that was anything
 */
export function settleMoved(session: Session): boolean {
  const come = worldsOf(session).filter(
    ({ match, moved }) => moved !== null && match.durable > moved.at,
  );
  for (const world of come) world.moved = null;
  return come.length > 0;
}
