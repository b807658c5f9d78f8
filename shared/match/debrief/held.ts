import { commands } from '../../commands/registry.ts';
import { same } from '../../view/view.ts';
import { causesOf } from '../../world/causes.ts';
import type { EventOf, GameEvent } from '../../world/history.ts';
import type { GivenOrder, Held, HeldLine, Needless } from '../report.ts';
import { scoreOf } from '../score.ts';
import { type Attempt, attemptsIn, behind, isDefence, ordersBehind } from './attempts.ts';
import { isStep } from './candidates.ts';
import { luckOf } from './luck.ts';
import { otherHarm } from './names.ts';
import { pointsBetween } from './prevention.ts';
import { freely, fresh, type Ground, withoutOrder, worksWithout } from './without.ts';

type Order = EventOf<'order'>;

/** Kinds of attempts that are asked about, how many credits are enough, and orders left out for each. */
const MOST_ASKED = 10;
const ENOUGH = 6;
const MOST_LEFT_OUT = 2;
/** Orders beside those that are left out, to see what they were good for. */
const MOST_BESIDE = 4;

/** Points from which on a needless order is worth a word. */
const WORTH_A_WORD = 5;

/** What is known at once of attempts that came to nothing: which, and for want of what. */
export function heldOutline(history: readonly GameEvent[]): Held {
  const attempts = attemptsIn(history);
  const lines = grouped(attempts, ({ act, need }) => `${act.data.attack} ${need}`).map(
    (group): HeldLine => lineOf(group, null),
  );
  return { attempts: attempts.length, lines, luck: null, needless: null };
}

/**
 * What the defenders kept from happening: of attempts that came to nothing, the order without which the
 * first of them works. Of a match that went well also what was never tried because of an order, one piece
 * of luck, and one order that was of no use. Each is shown by running the match again.
 */
export function heldOf(ground: Ground, wentWell: boolean): Held {
  const { history } = ground.match;
  const attempts = attemptsIn(history);
  const suspects = attempts.map((attempt) => {
    const events = behind(history, attempt, ground.kept.missed);
    return { attempt, events, orders: ordersBehind(history, events) };
  });
  const kinds = grouped(
    suspects,
    ({ attempt, orders }) =>
      `${attempt.act.data.attack} ${attempt.need} ${orders.map(({ seq }) => seq).join()}`,
  );
  const lines = kinds.map((kind) =>
    lineOf(
      kind.map(({ attempt }) => attempt),
      kind[0]?.events[0] ?? null,
    ),
  );
  const credited = new Set<number>();
  for (const kind of eachAttackFirst(kinds).slice(0, MOST_ASKED)) {
    if (credited.size >= ENOUGH) break;
    const at = kinds.indexOf(kind);
    const [line, first] = [lines[at], kind[0]];
    if (!line || !first) continue;
    const { order, ...found } = askOf(ground, first.attempt, first.orders);
    if (order !== null) credited.add(order.seq);
    lines[at] = { ...line, ...found, order: order && given(history, order) };
  }
  const beside = wentWell ? besideOf(ground, credited) : { lines: [], needless: null };
  return {
    attempts: attempts.length,
    lines: merged([...lines, ...beside.lines]).sort(byWeight),
    luck: wentWell ? luckOf(ground) : null,
    needless: beside.needless,
  };
}

/** The newest of those orders without which an attempt works; or how many were left out in vain. */
function askOf(
  ground: Ground,
  attempt: Attempt,
  orders: readonly Order[],
): Pick<HeldLine, 'without' | 'spare'> & { readonly order: Order | null } {
  const tried = orders.slice(0, MOST_LEFT_OUT);
  for (const order of tried) {
    const without = worksWithout(ground, order, attempt);
    if (without !== null) return { order, without, spare: 0 };
  }
  return { order: null, without: null, spare: tried.length };
}

/** Orders of the defenders that no attempt came up against: what they kept from being tried, or did not. */
function besideOf(
  ground: Ground,
  credited: ReadonlySet<number>,
): { readonly lines: readonly HeldLine[]; readonly needless: Needless | null } {
  const { match } = ground;
  const { history } = match;
  const lines: HeldLine[] = [];
  let needless: Needless | null = null;
  const { total } = scoreOf(history, match.world.pace, 'truth');
  for (const order of besides(history, credited)) {
    const journal = withoutOrder(ground, order);
    const then = journal && freely(ground, order, journal);
    if (!then) continue;
    const lost = fresh(match, then);
    const points = pointsBetween(match, then);
    const opened = lost.flatMap((harm) => openedBy(then.history, harm, order)).at(0);
    if (opened) {
      const { harm, attack, need } = opened;
      const without = { works: 0, harm: otherHarm(then, harm), free: true, points };
      const tried = { ticks: [], since: order.tick, spare: 0 };
      lines.push({ attack, need, ...tried, order: given(history, order), without });
    } else if (lost.length === 0 && points.total >= WORTH_A_WORD) {
      if (needless !== null && needless.points.total >= points.total) continue;
      needless = { order: given(history, order), points, total: total + points.total };
    }
  }
  return { lines, needless };
}

