import type { Input } from '../../shared/match/input.ts';
import type { Debrief } from '../../shared/match/report.ts';
import type { InstructorAct, RejoinCode } from '../../shared/protocol/messages.ts';
import type { SessionPhase } from '../../shared/protocol/phase.ts';
import type { Scores } from '../../shared/protocol/server.ts';
import type { SessionSettings } from '../../shared/protocol/settings.ts';
import type { Role } from '../../shared/world/people/seat.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';

/** What one tick of one match took in. Every tick has a row, even one without inputs. */
export interface JournalRow {
  readonly match: string;
  readonly tick: number;
  readonly inputs: readonly Input[];
}

/**
 * A place from which a match can go on. Only the two latest states are kept; the events of each,
 * which are those since the checkpoint before, are all kept: together they are the history.
 */
export interface CheckpointRow {
  readonly match: string;
  readonly tick: number;
  readonly state: string;
  readonly events: string;
}

/** Everything but its journal that is needed to run a match again. */
export interface MatchRecord {
  readonly id: string;
  readonly session: string;
  /** Which of the session's worlds it is, from 1. */
  readonly world: number;
  /** Whole, as it was played: a scenario that is edited later does not change what was. */
  readonly scenario: Scenario;
  readonly seed: number;
  /** Version of the rules it was played by. */
  readonly rules: number;
}

/**
 * Why a match no longer runs. `lost`: the store or the rules failed it. `rules-changed`: the server
 * came back with other rules. `stopped`: nobody needed it any more.
 */
export type MatchEnd = 'over' | 'lost' | 'rules-changed' | 'stopped';

export interface SessionRecord {
  readonly id: string;
  readonly code: string;
  readonly phase: SessionPhase;
  readonly settings: SessionSettings;
  /** SHA-256, in hex. The keys themselves are never stored. */
  readonly instructorHash: string;
  readonly projectorHash: string;
  /** The matches that run or were last debriefed, by world. */
  readonly matches: readonly string[];
  /** Seed of the last match, for a rematch. */
  readonly seed: number | null;
  readonly half: 1 | 2;
  /** Blue scores: of the first half, of the last round, and of the one of which this is the rematch. */
  readonly firstHalf: Scores;
  readonly lastRound: Scores;
  readonly earlier: Scores;
  readonly paused: boolean;
  readonly speed: number;
  readonly lesson: { readonly part: number; readonly since: number } | null;
  readonly projected: number;
  /** A defence has been debriefed here. */
  readonly debriefed: boolean;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

export interface SeatRecord {
  readonly session: string;
  readonly seat: number;
  readonly nickname: string;
  /** SHA-256 of the browser's token, in hex. The token itself is never stored. */
  readonly tokenHash: string;
  readonly rejoin: RejoinCode;
  readonly team: number;
  readonly place: number;
  /** The match in which it has that place; `null` before one. */
  readonly match: string | null;
  readonly roles: readonly Role[];
  /**
   * `waiting`: for the instructor to let them in. `watching`: they look on at their team's world,
   * without a place in it.
   */
  readonly state: 'waiting' | 'held' | 'watching' | 'left' | 'removed';
}

export interface ActRecord {
  readonly session: string;
  /** Counts up within the session. */
  readonly n: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly act: InstructorAct;
}

/** A match as it is found again. */
export type StoredMatch = MatchRecord & { readonly end: MatchEnd | null };

/** The latest state to go on from, and the history up to it. */
export interface FoundCheckpoint {
  readonly tick: number;
  readonly state: string;
  /** Lists of events, in order: one for each checkpoint up to this one. */
  readonly events: readonly string[];
}

/**
 * Where matches and sessions outlive the process. A promise resolves only when what it is about
 * would survive a power cut, and rejects when that is not certain: the caller then tries again, so
 * **every write must be harmless when it is repeated**.
 */
export interface Store {
  /**
   * Appends rows of any number of matches, and their checkpoints: all of them, or none. A row that
   * is there already is left as it is. One call a beat, never two at once. A checkpoint of a tick
   * that its match's rows have not reached is not kept: nobody may go on from what is not durable.
   */
  commit(rows: readonly JournalRow[], checkpoints: readonly CheckpointRow[]): Promise<void>;
  createMatch(match: MatchRecord): Promise<void>;
  /**
   * How it ended, and what is told of it (`null` leaves what is told already). Where nobody will look
   * back at it, its checkpoints go. Of a match that is not there, nothing happens.
   */
  endMatch(match: string, end: MatchEnd, report: Debrief | null): Promise<void>;
  /** Makes or replaces a session; its seats are not touched. Before anything else of it. */
  saveSession(session: SessionRecord): Promise<void>;
  /** Makes or replaces a seat. */
  saveSeat(seat: SeatRecord): Promise<void>;
  saveAct(act: ActRecord): Promise<void>;
  /** Forgets a session with its seats, its acts, its matches, their journals and their reports. */
  deleteSession(session: string): Promise<void>;

  /** All that is kept, for a server that starts again. */
  sessions(): Promise<readonly SessionRecord[]>;
  seats(session: string): Promise<readonly SeatRecord[]>;
  /** In the order they were done. */
  acts(session: string): Promise<readonly ActRecord[]>;
  matches(session: string): Promise<readonly StoredMatch[]>;
  report(match: string): Promise<Debrief | null>;
  checkpoint(match: string): Promise<FoundCheckpoint | null>;
  /** A match's rows by tick, from the first after `tick`. */
  journal(match: string, tick: number): Promise<readonly JournalRow[]>;
  close(): Promise<void>;
}
