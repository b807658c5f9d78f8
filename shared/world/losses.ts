import type { FaultKind } from './machine/fault.ts';
import type { Technique } from './machine/vm.ts';

/** What a VM's service can be missing or wrong for; a fault of its own but for being cut off says so. */
export type ServiceLoss =
  | 'stopped'
  | 'quarantined'
  /** Asked for, and not there. */
  | 'missing'
  /** Its switch takes in a policy, or has an IPS that cannot keep up. */
  | 'switch-busy'
  | 'switch-overloaded'
  | 'denied'
  | 'blocked'
  | Exclude<FaultKind, 'cut-off'>;

/** What work can be left undone for. */
export type WorkLoss =
  /** Jobs, or scrubbing and sensors, took the cycles; or the guests want more than there is. */
  | 'jobs'
  | 'upkeep'
  | 'crowded'
  /** Its own limit holds it back. */
  | 'limited'
  /** More cycles than its virtual CPUs deliver go into how it is run. */
  | 'technique'
  /** It waited for memory that lies in its swap file, or for a frame that nobody could give it. */
  | 'swapped'
  /** Its virtual CPU waited on the trap desk. */
  | 'held';

/** A harm that the defenders know of: data that leaked, or a host that was taken. */
type HarmLoss = 'leak' | 'takeover' | 'starved' | 'exhausted' | 'squeezed' | 'flooded';

export type LossKind = ServiceLoss | WorkLoss | HarmLoss;

/** What it was about: a VM, a host, a tenant or an asset by its id, or a technique by its name. */
export type LossSubject = number | Technique;

/** A part of what a duty lacks of a thousand in its minute. */
export interface Loss {
  readonly why: LossKind;
  readonly about: LossSubject;
  readonly points: number;
  /** Of a harm: whether it goes on. */
  readonly open: boolean;
}

type Charges = Record<string, number>;

/**
 * What took from the duties, in the units in which they are tallied. It is kept beside the world: it
 * says why the score is what it is, and nothing that happens depends on it.
 */
export interface LossBook {
  /** Since the last duty event. */
  pending: Charges;
  /** In the minute that the duties show, up to that event. */
  minute: Charges;
  /** That minute is over: the next event begins another one. */
  full: boolean;
}

export const emptyBook = (): LossBook => ({ pending: {}, minute: {}, full: false });

/** Notes what was lost, where a book is kept. */
export function charge(
  { losses }: { readonly losses?: LossBook },
  why: ServiceLoss | WorkLoss,
  about: LossSubject,
  amount: number,
): void {
  if (losses === undefined || amount <= 0) return;
  const key = `${why}/${about}`;
  losses.pending[key] = (losses.pending[key] ?? 0) + amount;
}

/** What was noted belongs to the duty event of this tick. @param full whether its minute ends with it */
export function settle(book: LossBook, full: boolean): void {
  if (book.full) book.minute = {};
  for (const [key, amount] of Object.entries(book.pending)) {
    book.minute[key] = (book.minute[key] ?? 0) + amount;
  }
  book.pending = {};
  book.full = full;
}
