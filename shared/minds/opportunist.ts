import type { Gain, Prospect } from '../world/people/known.ts';
import type { Preference } from './mind.ts';
import { patient } from './patience.ts';

/** What is nearest to a prize comes first: of each kind what is sure, and what is not. */
const RANK: Readonly<Record<Gain['kind'], readonly [sure: number, unsure: number]>> = {
  host: [0, 1],
  loot: [0, 1],
  outage: [0, 1],
  ring: [2, 3],
  vm: [4, 5],
  notes: [6, 9],
  frames: [7, 8],
};

/** Does the first thing that could work: it takes what lies open and plans nothing. */
const first: Preference = ({ memory }, worth) => {
  const nearest = Math.min(...worth.map(rank));
  const equal = worth.filter((prospect) => rank(prospect) === nearest);
  const tries = Object.keys(memory.tried).length;
  const prospect = equal[(memory.temper + tries) % Math.max(1, equal.length)];
  if (!prospect) return null;
  return { prospect, plan: [prospect.attack], reason: `first-${prospect.gain.kind}` };
};

const rank = ({ gain, sure }: Prospect): number => RANK[gain.kind][sure ? 0 : 1];

export const opportunist = patient(first);
