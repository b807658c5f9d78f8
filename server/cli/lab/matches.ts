import { atLevel } from '../../../shared/course/arrange.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { type Played, play } from '../../../shared/match/play.ts';
import { KEPT, scoreOf } from '../../../shared/match/score.ts';
import { defenderNamed, defenders } from '../../../shared/minds/defenders/registry.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { MIND_NAMES } from '../../../shared/world/people/attacker.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import { UsageError } from '../usage.ts';

/** What is played: a scenario, who attacks in it, over which seeds, and how many defend. */
export interface Bout {
  readonly scenario: Scenario;
  readonly seeds: readonly number[];
  readonly seats: number;
}

/** What the lab found about one defender. Scores are totals with every harm, seen or unseen. */
export interface LabRow {
  readonly scenario: string;
  readonly defender: string;
  readonly matches: number;
  readonly won: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  readonly harms: number;
}

/**
 * The scenario of that name, its attackers at that level.
 * @throws UsageError with what there is, when there is no such scenario or level
 */
export function scenarioFor(name: string, level: string | undefined): Scenario {
  const scenario = scenarios[name];
  if (!scenario)
    throw new UsageError(`no scenario ${name}; there is ${Object.keys(scenarios).join(', ')}`);
  if (level === undefined) return scenario;
  const mind = MIND_NAMES.find((one) => one === level);
  if (!mind) throw new UsageError(`no level ${level}; there is ${MIND_NAMES.join(', ')}`);
  return atLevel(scenario, mind);
}

/** @throws UsageError with what there is, when there is no such defender */
export function playWith(
  { scenario, seats }: Omit<Bout, 'seeds'>,
  name: string,
  seed: number,
  watch?: (view: BlueView) => void,
): Played {
  const defender = defenderNamed(name);
  if (!defender) {
    const all = [...defenders.keys(), 'spam:<command>', 'expert-without:<family>'];
    throw new UsageError(`no defender ${name}; there is ${all.join(', ')}`);
  }
  return play(scenario, seed, defender, watch ? { seats, watch } : { seats });
}

/** A match’s score with every harm, seen or unseen. */
export const totalOf = ({ match }: Played): number =>
  scoreOf(match.history, match.world.pace, 'truth').total;

/** Plays one defender over all seeds of a bout. */
export function runDefender(bout: Bout, defender: string): LabRow {
  const totals: number[] = [];
  let harms = 0;
  for (const seed of bout.seeds) {
    const played = playWith(bout, defender, seed);
    totals.push(totalOf(played));
    harms += played.match.history.filter(({ kind }) => kind === 'harm').length;
  }
  return {
    scenario: bout.scenario.id,
    defender,
    matches: totals.length,
    won: totals.filter((total) => total >= KEPT).length,
    mean: Math.round(totals.reduce((sum, total) => sum + total, 0) / Math.max(1, totals.length)),
    lowest: Math.min(...totals),
    highest: Math.max(...totals),
    harms,
  };
}
