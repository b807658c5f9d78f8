import { NO_METERS, projectBlue } from '../view/blue.ts';
import { isUnattended } from '../view/unattended.ts';
import type { Turn } from '../world/turn.ts';
import type { Look } from './defenders/defender.ts';
import { NOVICE_PACE, noviceWishes } from './defenders/novice.ts';

/**
 * Plays for the defenders where people attack and nobody defends (rule A56): from the defenders' view,
 * as someone in their first matches, with the hands of one. What it wants waits in the world for the
 * next tick, so that a re-run decides the same.
 * @param look what could be ordered about something, by nobody's seat
 */
export function standIn({ world, history }: Turn, look: Look): void {
  if (world.tick % NOVICE_PACE !== 0 || !isUnattended(world)) return;
  const turn = Math.trunc(world.tick / NOVICE_PACE);
  world.wishes = [...noviceWishes(projectBlue(world, history, NO_METERS, null), look, turn)];
}
