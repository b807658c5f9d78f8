import type { Input } from '../../shared/match/input.ts';

/** What one tick of one match took in. Every tick has a row, even one without inputs. */
export interface JournalRow {
  readonly match: string;
  readonly tick: number;
  readonly inputs: readonly Input[];
}

/** Everything but its journal that is needed to run a match again. */
export interface MatchRecord {
  readonly id: string;
  readonly session: string;
  readonly scenario: string;
  readonly seed: number;
  /** Version of the rules it was played by. */
  readonly rules: number;
}

/** Why a match no longer runs. `lost`: the store or the rules failed it. */
export type MatchEnd = 'over' | 'lost';

export interface SessionRecord {
  readonly id: string;
  readonly code: string;
  readonly scenario: string;
  readonly phase: 'lobby' | 'live' | 'debrief' | 'closed';
  /** Seat of the host. */
  readonly host: number;
  /** The match that runs or was last debriefed. */
  readonly match: string | null;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

export interface SeatRecord {
  readonly session: string;
  readonly seat: number;
  readonly nickname: string;
  /** SHA-256 of the browser's token, in hex. The token itself is never stored. */
  readonly tokenHash: string;
  readonly left: boolean;
}

/**
 * Where matches and sessions outlive the process. A promise resolves only when what it is about
 * would survive a power cut, and rejects when that is not certain: the caller then tries again, so
 * **every write must be harmless when it is repeated**.
 */
export interface Store {
  /**
   * Appends rows of any number of matches: all of them, or none. A row that is there already is
   * left as it is. One call a beat, never two at once.
   */
  commit(rows: readonly JournalRow[]): Promise<void>;
  createMatch(match: MatchRecord): Promise<void>;
  endMatch(match: string, end: MatchEnd): Promise<void>;
  /** Makes or replaces a session; its seats are not touched. */
  saveSession(session: SessionRecord): Promise<void>;
  /** Makes or replaces a seat. */
  saveSeat(seat: SeatRecord): Promise<void>;
  /** Forgets a session with its seats, its matches and their journals. */
  deleteSession(session: string): Promise<void>;

  /** All that is kept, for a server that starts again. */
  sessions(): Promise<readonly SessionRecord[]>;
  seats(session: string): Promise<readonly SeatRecord[]>;
  matches(session: string): Promise<readonly (MatchRecord & { readonly end: MatchEnd | null })[]>;
  /** A match's rows by tick, from the first after `tick`. */
  journal(match: string, tick: number): Promise<readonly JournalRow[]>;
  close(): Promise<void>;
}
