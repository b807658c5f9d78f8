import { same } from '../../view/view.ts';
import { causesOf } from '../../world/causes.ts';
import type { Counter, EventOf, GameEvent, MetNeed } from '../../world/history.ts';
import { replay } from '../replay.ts';
import type { NeedInChain, Prevention } from '../report.ts';
import { byWorth, works } from '../worth.ts';
import { advised, type Candidate, candidatesOf, isStep, type Step } from './candidates.ts';
import type { Advice } from './counsel.ts';
import { unfilteredSince } from './filters.ts';
import { prove, type Scene } from './prevention.ts';

/** What-ifs that are tried for one harm, how many that work are enough, and how many are an expert's. */
const MOST_TRIED = 5;
const ENOUGH = 2;
const MOST_ADVISED = 2;

/** A what-if that has been run, and the counter it tried. */
interface Tried {
  readonly counter: Counter;
  readonly prevention: Prevention;
}

/** What-ifs that have been run for one harm, the best first. */
export type Proved = readonly Tried[];

export const NOT_PROVED: Proved = [];

/** Runs what-ifs for a harm. */
export function provedFor(
  scene: Omit<Scene, 'world' | 'needs'>,
  advice: readonly Advice[],
): Proved {
  const { match, kept, journal, harm } = scene;
  const { scenario, seed, history } = match;
  const steps = stepsTo(history, harm);
  const acts = { from: 'record', history } as const;
  // How long a counter takes is asked of the world that its giver would have seen.
  const until = harm.tick - 1;
  const { world } = replay({ scenario, seed, journal, acts, until, from: kept.before(until) });
  const needs = steps.flatMap((step) => step.data.needs);
  return proveSome({ ...scene, world, needs }, steps, advice);
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
      preventions: proved
        .filter(({ counter }) => met.counters.some((one) => isLike(one, counter)))
        .map(({ prevention }) => prevention),
    })),
  );
}

const stepsTo = (history: readonly GameEvent[], harm: EventOf<'harm'>): Step[] =>
  causesOf(history, harm).filter(isStep);

/** Of one kind about one fact: what is given to another place than a need names removes it all the same. */
const isLike = (a: Counter, b: Counter): boolean => a.command === b.command && a.fact === b.fact;

const isSame = (a: Counter, b: Counter): boolean =>
  isLike(a, b) && a.moment === b.moment && same([a.args, a.next], [b.args, b.next]);

/**
 * Tries what there is to try until enough of it works, and what an expert would have ordered in any case.
 * What takes a customer's VM is tried only while nothing else works.
 */
function proveSome(scene: Scene, steps: readonly Step[], advice: readonly Advice[]): Tried[] {
  const proved: Tried[] = [];
  const working = (): number => proved.filter(({ prevention }) => works(prevention)).length;
  const candidates = candidatesOf(steps, scene.world);
  const attempt = ({ counter, ...asked }: Candidate): void => {
    // What the attacker would have done instead is asked of the first that works.
    const prevention = prove(scene, counter, { ...asked, asksInstead: working() === 0 });
    if (prevention !== null) proved.push({ counter, prevention });
  };
  let tried = 0;
  for (const candidate of candidates) {
    if (tried >= MOST_TRIED || working() >= ENOUGH) break;
    if (proved.some(({ counter }) => isSame(counter, candidate.counter))) continue;
    tried += 1;
    attempt(candidate);
  }
  const worked = ({ counter }: Candidate): boolean =>
    proved.some(
      (one) =>
        works(one.prevention) &&
        one.counter.command === counter.command &&
        same(one.counter.args, counter.args),
    );
  const more = advised(candidates, advice).filter((candidate) => !worked(candidate));
  for (const candidate of more.slice(0, MOST_ADVISED)) attempt(candidate);
  return proved.sort((a, b) => byWorth(a.prevention, b.prevention));
}

function since(history: readonly GameEvent[], need: MetNeed): Pick<NeedInChain, 'facts' | 'since'> {
  const { facts, stamps } = need;
  const told = facts.map((ref, i) => {
    const seq = unfilteredSince(history, need, stamps[i] ?? 0);
    return { ref, seq, since: history[seq - 1]?.tick ?? 0 };
  });
  return { facts: told, since: told.reduce((latest, fact) => Math.max(latest, fact.since), 0) };
}
