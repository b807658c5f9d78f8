import type { Gain, Prospect } from '../world/known.ts';
import type { Taste } from './mind.ts';
import { patient } from './patience.ts';

/** What is nearest to a prize comes first. */
const RANK: Readonly<Record<Gain['kind'], number>> = {
  host: 0,
  loot: 0,
  ring: 1,
  vm: 2,
  notes: 3,
  frames: 4,
};

/** Does the first thing that could work: it takes what lies open and plans nothing. */
const first: Taste = ({ memory }, worth) => {
  const nearest = Math.min(...worth.map(rank));
  const equal = worth.filter((prospect) => rank(prospect) === nearest);
  const tries = Object.keys(memory.tried).length;
  const prospect = equal[(memory.temper + tries) % Math.max(1, equal.length)];
  if (!prospect) return null;
  return { prospect, plan: [prospect.attack], reason: `first-${prospect.gain.kind}` };
};

const rank = ({ gain, sure }: Prospect): number => 2 * RANK[gain.kind] + (sure ? 0 : 1);

export const opportunist = patient(first);
