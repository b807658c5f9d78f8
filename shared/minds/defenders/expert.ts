import { answers } from './clerk.ts';
import type { Defender, Wish } from './defender.ts';
import { DUTIES, type Family, sensible, settled } from './duties.ts';
import { freeHands } from './reading.ts';

/**
 * Sees to every duty in its order, serves where memory is clean, and never waits for an alert that a
 * look would have spared it. One family of defence can be left out, to see what it is worth.
 */
export function expertWithout(left: Family | null): Defender {
  return (view, look) => {
    const hands = freeHands(view);
    const urgent: Wish[] = [];
    for (const duty of DUTIES) {
      if (left !== null && duty.family === left) continue;
      urgent.push(...sensible(view, duty.wishes(view)));
    }
    const care = left === 'memory' ? 'anywhere' : 'clean';
    const served = answers(view, look, care);
    // Containing takes no hand. Of the hands two go to what is urgent first, then tenants are served.
    const ordered = [...urgent.slice(0, 2), ...served, ...urgent.slice(2)];
    const atOnce = ordered.filter(({ command }) => command === 'quarantine-vm');
    const rest = ordered.filter(({ command }) => command !== 'quarantine-vm');
    return [...atOnce, ...rest.slice(0, Math.max(0, hands)), ...settled(view).slice(0, 1)];
  };
}

export const expert = expertWithout(null);
