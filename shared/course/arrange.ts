import { seconds } from '../world/ids.ts';
import type { MindName } from '../world/people/attacker.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import { wavesFor } from './waves.ts';

/** How a session plays a scenario. */
export interface Arrangement {
  /** How far its attackers look, where no people attack. */
  readonly level: MindName;
  /** Minutes of Live; `null`: as long as the scenario says. */
  readonly minutes: number | null;
  /** Their team is one attacker, and both sides want a quick start. */
  readonly peopleAttack: boolean;
}

/** Seconds of Prepare and of Live when people play against people. */
const QUICK_PREPARE = 20;
const QUICK_LIVE = 6 * 60;
const EVICTS = 'rebuild-vm';

/**
 * A scenario as a session plays it. What is not arranged stays as its file says; what tenants ask for goes on as
 * long as it is played.
 */
export function arrange(
  scenario: Scenario,
  { level, minutes, peopleAttack }: Arrangement,
): Scenario {
  const own = atLevel(scenario, level);
  const quick = peopleAttack ? { prepare: seconds(QUICK_PREPARE), live: seconds(QUICK_LIVE) } : {};
  const live = minutes === null ? {} : { live: seconds(60 * minutes) };
  const pace = { ...own.pace, ...quick, ...live };
  const arranged = { ...own, pace, waves: [...wavesFor(own, pace.live)] };
  if (!peopleAttack) return arranged;
  return { ...arranged, deck: evicting(own.deck), attackers: oneOf(own.attackers) };
}

/** The scenario with all its attackers looking so far. */
export function atLevel(scenario: Scenario, mind: MindName): Scenario {
  return { ...scenario, attackers: scenario.attackers.map((one) => ({ ...one, mind })) };
}

/** People who are in must be able to be thrown out, in a deck that teaches other things as well. */
function evicting(deck: Scenario['deck']): Scenario['deck'] {
  if (deck === null || deck.commands.includes(EVICTS)) return deck;
  return { ...deck, commands: [...deck.commands, EVICTS] };
}

/** The first that has a VM to begin in: a team that has to ask for one first has little to do. */
function oneOf(attackers: Scenario['attackers']): Scenario['attackers'] {
  const first = attackers.find(({ owns }) => owns.length > 0) ?? attackers[0];
  return first ? [first] : [];
}
