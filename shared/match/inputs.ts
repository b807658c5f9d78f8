import type { RuleRefusal } from '../commands/refusal.ts';
import { refuse } from '../commands/refusal.ts';
import type { SeatId } from '../world/ids.ts';
import { find } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { refusalOf, understand } from './admit.ts';
import type { Input } from './input.ts';
import { begin } from './jobs.ts';
import { takeAct } from './operations.ts';

/** What became of an order: `refusal` is `null` when it was taken. */
export interface Outcome {
  readonly seat: number;
  readonly n: number;
  readonly refusal: RuleRefusal | null;
}

/**
 * The inputs stage: seats, then defenders in the order they arrived, then attackers (rule I1).
 * Every order has an outcome; none is dropped.
 */
export function takeInputs(turn: Turn, inputs: readonly Input[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const input of inputs) if (input.kind === 'seat') changeSeat(turn, input);
  for (const input of inputs) {
    if (input.kind !== 'order') continue;
    outcomes.push({ seat: input.seat, n: input.n, refusal: takeOrder(turn, input) });
  }
  const thought = turn.world.acts;
  turn.world.acts = [];
  for (const act of thought) takeAct(turn, act);
  for (const input of inputs) if (input.kind === 'act') takeAct(turn, input);
  return outcomes;
}

function takeOrder(turn: Turn, order: Extract<Input, { kind: 'order' }>): RuleRefusal | null {
  const seat = find(turn.world.seats, order.seat);
  if (!seat) return refuse('rule.no-such-thing');
  if (order.n !== 0) {
    if (order.n <= seat.lastOrder) return refuse('rule.same-order');
    seat.lastOrder = order.n;
  }
  const meant = understand(order.command, order.args);
  if ('code' in meant) return meant;
  const refusal = refusalOf(turn.world, seat.id, meant.command, meant.args);
  if (refusal === null) begin(turn, meant.command, meant.args, seat.id);
  return refusal;
}

function changeSeat(turn: Turn, { seat, pilot }: Extract<Input, { kind: 'seat' }>): void {
  const { world } = turn;
  while (world.seats.length <= seat) {
    const id = world.seats.length as SeatId;
    world.seats.push({ id, pilot: 'computer', lastOrder: 0 });
  }
  const row = find(world.seats, seat);
  if (!row || row.pilot === pilot) return;
  row.pilot = pilot;
  emit(turn, 'seat-changed', {
    actor: { kind: 'seat', id: seat },
    subjects: [],
    causes: [],
    data: { pilot },
  });
}
