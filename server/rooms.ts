import type { Audience } from '../shared/view/audience.ts';

/** Everyone in a session, whatever they may see of the world. */
export function sessionRoom(session: string): string {
  return `session:${session}`;
}

/** Everyone who gets the same frames of the same match. */
export function audienceRoom(match: string, audience: Audience): string {
  return `match:${match}:${audience}`;
}
