import { commands } from '../../commands/registry.ts';
import { STAND_IN } from '../../view/unattended.ts';
import { same } from '../../view/view.ts';
import type { FactRef } from '../../world/fact.ts';
import type { Counter, EventOf, GameEvent, MetNeed } from '../../world/history.ts';
import type { Role } from '../../world/people/seat.ts';
import type { World } from '../../world/world.ts';
import type { Input } from '../input.ts';
import type { Journal, Match } from '../match.ts';
import { type Acts, type Kept, replay } from '../replay.ts';
import type { Prevention } from '../report.ts';
import { type Score, scoreOf } from '../score.ts';

/** What a what-if needs: the match that was, and the world just before the tick of the harm. */
export interface Scene {
  readonly match: Match;
  readonly journal: Journal;
  readonly harm: EventOf<'harm'>;
  readonly kept: Kept;
  readonly world: World;
  /** Preconditions of every step that led to the harm. */
  readonly needs: readonly MetNeed[];
}

/**
 * Runs the match again with one more command, the attackers doing what they did, and says what came
 * of the harm; then once more with the attackers free, to say what they would have done instead. Of
 * people who attacked nobody can say that: there the minds play on in their place (rule A58).
 * The moments asked for are tried in turn until one of them prevents it.
 */
export function prove(scene: Scene, counter: Counter, asksInstead = true): Prevention | null {
  let best: Prevention | null = null;
  for (const tick of moments(scene, counter)) {
    const found = tryAt(scene, counter, tick, asksInstead);
    if (found.outcome === 'gone') return found;
    if (best === null || rank(found) > rank(best)) best = found;
  }
  return best;
}

const ORDER = ['refused', 'same', 'later', 'gone'] as const;
const rank = ({ outcome }: Prevention): number => ORDER.indexOf(outcome);

/** Ticks at which the command could have been ordered, the most telling first. */
function moments({ match, harm, world, needs }: Scene, counter: Counter): number[] {
  const since = match.history[stampOf(needs, counter.fact) - 1]?.tick ?? 0;
  const length = stepsOf(counter).reduce((sum, step) => sum + lengthOf(world, step), 0);
  const ticks =
    counter.moment === 'after'
      ? [since + 1, harm.tick - length - 1]
      : counter.moment === 'instead'
        ? [since]
        : [since - length - 1, since - 2 * length - 1];
  return [...new Set(ticks)].filter((tick) => tick >= 1 && tick <= harm.tick);
}

type Step = Pick<Counter, 'command' | 'args'>;

/** What is ordered, one after the other. */
const stepsOf = ({ command, args, next }: Counter): readonly Step[] => [
  { command, args },
  ...(next ? [next] : []),
];

const lengthOf = (world: World, { command, args }: Step): number =>
  commands.get(command)?.length(world, args) ?? 0;

/** The steps as inputs, each when the one before it is done; by whose it would have been to do. */
function inputsOf(scene: Scene, counter: Counter, from: number): { tick: number; input: Order }[] {
  let tick = from;
  return stepsOf(counter).map(({ command, args }) => {
    const role = commands.get(command)?.role ?? 'operator';
    const seat = someoneAt(scene.match.history, tick, role);
    // It goes in before the other orders of its tick, by a seat of the team and with that seat's hands.
    const input: Order = { kind: 'order', seat, n: 0, command, args };
    const step = { tick, input };
    tick += Math.max(1, lengthOf(scene.world, { command, args }));
    return step;
  });
}

type Order = Extract<Input, { readonly kind: 'order' }>;

