import type { Reply, Taken } from '../../shared/protocol/server.ts';
import type { Args } from './link.ts';

/** An order on its way. `n` is its number within the seat: the same number is the same order. */
export interface OutgoingOrder {
  readonly n: number;
  /** The place in a match that it is for. */
  readonly placeKey: number;
  readonly command: string;
  readonly args: Args;
}

export interface Outbox {
  /** Numbers an order and keeps it until it is answered. */
  add(
    command: string,
    args: Args,
    placeKey: number,
  ): { readonly order: OutgoingOrder; readonly reply: Promise<Reply<Taken>> };
  /** Takes an answer; one that was answered before is ignored. */
  answer(n: number, reply: Reply<Taken>): void;
  /** What is still unanswered, oldest first: to be sent again, with the same numbers. */
  unanswered(): readonly OutgoingOrder[];
  /** Answers everything that waits, when no answer can come any more. */
  abandon(reply: Reply<Taken>): void;
  /** The number of the next order. */
  readonly next: number;
  /** Leaves a gap, so that numbers another tab may have used meanwhile are not used twice. */
  skip(count: number): void;
}

/** @param onNumber is told each next number, so that a reload does not begin again at 1. */
export function createOutbox(first: number, onNumber: (next: number) => void = () => {}): Outbox {
  let next = first;
  const waiting = new Map<
    number,
    { order: OutgoingOrder; resolve: (reply: Reply<Taken>) => void }
  >();
  return {
    add: (command, args, placeKey) => {
      const order = { n: next, placeKey, command, args };
      next += 1;
      onNumber(next);
      const reply = new Promise<Reply<Taken>>((resolve) => {
        waiting.set(order.n, { order, resolve });
      });
      return { order, reply };
    },
    answer: (n, reply) => {
      const entry = waiting.get(n);
      waiting.delete(n);
      entry?.resolve(reply);
    },
    unanswered: () => [...waiting.values()].map((entry) => entry.order),
    abandon: (reply) => {
      const entries = [...waiting.values()];
      waiting.clear();
      for (const entry of entries) entry.resolve(reply);
    },
    get next() {
      return next;
    },
    skip: (count) => {
      next += count;
      onNumber(next);
    },
  };
}
