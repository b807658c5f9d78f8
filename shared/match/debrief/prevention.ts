import { lengthOfOrder } from '../../commands/length.ts';
import { commands } from '../../commands/registry.ts';
import { STAND_IN } from '../../view/unattended.ts';
import { same } from '../../view/view.ts';
import type { FactRef } from '../../world/fact.ts';
import type { Counter, EventOf, GameEvent, MetNeed } from '../../world/history.ts';
import type { Seq, Tick } from '../../world/ids.ts';
import type { Role } from '../../world/people/seat.ts';
import type { World } from '../../world/world.ts';
import type { Input } from '../input.ts';
import type { Journal, Match } from '../match.ts';
import { type Kept, replay } from '../replay.ts';
import type { Points, Prevention } from '../report.ts';
import { type Score, scoreOf } from '../score.ts';
import { byWorth, works } from '../worth.ts';

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

/** When a what-if is tried, and what is asked of it. */
interface Asked {
  /** By when it has to be done: when the step was taken whose need it removes. The harm, when left out. */
  readonly by?: Tick;
  /** At this tick and no other; at those of its moment when left out. */
  readonly at?: Tick;
  /** Whether it takes away what the headline of the harm is about. */
  readonly headline?: boolean;
  /** Whether the attackers are left free too, to see what they would have done. */
  readonly asksInstead?: boolean;
}

/**
 * Runs the match again with one more command, the attackers doing what they did, and says what came
 * of the harm; then once more with the attackers free, to say what they would have done instead. Of
 * people who attacked nobody can say that: there the minds play on in their place (rule A58).
 * The moments asked for are tried in turn until one of them prevents it.
 */
export function prove(
  scene: Scene,
  counter: Counter,
  { by = scene.harm.tick, at, headline = false, asksInstead = true }: Asked = {},
): Prevention | null {
  let best: Prevention | null = null;
  for (const tick of at === undefined ? moments(scene, counter, by) : [at]) {
    const found = { ...tryAt(scene, counter, tick, asksInstead), headline };
    if (works(found)) return found;
    if (best === null || byWorth(found, best) < 0) best = found;
  }
  return best;
}

/**
 * Ticks at which the command could have been ordered: the last that leaves time enough before the rest.
 * What is done to a frame or a VM has to be done before anything else about it changes: a frame is
 * scrubbed before it is handed out.
 */
function moments(scene: Scene, counter: Counter, by: Tick): number[] {
  const { match, needs } = scene;
  const tickOf = (seq: number): Tick => match.history[seq - 1]?.tick ?? 0;
  const since = tickOf(stampOf(needs, counter.fact));
  const intime = (tick: Tick, times: number): Tick =>
    tick - times * lengthBefore(scene, counter, tick) - 1;
  const changes = stampsOfRow(needs, counter.fact)
    .map(tickOf)
    .filter((tick) => tick > since);
  const ticks =
    counter.moment === 'after'
      ? [...changes.map((tick) => intime(tick, 2)), intime(by, 2), since + 1]
      : counter.moment === 'instead'
        ? [since]
        : [intime(since, 1), intime(since, 2)];
  return [...new Set(ticks)].filter((tick) => tick >= 1 && tick <= by);
}

/** How long it takes, as the world stood a while before a tick. */
function lengthBefore({ kept }: Scene, counter: Counter, tick: Tick): Tick {
  const { world } = kept.before(Math.max(1, tick));
  return stepsOf(counter).reduce((sum, step) => sum + lengthOf(world, step), 0);
}

type Step = Pick<Counter, 'command' | 'args'>;

/** What is ordered, one after the other. */
const stepsOf = ({ command, args, next }: Counter): readonly Step[] => [
  { command, args },
  ...(next ? [next] : []),
];

function lengthOf(world: World, { command, args }: Step): number {
  const record = commands.get(command);
  return record === undefined ? 0 : lengthOfOrder(world, record, args);
}

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

function tryAt(
  scene: Scene,
  counter: Counter,
  tick: Tick,
  asksInstead: boolean,
): Omit<Prevention, 'headline'> {
  const { match, kept, journal, harm } = scene;
  const { scenario, seed, history } = match;
  const { command, args } = counter;
  const extra = inputsOf(scene, counter, tick);
  const again = { scenario, seed, journal, extra };
  const asRecorded = { ...again, acts: { from: 'record', history } } as const;
  const then = replay({ ...asRecorded, from: kept.before(tick), until: harm.tick });
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
  const useless = !taken ? 'refused' : sameHarm(then.history, harm) ? 'same' : null;
  // What is of no use is run no further than to the harm.
  if (useless === null) replay({ ...asRecorded, from: then });
  const outcome = useless ?? cameOf(sameHarm(then.history, harm), harm);
  const free =
    outcome === 'gone' && asksInstead
      ? replay({
          ...again,
          acts: { from: 'minds', peopleUntil: tick },
          from: kept.before(tick),
        })
      : null;
  return {
    command,
    role: commands.get(command)?.role ?? 'operator',
    args,
    tick,
    next: second
      ? { command: second.input.command, args: second.input.args, tick: second.tick }
      : null,
    lastResort: commands.get(command)?.lastResort === true,
    outcome,
    points: useless === null ? pointsBetween(match, then) : null,
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

/** The events behind all facts of a fact's row, as the strikes found them. */
function stampsOfRow(needs: readonly MetNeed[], of: FactRef): Seq[] {
  const row = of.slice(0, of.lastIndexOf('/') + 1);
  return needs.flatMap(({ facts, stamps }) =>
    facts.flatMap((ref, i) => (ref.startsWith(row) ? (stamps[i] ?? []) : [])),
  );
}

/**
 * The first defender there was at that tick whose it was to do; if it was nobody's, the first. Where
 * people attacked and nobody defended, the computer that did (rule A56).
 */
export function someoneAt(history: readonly GameEvent[], tick: number, role: Role): number {
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
export function peopleAttackedFrom(history: readonly GameEvent[], tick: number): boolean {
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

/** What came of a harm that did not happen when it had: nothing, or the same loss at a later time. */
function cameOf(again: EventOf<'harm'> | null, { data }: EventOf<'harm'>): Prevention['outcome'] {
  if (again === null) return 'gone';
  const sameWay = again.data.attack === data.attack && again.data.vm === data.vm;
  return sameWay ? 'later' : 'elsewhere';
}

/** The first time that the same was lost. */
export function sameHarm(
  history: readonly GameEvent[],
  harm: EventOf<'harm'>,
): EventOf<'harm'> | null {
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
  if (sameHarm(free.history, harm)) return 'same-elsewhere';
  const fresh = free.history.some(
    (event) => event.kind === 'harm' && !sameHarm(was.history, event),
  );
  return fresh ? 'other-victim' : 'nothing';
}

/** What another run of a match changed of its score, and of each duty over all its minutes. */
export function pointsBetween(was: Match, then: Match): Points {
  const { pace } = was.world;
  const before = scoreOf(was.history, pace, 'truth');
  const after = scoreOf(then.history, pace, 'truth');
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
