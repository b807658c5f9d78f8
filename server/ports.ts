import type { MatchAuthority } from '../shared/authority/contract.ts';
import type { Debrief } from '../shared/match/report.ts';
import type { ServerEvents } from '../shared/protocol/server.ts';
import type { Scenario } from '../shared/world/scenario/schema.ts';
import type { FoundCheckpoint, JournalRow, Store } from './store/store.ts';

/** Milliseconds since 1970. May jump; nothing of a match depends on it. */
export interface Clock {
  now(): number;
}

/** Bytes nobody can guess. */
export type RandomBytes = (length: number) => Uint8Array;

/** What pino offers and this server uses. No nickname, token or address may be passed to it. */
export interface Log {
  debug(facts: object, text: string): void;
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

/** What a match is made from. */
interface MatchSpec {
  readonly scenario: Scenario;
  readonly seed: number;
}

/** Runs matches. */
export interface Authorities {
  open(spec: MatchSpec): MatchAuthority;
  /**
   * The match as it stood at the last of these rows.
   * @param rows all of its journal
   */
  restore(
    spec: MatchSpec,
    found: FoundCheckpoint | null,
    rows: readonly JournalRow[],
  ): MatchAuthority;
}

/** Makes the debriefs of matches that are over. */
export interface Debriefing {
  /** It re-runs the match, so it may take long. */
  of(authority: MatchAuthority): Promise<Debrief>;
  /** Gives up what is under way. */
  close(): Promise<void>;
}

/** Everything from outside that the server needs. */
export interface Ports {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: RandomBytes;
  readonly store: Store;
  readonly authorities: Authorities;
  readonly debriefing: Debriefing;
  readonly scenarios: Readonly<Record<string, Scenario>>;
}

/** One client's line, as the rooms behind realtime/ see it. */
export interface Connection {
  readonly id: string;
  readonly open: boolean;
  send<E extends keyof ServerEvents>(event: E, ...args: Parameters<ServerEvents[E]>): void;
  join(room: string): void;
  leave(room: string): void;
  /** Closes the line for good. */
  cut(): void;
}

/** The way out to everyone in a room. A message is encoded once, however many are in it. */
export interface Outlet {
  emit<E extends keyof ServerEvents>(
    room: string,
    event: E,
    ...args: Parameters<ServerEvents[E]>
  ): void;
}
