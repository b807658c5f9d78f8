import type { Bout } from '../../server/cli/lab/matches.ts';
import { atLevel } from '../../shared/course/arrange.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { MIND_NAMES, type MindName } from '../../shared/world/people/attacker.ts';
import { heldOut } from './held-out.ts';

/** How many people a scenario is best for, where that is more than one. */
const TEAMS: Readonly<Record<string, number>> = { 'three-tenants': 4 };

/** A scenario against minds of one level. */
export interface Pairing extends Omit<Bout, 'seeds'> {
  /** `three-tenants, crew` */
  readonly title: string;
  readonly name: string;
  /** `null`: the scenario has no attackers, and every level is the same match. */
  readonly level: MindName | null;
}

/** Every scenario against every level of its attackers, and once where it has none. */
export const PAIRINGS: readonly Pairing[] = Object.entries(scenarios).flatMap(
  ([name, scenario]): Pairing[] => {
    const seats = TEAMS[name] ?? 1;
    if (scenario.attackers.length === 0) {
      return [{ title: `${name}, nobody`, name, level: null, scenario, seats }];
    }
    return MIND_NAMES.map((level) => ({
      title: `${name}, ${level}`,
      name,
      level,
      scenario: atLevel(scenario, level),
      seats,
    }));
  },
);

/** What is said of attacks and of harm can be asked where somebody attacks alone. */
export const isAttacked = (pairing: Pairing): pairing is Pairing & { readonly level: MindName } =>
  pairing.level !== null;

export const TEAM_PAIRINGS = PAIRINGS.filter(({ seats }) => seats > 1);

/** @throws when there is no such scenario */
export function pairingOf(name: string, level: MindName): Pairing {
  const found = PAIRINGS.find((one) => one.name === name && one.level === level);
  if (!found) throw new Error(`no scenario ${name}`);
  return found;
}

/** A bout on seeds that nobody has tuned to. */
export const boutOf = (
  { scenario, seats, title }: Pairing,
  purpose: string,
  count: number,
): Bout => ({
  scenario,
  seats,
  seeds: heldOut(`${purpose}: ${title}`, count),
});
