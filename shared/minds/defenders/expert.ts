import type { Family } from '../../attacks/attack.ts';
import { answers } from './clerk.ts';
import type { Defender, Wish } from './defender.ts';
import { DUTIES, dutiesIn, sensible } from './duties/registry.ts';
import { settled } from './duties/response.ts';
import { freeHands } from './reading.ts';

/** The families of defence that there are duties of. */
export const DEFENDED: readonly Family[] = [
  ...new Set(DUTIES.flatMap(({ family }) => family ?? [])),
];

/** What is done at once, however many hands are free. */
const TAKES_NO_HAND: ReadonlySet<string> = new Set(['quarantine-vm', 'decide-trap']);

/** So many urgent things are seen to first, then tenants are served. */
const BEFORE_TENANTS = 2;

/** Ticks between two alerts that are put away: what has been dealt with can wait. */
const TIDIES_EVERY = 20;

/**
 * Sees to every duty in its order, serves where memory is clean, and never waits for an alert that a
 * look would have spared it. One family of defence can be left out, to see what it is worth.
 */
export function expertWithout(left: Family | null): Defender {
  return (view, look) => {
    const hands = Math.max(0, freeHands(view));
    const tidied = view.tick % TIDIES_EVERY === 0 ? settled(view).slice(0, 1) : [];
    const care = left === 'memory' ? 'anywhere' : 'clean';
    const atOnce: Wish[] = [];
    const rest: Wish[] = [];
    // What takes a hand is gone into no further than there are hands.
    const full = (): boolean => rest.length >= hands;
    const serve = (): void => {
      if (!full()) rest.push(...answers(view, look, care));
    };
    let urgent = 0;
    for (const duty of dutiesIn(view)) {
      if (left !== null && duty.family === left) continue;
      if (full() && !duty.gives.some((command) => TAKES_NO_HAND.has(command))) continue;
      for (const wish of sensible(view, duty.wishes(view))) {
        (TAKES_NO_HAND.has(wish.command) ? atOnce : rest).push(wish);
        urgent += 1;
        if (urgent === BEFORE_TENANTS) serve();
      }
    }
    if (urgent < BEFORE_TENANTS) serve();
    return [...atOnce, ...rest.slice(0, hands), ...tidied];
  };
}

export const expert = expertWithout(null);
