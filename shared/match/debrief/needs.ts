import { commandInPlay } from '../../commands/deck.ts';
import { commands } from '../../commands/registry.ts';
import { causesOf } from '../../world/causes.ts';
import type { Counter, EventOf, GameEvent, MetNeed } from '../../world/history.ts';
import { replay } from '../replay.ts';
import type { NeedInChain, Prevention } from '../report.ts';
import { prove, type Scene } from './prevention.ts';

/** What-ifs that are tried for one harm, and how many that work are enough. */
const MOST_TRIED = 5;
const ENOUGH = 2;

/** A hostile step that rested on preconditions. */
type Step = EventOf<'harm'> | EventOf<'foothold'> | EventOf<'frames-smuggled'>;

const isStep = (event: GameEvent): event is Step =>
  event.kind === 'harm' || event.kind === 'foothold' || event.kind === 'frames-smuggled';

/** What-ifs that have been run for one harm, by the counter they try. */
export type Proved = ReadonlyMap<string, Prevention>;

export const NOT_PROVED: Proved = new Map();

/** Runs what-ifs for a harm. The step nearest to the harm is tried first: it says most. */
export function provedFor(scene: Omit<Scene, 'world' | 'needs'>): Proved {
  const { match, kept, journal, harm } = scene;
  const { scenario, seed, history } = match;
  const steps = stepsTo(history, harm);
  const acts = { from: 'record', history } as const;
  // How long a counter takes is asked of the world that its giver would have seen.
  const until = harm.tick - 1;
  const { world } = replay({ scenario, seed, journal, acts, until, from: kept.before(until) });
  const needs = steps.flatMap((step) => step.data.needs);
  return proveSome({ ...scene, world, needs }, steps);
}

/** The needs of every hostile step that led to a harm, each with what is proved to remove it. */
export function needsOf(
  history: readonly GameEvent[],
  harm: EventOf<'harm'>,
  proved: Proved,
): NeedInChain[] {
  return stepsTo(history, harm).flatMap((step) =>
    step.data.needs.map((met) => ({
      step: step.seq,
      attack: step.data.attack,
      need: met.need,
      ...since(history, met),
      counters: [...new Set(met.counters.map(({ command }) => command))],
      preventions: met.counters.flatMap((counter) => proved.get(keyOf(counter)) ?? []),
    })),
  );
}

const stepsTo = (history: readonly GameEvent[], harm: EventOf<'harm'>): Step[] =>
  causesOf(history, harm).filter(isStep);

const keyOf = ({ command, args, moment, next }: Counter): string =>
  `${command} ${moment} ${JSON.stringify([args, next])}`;

/** Tries the counters of all steps, the most direct first, until enough of them work. */
function proveSome(scene: Scene, steps: readonly Step[]): Map<string, Prevention> {
  const proved = new Map<string, Prevention>();
  let tried = 0;
  let gone = 0;
  for (const step of [...steps].reverse()) {
    for (const counter of mostDirectFirst(step.data.needs)) {
      const key = keyOf(counter);
      const command = commands.get(counter.command);
      if (proved.has(key) || !command || !commandInPlay(scene.world, command)) continue;
      if (tried >= MOST_TRIED || gone >= ENOUGH) return proved;
      // What the attacker would have done instead is asked of the first that works.
      const found = prove(scene, counter, gone === 0);
      tried += 1;
      if (found === null) continue;
      proved.set(key, found);
      if (found.outcome === 'gone') gone += 1;
    }
  }
  return proved;
}

/** The first counter of each need, then the second of each, and so on. */
function mostDirectFirst(needs: readonly MetNeed[]): Counter[] {
  const rounds = Math.max(0, ...needs.map(({ counters }) => counters.length));
  return Array.from({ length: rounds }, (_, round) =>
    needs.flatMap(({ counters }) => counters[round] ?? []),
  ).flat();
}

function since(
  history: readonly GameEvent[],
  { facts, stamps }: MetNeed,
): Pick<NeedInChain, 'facts' | 'since'> {
  const told = facts.map((ref, i) => {
    const seq = stamps[i] ?? 0;
    return { ref, seq, since: history[seq - 1]?.tick ?? 0 };
  });
  return { facts: told, since: told.reduce((latest, fact) => Math.max(latest, fact.since), 0) };
}
