import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Reply } from '../../shared/protocol/server.ts';

/** A message that is dealt with. */
export interface Settled {
  readonly reply: Reply<unknown>;
  /** Done once the reply has left: events that must not overtake it. */
  readonly after?: () => void;
}

/**
 * A message whose reply comes with a later tick. A callback rather than a promise, since it must
 * leave before the frames of that tick, which are sent in the same breath.
 */
interface Pending {
  /** @param settle to be called once */
  readonly pending: (settle: (reply: Reply<unknown>) => void) => void;
}

/** What a handler makes of a message. */
export type Outcome = Settled | Pending;

/** The value of a reply that has nothing to tell but that it was done. */
export const DONE: Settled = { reply: { ok: true, value: null } };

export function refused(refusal: Refusal): Settled {
  return { reply: { ok: false, refusal } };
}

export function done(value: unknown, after?: () => void): Settled {
  return { reply: { ok: true, value }, ...(after ? { after } : {}) };
}
