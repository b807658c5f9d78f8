import { answers } from './clerk.ts';
import type { Defender, Wish } from './defender.ts';
import { DUTIES, sensible, settled } from './duties.ts';
import { freeHands } from './reading.ts';

/** Ticks from one thing that a person does to the next: reading, finding the place, deciding. */
export const NOVICE_PACE = 40;

/**
 * Someone in their first matches: does one thing at a time, answers requests first and looks at
 * memory only every other time, and comes to the rest in turn rather than by urgency.
 */
export const novice: Defender = (view, look) => {
  if (view.tick % NOVICE_PACE !== 0) return [];
  if (freeHands(view) <= 0) return settled(view).slice(0, 1);
  const turn = Math.trunc(view.tick / NOVICE_PACE);
  const requests = answers(view, look, turn % 2 === 0 ? 'anywhere' : 'clean');
  const noticed: Wish[] = DUTIES.flatMap((duty) => sensible(view, duty.wishes(view)).slice(0, 1));
  const first = turn % 3 === 0 ? noticed : requests;
  const second = turn % 3 === 0 ? requests : noticed;
  const wish = first[0] ?? second[turn % Math.max(1, second.length)];
  return wish ? [wish] : settled(view).slice(0, 1);
};
