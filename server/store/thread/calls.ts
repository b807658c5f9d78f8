import type { Stretch } from '../sql/journal.ts';
import type { Place } from '../sql/open.ts';
import type { Store } from '../store.ts';

/** What the store's thread can be asked: to open, and then what a store can be asked. */
export interface ThreadCalls extends Omit<Store, 'journal'> {
  open(place: Place): Promise<void>;
  /** In place of `journal`: the rows are made on the other side. */
  stretch(match: string, tick: number): Promise<Stretch>;
}

export type Call = keyof ThreadCalls;

/** One call: the name of what is called, and what it is given. */
export interface Asked<Name extends Call = Call> {
  readonly name: Name;
  readonly args: Parameters<ThreadCalls[Name]>;
}

export type Given<Name extends Call = Call> = Awaited<ReturnType<ThreadCalls[Name]>>;
