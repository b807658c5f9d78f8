import { play } from '../../../../shared/match/play.ts';
import { type Minute, scoreOf } from '../../../../shared/match/score.ts';
import type { Defender } from '../../../../shared/minds/defenders/defender.ts';
import type { EventOf } from '../../../../shared/world/history.ts';
import { DEFAULT_PACE } from '../../../../shared/world/pace.ts';
import { parseScenario, type ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Ground, Pair } from './pair.ts';

const DUTIES = ['fidelity', 'isolation', 'performance'] as const;
type Duty = (typeof DUTIES)[number];

/** How one alternative did: the match’s score, and the mean of each duty, every harm counted. */
interface Showing extends Readonly<Record<Duty, number>> {
  readonly total: number;
  /** What was ordered and not refused. */
  readonly orders: readonly EventOf<'order'>['data'][];
}

/** What came of a ground. */
export interface Duel {
  readonly where: string;
  readonly first: Showing;
  readonly second: Showing;
  /** By how much the alternative whose ground it is did better: points of the score, … */
  readonly points: number;
  /** … and permille of the duty in which they differ most. */
  readonly duty: Duty;
  readonly permille: number;
}

export interface PairRow {
  readonly pair: string;
  readonly first: string;
  readonly second: string;
  /** On the ground of the first, and on the ground of the second. */
  readonly duels: readonly [Duel, Duel];
}

/**
 * Plays both grounds of a pair, each with both alternatives.
 * @param seed any: on these grounds everybody has their hour, and only what minds think of first differs
 */
export function duelsOf({ id, first, second, grounds }: Pair, seed = 1): PairRow {
  const [one, other] = grounds;
  const duels = [duel(one, 'first', seed), duel(other, 'second', seed)] as const;
  return { pair: id, first, second, duels };
}

function duel(ground: Ground, right: 'first' | 'second', seed: number): Duel {
  const { where, world } = ground;
  const first = showing(world, ground.first(), seed);
  const second = showing(world, ground.second(), seed);
  const [better, worse] = right === 'first' ? [first, second] : [second, first];
  const gain = (duty: Duty): number => better[duty] - worse[duty];
  const duty = DUTIES.reduce((most, one) => (gain(one) > gain(most) ? one : most));
  return { where, first, second, points: better.total - worse.total, duty, permille: gain(duty) };
}

/** A whole match, through the same door as any other. */
function showing(world: ScenarioFile, defender: Defender, seed: number): Showing {
  const scenario = parseScenario(world.id, world, DEFAULT_PACE);
  const { match } = play(scenario, seed, defender);
  const { minutes, total } = scoreOf(match.history, match.world.pace, 'truth');
  const mean = (duty: keyof Minute): number =>
    Math.round(
      minutes.reduce((sum, minute) => sum + minute[duty], 0) / Math.max(1, minutes.length),
    );
  return {
    total,
    fidelity: mean('fidelity'),
    isolation: mean('isolation'),
    performance: mean('performance'),
    orders: match.history.flatMap((event) => (event.kind === 'order' ? [event.data] : [])),
  };
}