/** Defenders' orders that are worth leaving out, each command about each thing once, the dearest first. */
function besides(history: readonly GameEvent[], credited: ReadonlySet<number>): Order[] {
  const found: Order[] = [];
  for (const event of history) {
    if (event.kind !== 'order' || event.actor.kind !== 'seat' || credited.has(event.seq)) continue;
    const { command, args } = event.data;
    const { words, investigates } = commands.get(command) ?? {};
    if (!isDefence(event) || words?.control === undefined || investigates !== undefined) continue;
    if (found.some(({ data }) => data.command === command && same(data.args, args))) continue;
    found.push(event);
  }
  const dear = ({ data }: Order): number =>
    data.price + (commands.get(data.command)?.blunt === true ? 1000 : 0);
  return found.sort((a, b) => dear(b) - dear(a)).slice(0, MOST_BESIDE);
}

/** The steps to a harm that an order would have stopped: those that name that very order as a counter. */
function openedBy(
  history: readonly GameEvent[],
  harm: EventOf<'harm'>,
  { data: { command, args } }: Order,
): { readonly harm: EventOf<'harm'>; readonly attack: string; readonly need: string }[] {
  return causesOf(history, harm).flatMap((event) => {
    if (!isStep(event)) return [];
    const met = event.data.needs.find(({ counters }) =>
      counters.some((one) => one.command === command && same(one.args, args)),
    );
    return met ? [{ harm, attack: event.data.attack, need: met.need }] : [];
  });
}

/** The order, and when the job that it began was done. */
function given(history: readonly GameEvent[], order: Order): GivenOrder {
  const ended = history.find(
    ({ kind, causes }) => kind === 'job-ended' && causes.includes(order.seq),
  );
  const { command, args } = order.data;
  const who = order.actor.kind === 'seat' ? order.actor.id : 0;
  return { tick: order.tick, done: ended?.tick ?? order.tick, who, command, args };
}

/** Attempts of one kind, and since when what they wanted was missing. */
function lineOf(attempts: readonly Attempt[], event: GameEvent | null): HeldLine {
  const [first] = attempts;
  return {
    attack: first?.act.data.attack ?? '',
    need: first?.need ?? '',
    ticks: attempts.map(({ tick }) => tick),
    since: event?.tick ?? 0,
    order: null,
    without: null,
    spare: 0,
  };
}

/** Lines of one attack that was stopped for one reason by one order are one. */
function merged(lines: readonly HeldLine[]): HeldLine[] {
  const groups = grouped(
    lines,
    ({ attack, need, order, spare }) => `${attack} ${need} ${JSON.stringify(order)} ${spare}`,
  );
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const ticks = group.flatMap((line) => line.ticks).sort((a, b) => a - b);
    return [{ ...first, ticks }];
  });
}

/** What was proved first, and what would have been lost by most. */
function byWeight(a: HeldLine, b: HeldLine): number {
  const weight = ({ without }: HeldLine): number =>
    without === null ? 1 : Math.min(0, without.points.total) - (without.harm ? 1000 : 0);
  return weight(a) - weight(b) || (a.ticks[0] ?? 0) - (b.ticks[0] ?? 0);
}

/** The first kind of each attack, then the second of each, and so on; those with an order behind them. */
function eachAttackFirst<
  T extends { readonly attempt: Attempt; readonly orders: readonly Order[] },
>(kinds: readonly T[][]): T[][] {
  const place = new Map<string, number>();
  return kinds
    .filter(([first]) => first !== undefined && first.orders.length > 0)
    .map((kind) => {
      const attack = kind[0]?.attempt.act.data.attack ?? '';
      const nth = place.get(attack) ?? 0;
      place.set(attack, nth + 1);
      return { kind, nth };
    })
    .sort((a, b) => a.nth - b.nth)
    .map(({ kind }) => kind);
}

/** Groups in the order in which each first appears. */
function grouped<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one)) ?? [];
    group.push(one);
    groups.set(key(one), group);
  }
  return [...groups.values()];
}
