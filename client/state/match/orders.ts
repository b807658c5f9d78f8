import { type ReadonlySignal, signal } from '@preact/signals';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { Reply } from '../../../shared/protocol/server.ts';
import { actKey } from '../../../shared/world/people/known.ts';
import type { Args } from '../../net/link.ts';

/** An order that was given and not yet answered: shown at once, marked as not yet certain. */
export interface PendingOrder {
  readonly key: string;
  readonly command: string;
  readonly args: Args;
}

/** What came back for an order, to be read beside the place where it was given. */
type Note =
  | { readonly key: string; readonly kind: 'taken' }
  | { readonly key: string; readonly kind: 'refused'; readonly refusal: Refusal };

export interface Orders {
  readonly pending: ReadonlySignal<readonly PendingOrder[]>;
  readonly notes: ReadonlySignal<readonly Note[]>;
  /** Gives an order once; while it is on its way the same order is not given again. */
  give(command: string, args: Args): void;
  /** Shows the answer to something that is no order, such as starting the match. */
  watch(key: string, reply: Promise<Reply<unknown>>): void;
}

/** The same order about the same things has the same key, whatever the order of its arguments. */
export const orderKey = (command: string, args: Args): string => actKey(command, args);

const SHOWN_MS = { taken: 900, refused: 6000 } as const;

export function createOrders(
  send: (command: string, args: Args) => Promise<Reply<unknown>>,
  after: (ms: number, run: () => void) => void,
): Orders {
  const pending = signal<readonly PendingOrder[]>([]);
  const notes = signal<readonly Note[]>([]);

  const show = (note: Note): void => {
    notes.value = [...notes.value.filter(({ key }) => key !== note.key), note];
    after(SHOWN_MS[note.kind], () => {
      notes.value = notes.value.filter((shown) => shown !== note);
    });
  };
  const answer = (key: string, reply: Reply<unknown>): void => {
    pending.value = pending.value.filter((order) => order.key !== key);
    show(reply.ok ? { key, kind: 'taken' } : { key, kind: 'refused', refusal: reply.refusal });
  };

  return {
    pending,
    notes,
    give: (command, args) => {
      const key = orderKey(command, args);
      if (pending.value.some((order) => order.key === key)) return;
      notes.value = notes.value.filter((note) => note.key !== key);
      pending.value = [...pending.value, { key, command, args }];
      void send(command, args).then((reply) => answer(key, reply));
    },
    watch: (key, reply) => {
      pending.value = [...pending.value, { key, command: '', args: {} }];
      void reply.then((value) => answer(key, value));
    },
  };
}
