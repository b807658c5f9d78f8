import type { Input } from '../match/input.ts';
import type { MatchRecord } from '../match/match.ts';
import type { Debrief } from '../match/report.ts';
import type { Injection, Reply, SeatState, Taken } from '../protocol/server.ts';
import type { Audience } from '../view/audience.ts';
import type { Moment } from '../view/moment.ts';
import type { BlueView } from '../view/view.ts';
import type { RowRef } from '../world/fact.ts';

/** The answer to one order, by the number its seat gave it. */
export interface Answer {
  readonly seat: number;
  readonly n: number;
  readonly reply: Reply<Taken>;
}

/** Everything that one tick brings out of the authority. Nothing of it may leave before it is durable. */
export interface Beat {
  readonly tick: number;
  /** What was fed in, in the order it was taken: the journal's row. */
  readonly inputs: readonly Input[];
  readonly answers: readonly Answer[];
  /** One encoded patch for each audience that attends and whose view changed. */
  readonly frames: ReadonlyMap<Audience, Uint8Array>;
  /** Seats whose own state changed. */
  readonly seats: readonly SeatState[];
  readonly over: boolean;
}

/**
 * What a match goes on from, beside its scenario, its seed and its journal. Both texts are JSON that
 * only the authority reads.
 */
export interface Checkpoint {
  readonly tick: number;
  /** The whole world, and the answers that a resent order would hear. */
  readonly state: string;
  /** The events since the checkpoint before: a list, for the history only grows. */
  readonly events: string;
}

/** The one class that runs a match, as its hosts use it. */
export interface MatchAuthority {
  readonly tick: number;
  readonly over: boolean;
  /** What every defender should be holding now: the console's summary is read from it. */
  readonly projection: BlueView;
  /** Queues an input for the next tick. */
  submit(input: Input): void;
  /** What a seat is looking at; its options come with the next beat. Not part of the simulation. */
  look(seat: number, subject: RowRef | null): void;
  /**
   * From now on there are frames for this audience. Blue always attends; the others cost nothing
   * until somebody looks.
   */
  attend(audience: Audience): void;
  /** Runs one tick. */
  step(): Beat;
  /** What a client of an audience that attends is missing after `tick`: patches, or one whole view. */
  since(audience: Audience, tick: number): Uint8Array[];
  /** What an order of a seat was answered, as far back as answers are kept; `null`: nothing yet. */
  answered(seat: number, n: number): Reply<Taken> | null;
  /** A seat's own state as it is now. */
  seatState(seat: number): SeatState;
  /** All that this match is made from so far. */
  record(): MatchRecord;
  /** What it could be restored from, with the events since the last call. */
  checkpoint(): Checkpoint;
  /**
   * What is worth a class's attention in the events after `seq`, for the instructor alone; and the
   * last event that was looked at, from which the next look goes on.
   */
  moments(seq: number): { readonly moments: readonly Moment[]; readonly upTo: number };
  /** What an instructor could put in now. */
  injections(): readonly Injection[];
  /** Harms, chains and what-ifs; re-runs the match. Only when it is over. */
  debrief(): Debrief;
  /** The same without what-ifs, at once. Only when it is over. */
  outline(): Debrief;
}
