import { rowsOf } from '../../view/reading.ts';
import type { BlueView } from '../../view/view.ts';
import { answers } from './clerk.ts';
import { type Defender, LOOK_EVERY, type Look, type Wish } from './defender.ts';
import { DUTIES, sensible } from './duties/registry.ts';
import { settled } from './duties/response.ts';
import { freeHands } from './reading.ts';

/** Ticks from one thing that a person does to the next: reading, finding the place, deciding. */
export const NOVICE_PACE = 50;
/** The same in a team, where they also tell each other what they are about to do. */
const TALKING_PACE = 60;

/** Ticks from one thing that people in their first match do to the next, so many of them together. */
function paceOf(people: number): number {
  if (people <= 1) return NOVICE_PACE;
  return Math.max(LOOK_EVERY, Math.trunc(TALKING_PACE / people / LOOK_EVERY) * LOOK_EVERY);
}

/**
 * What someone in their first matches does next: one thing, requests first, memory looked at only every
 * other time, and the rest in turn rather than by urgency.
 * @param turn how many things were done before
 */
export function noviceWishes(view: BlueView, look: Look, turn: number): readonly Wish[] {
  if (freeHands(view) <= 0) return settled(view).slice(0, 1);
  const requests = answers(view, look, turn % 2 === 0 ? 'anywhere' : 'clean');
  const noticed: Wish[] = DUTIES.flatMap((duty) => sensible(view, duty.wishes(view)).slice(0, 1));
  const first = turn % 3 === 0 ? noticed : requests;
  const second = turn % 3 === 0 ? requests : noticed;
  const wish = first[0] ?? second[turn % Math.max(1, second.length)];
  return wish ? [wish] : settled(view).slice(0, 1);
}

/** People in their first matches, each of them at such a pace. */
export const novice: Defender = (view, look) => {
  const people = rowsOf(view, 'seats').filter(({ pilot }) => pilot === 'human').length;
  const pace = paceOf(people);
  return view.tick % pace === 0 ? noviceWishes(view, look, Math.trunc(view.tick / pace)) : [];
};
