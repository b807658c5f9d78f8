import type { Input } from '../../../shared/match/input.ts';
import { createMatch, type Journal, type Match, stepMatch } from '../../../shared/match/match.ts';
import type { EventOf, GameEvent } from '../../../shared/world/history.ts';
import { eventsOf } from '../../support/worlds.ts';

/** A match that was played, and what was fed in. */
export interface Played {
  readonly match: Match;
  readonly journal: Journal;
}

/**
 * Runs a match again without its minds, feeding in the acts that they are recorded to have done.
 * Written without `replay`, so that the two can be held against each other.
 */
export function rerun(
  { match: was, journal }: Played,
  change: (tick: number, inputs: readonly Input[]) => readonly Input[] = (_, inputs) => inputs,
): Match {
  const match = createMatch(was.scenario, was.seed);
  const acts = eventsOf(was.history, 'act');
  while (match.world.phase !== 'over') {
    const tick = match.world.tick + 1;
    const done = acts
      .filter((act) => act.tick === tick)
      .map(({ actor, data }) => ({
        kind: 'act',
        attacker: actor.kind === 'attacker' ? actor.id : 0,
        ...data,
      }));
    const inputs = [...change(tick, journal.get(tick) ?? []), ...(done as unknown as Input[])];
    stepMatch(match, inputs, { think: false });
  }
  return match;
}

/** The same harm in another history, if it is there: the same data of the same victim. */
export function sameHarm(
  history: readonly GameEvent[],
  { data }: EventOf<'harm'>,
): EventOf<'harm'> | undefined {
  return eventsOf(history, 'harm').find(
    (other) => other.data.asset === data.asset && other.data.victim === data.victim,
  );
}
