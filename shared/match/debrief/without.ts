import { same } from '../../view/view.ts';
import type { EventOf, GameEvent } from '../../world/history.ts';
import type { Tick } from '../../world/ids.ts';
import type { Input } from '../input.ts';
import type { Journal, Match } from '../match.ts';
import { type Kept, replay } from '../replay.ts';
import type { Without } from '../report.ts';
import type { Attempt } from './attempts.ts';
import { otherHarm } from './names.ts';
import { peopleAttackedFrom, pointsBetween, sameHarm } from './prevention.ts';

/** What running a match again with an order left out needs. */
export interface Ground {
  readonly match: Match;
  readonly journal: Journal;
  readonly kept: Kept;
}

type Order = EventOf<'order'>;

/**
 * The inputs of a match without one order. Jobs are numbered as they begin: what was called off later is
 * called off all the same. `null`: nobody gave it, and it is in no journal.
 */
export function withoutOrder({ match, journal }: Ground, order: Order): Journal | null {
  const given = journal.get(order.tick) ?? [];
  const at = given.findIndex((input) => isThat(input, order));
  if (at < 0) return null;
  const job = jobOf(match.history, order);
  const rest = new Map<Tick, readonly Input[]>();
  for (const [tick, inputs] of journal) {
    const kept = tick === order.tick ? inputs.filter((_, i) => i !== at) : inputs;
    rest.set(tick, job === 0 ? kept : kept.flatMap((input) => renumbered(input, job)));
  }
  return rest;
}

function isThat(input: Input, { actor, data }: Order): boolean {
  if (input.kind !== 'order' || actor.kind !== 'seat') return false;
  const { seat, command, args } = input;
  return seat === actor.id && command === data.command && same(args, data.args);
}

/** The number of the job that an order became; 0 when it was done at once. */
function jobOf(history: readonly GameEvent[], order: Order): number {
  const became = new Set(
    history.flatMap((event) => (event.kind === 'job-ended' ? event.causes : [])),
  );
  if (!became.has(order.seq)) return 0;
  return history.filter(({ seq, kind }) => kind === 'order' && seq <= order.seq && became.has(seq))
    .length;
}

/** An input as it would be given if there had never been that job: nothing, where it was about it. */
function renumbered(input: Input, job: number): Input[] {
  if (input.kind !== 'order' || input.command !== 'cancel-job') return [input];
  const given = Number(input.args.job);
  if (given === job) return [];
  return [given < job ? input : { ...input, args: { ...input.args, job: given - 1 } }];
}

/**
 * Runs the match again without an order, the attackers doing what they did, and sees whether an attempt
 * that came to nothing works then. Where it gets them in and no further, they are left free to think
 * again, to see what they go on to.
 * @returns `null` when it comes to nothing without the order too
 */
export function worksWithout(ground: Ground, order: Order, attempt: Attempt): Without | null {
  const { match, kept } = ground;
  const { scenario, seed, history } = match;
  const journal = withoutOrder(ground, order);
  if (journal === null) return null;
  const again = { scenario, seed, journal };
  const asRecorded = { ...again, acts: { from: 'record', history } } as const;
  const then = replay({ ...asRecorded, from: kept.before(order.tick), until: attempt.tick });
  const act = sameAct(then.history, attempt.act);
  if (act === null || !hasWorked(then.history, act)) return null;
  replay({ ...asRecorded, from: then });
  const own = fresh(match, then).find(({ causes }) => causes.includes(act.seq));
  if (own) {
    const points = pointsBetween(match, then);
    return { works: attempt.tick, harm: otherHarm(then, own), free: false, points };
  }
  const free = freely(ground, order, journal);
  const [next] = free === null ? [] : fresh(match, free);
  if (free === null || !next) {
    return { works: attempt.tick, harm: null, free: false, points: pointsBetween(match, then) };
  }
  const points = pointsBetween(match, free);
  return { works: attempt.tick, harm: otherHarm(free, next), free: true, points };
}

/** The match without an order with its attackers free to think; `null` where people attacked. */
export function freely(ground: Ground, order: Order, journal: Journal): Match | null {
  const { match, kept } = ground;
  const { scenario, seed, history } = match;
  if (peopleAttackedFrom(history, order.tick)) return null;
  return replay({
    scenario,
    seed,
    journal,
    acts: { from: 'minds' },
    from: kept.before(order.tick),
  });
}

/** Harms of another run that there were not in the match, in order. */
export function fresh(was: Match, then: Match): EventOf<'harm'>[] {
  return then.history.filter(
    (event): event is EventOf<'harm'> =>
      event.kind === 'harm' && sameHarm(was.history, event) === null,
  );
}

function sameAct(history: readonly GameEvent[], act: EventOf<'act'>): EventOf<'act'> | null {
  for (const event of history) {
    if (event.kind !== 'act' || event.tick !== act.tick || !same(event.actor, act.actor)) continue;
    if (event.data.attack === act.data.attack && same(event.data.args, act.data.args)) return event;
  }
  return null;
}

/** Whether an act has come to something: a loss, a foothold, or what it was after. */
const hasWorked = (history: readonly GameEvent[], act: EventOf<'act'>): boolean =>
  history.some(
    (event) =>
      event.causes.includes(act.seq) &&
      (event.kind === 'act-ended' ? event.data.outcome === 'done' : event.kind === 'harm'),
  );
