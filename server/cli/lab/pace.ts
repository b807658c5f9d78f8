import { rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { causesOf } from '../../../shared/world/causes.ts';
import type { EventOf, GameEvent } from '../../../shared/world/history.ts';
import { TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { type Bout, playWith } from './matches.ts';

/** How a scenario feels to play. */
export interface PaceReport {
  readonly scenario: string;
  readonly defender: string;
  /** Orders that a player gives in a minute of the whole match. */
  readonly decisions: number;
  /** Percent of the hands that are at work, of the time after Prepare. */
  readonly handsBusy: number;
  /** Seconds from the first sign of a harm to the harm: the smallest of all matches, or `null`. */
  readonly tellToBite: number | null;
  /** Seconds of the longest time with nothing at work and nothing waiting for an answer. */
  readonly longestIdle: number;
}

export function paceOf(bout: Bout, defender: string): PaceReport {
  const { scenario, seeds, seats } = bout;
  let orders = 0;
  let ticks = 0;
  let busy = 0;
  let hands = 0;
  let idle = 0;
  let tell: number | null = null;
  for (const seed of seeds) {
    let since: number | null = null;
    const watch = (view: BlueView): void => {
      const match = view.tables.match[1];
      if (match?.phase !== 'live') return;
      const jobs = rowsOf(view, 'jobs').length;
      busy += jobs;
      hands += match.hands;
      if (jobs > 0 || waiting(view)) since = null;
      else {
        since ??= view.tick;
        idle = Math.max(idle, view.tick - since);
      }
    };
    const { match } = playWith({ scenario, seats }, defender, seed, watch);
    ticks += match.world.tick;
    for (const event of match.history) {
      if (event.kind === 'order') orders += 1;
      if (event.kind !== 'harm') continue;
      const lead = event.tick - firstTell(match.history, event);
      tell = tell === null ? lead : Math.min(tell, lead);
    }
  }
  return {
    scenario: scenario.id,
    defender,
    decisions: Math.round((orders * TICKS_PER_MINUTE * 10) / (ticks * seats)) / 10,
    handsBusy: Math.round((busy * 100) / Math.max(1, hands)),
    tellToBite: tell === null ? null : Math.round(tell / TICKS_PER_SECOND),
    longestIdle: Math.round(idle / TICKS_PER_SECOND),
  };
}

/** Whether anything waits for a person: a request, or an alert that nobody has looked at. */
function waiting(view: BlueView): boolean {
  return (
    rowsOf(view, 'requests').some(({ state }) => state === 'open') ||
    rowsOf(view, 'alerts').some(({ state }) => state === 'open')
  );
}

/**
 * The tick of the first sign of a harm that some sensor could have told of: a trace that the
 * attacker left on the way to it, or an alert about something that it rests on.
 */
function firstTell(history: readonly GameEvent[], harm: EventOf<'harm'>): number {
  const causes = new Set(causesOf(history, harm).map(({ seq }) => seq));
  const attacker = harm.actor.kind === 'attacker' ? harm.actor.id : 0;
  let first = harm.tick;
  for (const event of history) {
    if (event.tick >= first || event.seq >= harm.seq) break;
    const trace =
      event.kind === 'evidence' && event.actor.kind === 'attacker' && event.actor.id === attacker;
    const told = event.kind === 'alert' && event.causes.some((cause) => causes.has(cause));
    if (trace || told) first = event.tick;
  }
  return first;
}