function tryAt(scene: Scene, counter: Counter, tick: number, asksInstead: boolean): Prevention {
  const { match, kept, journal, harm } = scene;
  const { scenario, seed, history } = match;
  const again = (acts: Acts): Match =>
    replay({ scenario, seed, journal, acts, extra, from: kept.before(tick) });
  const { command, args } = counter;
  const extra = inputsOf(scene, counter, tick);
  const then = again({ from: 'record', history });
  const taken = extra.every((step) =>
    then.history.some(
      (event) =>
        event.kind === 'order' &&
        event.tick === step.tick &&
        event.data.command === step.input.command &&
        same(event.data.args, step.input.args),
    ),
  );
  const [, second] = extra;
  const recurred = find(then.history, harm);
  const outcome = !taken
    ? 'refused'
    : recurred === null
      ? 'gone'
      : recurred.tick > harm.tick
        ? 'later'
        : 'same';
  const { pace } = match.world;
  const points = compare(scoreOf(history, pace, 'truth'), scoreOf(then.history, pace, 'truth'));
  const free =
    outcome === 'gone' && asksInstead ? again({ from: 'minds', peopleUntil: tick }) : null;
  return {
    command,
    role: commands.get(command)?.role ?? 'operator',
    args,
    tick,
    next: second
      ? { command: second.input.command, args: second.input.args, tick: second.tick }
      : null,
    outcome,
    points,
    instead: free ? instead(match, free, harm) : null,
    inTheirPlace: free !== null && peopleAttackedFrom(history, tick),
  };
}

/** The event behind a fact as the strike found it; 0 is the scenario. */
function stampOf(needs: readonly MetNeed[], fact: FactRef): number {
  for (const { facts, stamps } of needs) {
    const stamp = stamps[facts.indexOf(fact)];
    if (stamp !== undefined) return stamp;
  }
  return 0;
}

/**
 * The first defender there was at that tick whose it was to do; if it was nobody's, the first. Where
 * people attacked and nobody defended, the computer that did (rule A56).
 */
function someoneAt(history: readonly GameEvent[], tick: number, role: Role): number {
  const humans = new Map<number, readonly Role[]>();
  let attacked = false;
  for (const event of history) {
    if (event.tick > tick) break;
    if (event.kind !== 'seat-changed' || event.actor.kind !== 'seat') continue;
    const { pilot, side, roles } = event.data;
    if (side === 'red') {
      attacked = true;
      continue;
    }
    if (pilot === 'human') humans.set(event.actor.id, roles);
    else humans.delete(event.actor.id);
  }
  const all = [...humans.keys()].sort((a, b) => a - b);
  return (
    all.find((seat) => humans.get(seat)?.includes(role)) ?? all[0] ?? (attacked ? STAND_IN : 1)
  );
}

/** Whether anybody attacked in person at that tick or later. */
function peopleAttackedFrom(history: readonly GameEvent[], tick: number): boolean {
  const there = new Set<number>();
  for (const event of history) {
    if (event.kind !== 'seat-changed' || event.actor.kind !== 'seat') continue;
    const { pilot, side } = event.data;
    if (event.tick >= tick && there.size > 0) return true;
    if (pilot === 'human' && side === 'red') there.add(event.actor.id);
    else there.delete(event.actor.id);
  }
  return there.size > 0;
}

function find(history: readonly GameEvent[], harm: EventOf<'harm'>): EventOf<'harm'> | null {
  for (const event of history) {
    if (event.kind !== 'harm') continue;
    const { kind, asset, victim, host } = event.data;
    const same =
      kind === harm.data.kind &&
      asset === harm.data.asset &&
      victim === harm.data.victim &&
      (kind === 'leak' || host === harm.data.host);
    if (same) return event;
  }
  return null;
}

function instead(was: Match, free: Match, harm: EventOf<'harm'>): Prevention['instead'] {
  if (find(free.history, harm)) return 'same-elsewhere';
  const fresh = free.history.some((event) => event.kind === 'harm' && !find(was.history, event));
  return fresh ? 'other-victim' : 'nothing';
}

function compare(before: Score, after: Score): Prevention['points'] {
  const mean = (score: Score, duty: 'fidelity' | 'isolation' | 'performance'): number => {
    const sum = score.minutes.reduce((total, minute) => total + minute[duty], 0);
    return score.minutes.length === 0 ? 0 : Math.trunc(sum / score.minutes.length);
  };
  return {
    total: after.total - before.total,
    fidelity: mean(after, 'fidelity') - mean(before, 'fidelity'),
    isolation: mean(after, 'isolation') - mean(before, 'isolation'),
    performance: mean(after, 'performance') - mean(before, 'performance'),
  };
}
