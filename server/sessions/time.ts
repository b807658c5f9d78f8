import { type Session, worldsOf } from './session.ts';

/** Lets the worlds of a session run as its time says. */
export function applyPace(session: Session): void {
  const held = session.time.kind !== 'running';
  for (const { match } of worldsOf(session)) match.setPace({ held, speed: session.speed });
}
