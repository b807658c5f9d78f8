import type { GameEvent } from '../world/history.ts';
import type { AttackerId } from '../world/ids.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import type { Input } from './input.ts';
import { createMatch, isOver, type Journal, type Match, stepMatch } from './match.ts';

/**
 * Who decides for the attackers in a re-run: their minds, free to think again, or the acts they are
 * recorded to have done, of which those that no longer make sense come to nothing.
 */
export type Acts =
  | { readonly from: 'minds' }
  | { readonly from: 'record'; readonly history: readonly GameEvent[] };

/** A match to run again. */
export interface Replay {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly journal: Journal;
  readonly acts: Acts;
  /** One more order, put in before the others of its tick. */
  readonly extra?: { readonly tick: number; readonly input: Input };
  /** The last tick to run; the end of the match when left out. */
  readonly until?: number;
}

/** Runs a match again from its inputs. */
export function replay({ scenario, seed, journal, acts, extra, until }: Replay): Match {
  const match = createMatch(scenario, seed);
  const recorded = acts.from === 'record' ? recordedActs(acts.history) : null;
  while (!isOver(match) && (until === undefined || match.world.tick < until)) {
    const tick = match.world.tick + 1;
    const inputs = [
      ...(extra?.tick === tick ? [extra.input] : []),
      ...(journal.get(tick) ?? []),
      ...(recorded?.get(tick) ?? []),
    ];
    stepMatch(match, inputs, { think: recorded === null });
  }
  return match;
}

function recordedActs(history: readonly GameEvent[]): Map<number, Input[]> {
  const acts = new Map<number, Input[]>();
  for (const event of history) {
    if (event.kind !== 'act' || event.actor.kind !== 'attacker') continue;
    const list = acts.get(event.tick) ?? [];
    list.push({
      kind: 'act',
      attacker: event.actor.id as AttackerId,
      attack: event.data.attack,
      args: event.data.args as Readonly<Record<string, number>>,
    });
    acts.set(event.tick, list);
  }
  return acts;
}
