import type { Debrief, Held } from '../../../shared/match/report.ts';

/** A debrief as it may come from the store: those of before had no account of one thing or the other. */
type Stored = Partial<Pick<Debrief, 'service' | 'held' | 'known' | 'attacked' | 'spent'>>;

/** Whether there was nobody to attack; of those of before somebody did. */
export const isPeaceful = ({ attacked }: Stored): boolean => attacked === false;

/** What was kept from happening; `null` where nobody looked. */
export const heldIn = ({ held }: Stored): Held | null => held ?? null;

/** What the defenders were shown in play; `null` where nobody noted it. */
export const knownIn = ({ known }: Stored): Debrief['known'] | null => known ?? null;

/**
 * How much of the promised service was given, and how much of that was right, in percent (rule F6).
 * Of what was not counted nothing is said; of what was not asked for nothing is missing.
 */
export function sharesOf({ service }: Stored): (readonly ['given' | 'correct', number])[] {
  if (service === undefined) return [];
  const { promised, given, correct } = service;
  return [
    ['given', percentOf(given, promised)],
    ['correct', percentOf(correct, given)],
  ];
}

/** What was spent, where anything could be bought; of those of before nothing is known. */
export const spentOf = ({ spent }: Stored): (readonly ['capex' | 'opex', number])[] =>
  spent === undefined
    ? []
    : [
        ['capex', spent.capex],
        ['opex', spent.opex],
      ];

const percentOf = (part: number, of: number): number =>
  of === 0 ? 100 : Math.round((100 * part) / of);
