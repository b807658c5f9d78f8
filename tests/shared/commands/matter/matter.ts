import { PAIRS } from '../../../../server/cli/lab/pairs/registry.ts';
import { outlineOf } from '../../../../shared/match/debrief/debrief.ts';
import { play } from '../../../../shared/match/play.ts';
import { scoreOf } from '../../../../shared/match/score.ts';
import type { Defender } from '../../../../shared/minds/defenders/defender.ts';
import { openAlerts } from '../../../../shared/minds/defenders/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { DEFAULT_PACE } from '../../../../shared/world/pace.ts';
import { parseScenario, type ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { eventsOf } from '../../../support/worlds.ts';

/** What a command can be good for. */
export type Gain =
  | 'less harm'
  | 'a better score'
  | 'more is seen'
  | 'fewer cards'
  | 'a dump that is theirs';

/** A match in which somebody orders a command, and what for. */
export interface Matter {
  readonly world: ScenarioFile;
  readonly defender: () => Defender;
  readonly gain: Gain;
}

/** How a match went. */
export interface Outcome {
  /** Weight of all harms, and the score with every harm counted. */
  readonly harm: number;
  readonly score: number;
  /** What was told, and how many cards were still there at the last look. */
  readonly seen: number;
  readonly cards: number;
  /** Leaks in whose bytes their phrase is to be read. */
  readonly dumps: number;
  /** What was ordered and not refused. */
  readonly orders: ReadonlySet<string>;
}

/** Plays a match as it is written, or with all but one command. */
export function outcomeOf({ world, defender }: Matter, without?: string): Outcome {
  const scenario = parseScenario(world.id, world, DEFAULT_PACE);
  const who = defender();
  let cards = 0;
  const watch = (view: BlueView): void => {
    cards = openAlerts(view).length;
  };
  const partly: Defender = (view, look) =>
    who(view, look).filter(({ command }) => command !== without);
  const { match } = play(scenario, 1, partly, { watch });
  const { history } = match;
  return {
    harm: eventsOf(history, 'harm').reduce((sum, { data }) => sum + data.weight, 0),
    score: scoreOf(history, match.world.pace, 'truth').total,
    seen: eventsOf(history, 'alert').length,
    cards,
    dumps: outlineOf(match).harms.filter(({ phrase = 0 }) => phrase > 0).length,
    orders: new Set(eventsOf(history, 'order').map(({ data }) => data.command)),
  };
}

/** By how much a match went better than another in that respect; nothing or less if it did not. */
export const gained: Readonly<Record<Gain, (one: Outcome, other: Outcome) => number>> = {
  'less harm': (one, other) => other.harm - one.harm,
  'a better score': (one, other) => one.score - other.score,
  'more is seen': (one, other) => one.seen - other.seen,
  'fewer cards': (one, other) => other.cards - one.cards,
  'a dump that is theirs': (one, other) => one.dumps - other.dumps,
};

/**
 * A match of the lab's pairs.
 * @throws when there is no such pair
 */
export function fromPair(
  id: string,
  ground: 0 | 1,
  side: 'first' | 'second',
  gain: Gain = 'less harm',
): Matter {
  const found = PAIRS.find((pair) => pair.id === id)?.grounds[ground];
  if (!found) throw new Error(`no pair ${id}`);
  return { world: found.world, defender: found[side], gain };
}
