import type { RuleRefusal } from '../commands/refusal.ts';
import { refuse } from '../commands/refusal.ts';
import { canHappen, happen } from '../mechanics/calendar.ts';
import { isUnattended, peopleAttack, STAND_IN } from '../view/unattended.ts';
import type { SeatId } from '../world/ids.ts';
import type { Act } from '../world/people/attacker.ts';
import { ROLE_NAMES, type Seat } from '../world/people/seat.ts';
import { find } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { refusalOf, understand } from './admit.ts';
import type { Input } from './input.ts';
import { begin } from './jobs.ts';
import { takeAct } from './operations.ts';
import { takeRedOrder } from './red-orders.ts';
import { inOrder } from './roles.ts';

/** What became of an order: `refusal` is `null` when it was taken. */
export interface Outcome {
  readonly seat: number;
  readonly n: number;
  readonly refusal: RuleRefusal | null;
}

type Of<Kind extends Input['kind']> = Extract<Input, { readonly kind: Kind }>;

/** The reason of an act that an instructor put in: the history says by it that no attacker meant it. */
export const INSTRUCTOR_ACT = 'instructor';

const isInstructors = ({ why }: Act): boolean => why?.reason === INSTRUCTOR_ACT;

/**
 * The inputs stage: seats, then defenders in the order they arrived, then attackers, then what the
 * instructor does: times, happenings, acts (rule I1). Every order has an outcome; none is dropped.
 * @param recorded the acts of all attackers are among the inputs, as they are recorded to have been:
 *   what their seats ordered is counted and not done again
 */
export function takeInputs(turn: Turn, inputs: readonly Input[], recorded = false): Outcome[] {
  const outcomes: Outcome[] = [];
  const acts = ofKind(inputs, 'act');
  for (const input of ofKind(inputs, 'seat')) changeSeat(turn, input);
  const orders = ofKind(inputs, 'order');
  const attacks = orders.filter((order) => sideOf(turn, order) === 'red');
  for (const order of orders) {
    if (!attacks.includes(order)) outcomes.push(outcome(order, takeOrder(turn, order)));
  }
  takeWishes(turn);
  const thought = turn.world.acts;
  turn.world.acts = [];
  // Whoever has come since decides anew.
  if (!peopleAttack(turn.world)) for (const act of thought) takeAct(turn, act);
  for (const order of attacks) outcomes.push(outcome(order, takeAttack(turn, order, recorded)));
  for (const act of acts) if (!isInstructors(act)) takeAct(turn, act);
  for (const input of ofKind(inputs, 'time')) moveTime(turn, input);
  for (const input of ofKind(inputs, 'event')) takeEvent(turn, input);
  for (const act of acts) if (isInstructors(act)) takeAct(turn, act);
  return outcomes;
}

function ofKind<Kind extends Input['kind']>(inputs: readonly Input[], kind: Kind): Of<Kind>[] {
  return inputs.filter((input): input is Of<Kind> => input.kind === kind);
}

const outcome = ({ seat, n }: Of<'order'>, refusal: RuleRefusal | null): Outcome => ({
  seat,
  n,
  refusal,
});

const sideOf = ({ world }: Turn, { seat }: Of<'order'>): Seat['side'] | undefined =>
  find(world.seats, seat)?.side;

function takeOrder(turn: Turn, order: Of<'order'>): RuleRefusal | null {
  // A what-if has the computer that defends do something else.
  if (order.seat === STAND_IN && isUnattended(turn.world)) return give(turn, STAND_IN, order);
  const seat = find(turn.world.seats, order.seat);
  const again = count(seat, order);
  if (seat === null || again !== null) return again;
  return give(turn, seat.id, order);
}

/** What the computer decided that defends where nobody does; whoever has come since decides anew. */
function takeWishes(turn: Turn): void {
  const { world } = turn;
  const { wishes } = world;
  if (wishes.length > 0) world.wishes = [];
  if (isUnattended(world)) for (const wish of wishes) give(turn, STAND_IN, wish);
}

/** A defender's order, through the one door there is: begun, or why not. */
function give(
  turn: Turn,
  seat: SeatId,
  order: Pick<Of<'order'>, 'command' | 'args'>,
): RuleRefusal | null {
  const meant = understand(order.command, order.args);
  if ('code' in meant) return meant;
  const refusal = refusalOf(turn.world, seat, meant.command, meant.args);
  if (refusal === null) begin(turn, meant.command, meant.args, seat);
  return refusal;
}

function takeAttack(turn: Turn, order: Of<'order'>, recorded: boolean): RuleRefusal | null {
  const seat = find(turn.world.seats, order.seat);
  const again = count(seat, order);
  if (seat === null || again !== null || recorded) return again;
  return takeRedOrder(turn, seat, order);
}

/** Counts an order of a seat; one that was counted already is refused (rule I2). */
function count(seat: Seat | null, { n }: Of<'order'>): RuleRefusal | null {
  if (seat === null) return refuse('rule.no-such-thing');
  if (n === 0) return null;
  if (n <= seat.lastOrder) return refuse('rule.same-order');
  seat.lastOrder = n;
  return null;
}

/** A seat is of its side for good once somebody of it has ordered anything. */
function changeSeat(turn: Turn, { seat, pilot, side, roles }: Of<'seat'>): void {
  const { seats } = turn.world;
  while (seats.length <= seat) seats.push(newSeat(seats.length as SeatId, 'blue'));
  let row = find(seats, seat);
  if (!row) return;
  if (side !== undefined && side !== row.side && row.pilot === 'computer' && row.lastOrder === 0) {
    row = newSeat(row.id, side);
    seats[seat] = row;
  }
  const now = row.side === 'red' || roles === undefined ? row.roles : inOrder(roles);
  const otherRoles = now.join() !== row.roles.join();
  const told = row.pilot !== pilot || (pilot === 'human' && otherRoles);
  row.pilot = pilot;
  row.roles = now;
  if (!told) return;
  emit(turn, 'seat-changed', {
    actor: { kind: 'seat', id: seat },
    subjects: [],
    causes: [],
    data: { pilot, side: row.side, roles: now },
  });
}

const newSeat = (id: SeatId, side: Seat['side']): Seat => ({
  id,
  side,
  pilot: 'computer',
  roles: side === 'red' ? [] : ROLE_NAMES,
  lastOrder: 0,
});

/**
 * Moves the ends of Prepare and of Live. Neither is ever before this tick, Live has one tick at the
 * least, and what has begun does not begin again (rule I3).
 */
function moveTime(turn: Turn, { liveFrom, overAt }: Of<'time'>): void {
  const { world } = turn;
  const { pace, phase, tick } = world;
  const prepare = phase === 'prepare' ? Math.max(tick, liveFrom) : pace.prepare;
  const live = Math.max(tick, prepare + 1, overAt) - prepare;
  if (prepare === pace.prepare && live === pace.live) return;
  world.pace = { ...pace, prepare, live };
  emit(turn, 'time-set', {
    actor: { kind: 'instructor' },
    subjects: [],
    causes: [],
    data: { liveFrom: prepare, overAt: prepare + live },
  });
}

/** What people could do by themselves happens because the instructor says so (rule I4). */
function takeEvent(turn: Turn, { plan }: Of<'event'>): void {
  if (!canHappen(turn.world, plan)) return;
  const injected = emit(turn, 'injected', {
    actor: { kind: 'instructor' },
    subjects: [],
    causes: [],
    data: { what: plan.kind },
  });
  happen(turn, plan, injected);
}
