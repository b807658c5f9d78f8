import type { Audience } from '../shared/view/audience.ts';

/** Everyone in a session, whatever they may see of the world: players, desks and projectors. */
export function sessionRoom(session: string): string {
  return `session:${session}`;
}

/** The players of one team. */
export function teamRoom(session: string, team: number): string {
  return `team:${session}:${team}`;
}

/** An instructor's desks, or the projectors. */
export function deskRoom(session: string, as: 'console' | 'projector'): string {
  return `${as}:${session}`;
}

/** Everyone who gets the same frames of the same match. */
export function audienceRoom(match: string, audience: Audience): string {
  return `match:${match}:${audience}`;
}
