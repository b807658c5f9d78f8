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

/** Ticks between two alerts that are put away: what has been dealt with can wait. */
const TIDIES_EVERY = 20;

/**
 * Sees to every duty in its order, serves where memory is clean, and never waits for an alert that a
 * look would have spared it. One family of defence can be left out, to see what it is worth.
 */
export function expertWithout(left: Family | null): Defender {
  return (view, look) => {
    const hands = freeHands(view);
    const urgent: Wish[] = [];
    for (const duty of dutiesIn(view)) {
      if (left !== null && duty.family === left) continue;
      urgent.push(...sensible(view, duty.wishes(view)));
    }
    const care = left === 'memory' ? 'anywhere' : 'clean';
    // Whoever has no hand free has nothing to serve with.
    const served = hands > 0 ? answers(view, look, care) : [];
    // Of the hands two go to what is urgent first, then tenants are served.
    const ordered = [...urgent.slice(0, 2), ...served, ...urgent.slice(2)];
    const atOnce = ordered.filter(({ command }) => TAKES_NO_HAND.has(command));
    const rest = ordered.filter(({ command }) => !TAKES_NO_HAND.has(command));
    const tidied = view.tick % TIDIES_EVERY === 0 ? settled(view).slice(0, 1) : [];
    return [...atOnce, ...rest.slice(0, Math.max(0, hands)), ...tidied];
  };
}

export const expert = expertWithout(null);
