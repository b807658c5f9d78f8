import type { Debrief } from '../../shared/match/report.ts';
import type { RejoinCode } from '../../shared/protocol/messages.ts';
import type { SessionPhase } from '../../shared/protocol/phase.ts';
import type { ActEntry, Ends, Scores } from '../../shared/protocol/server.ts';
import type { SessionSettings } from '../../shared/protocol/settings.ts';
import type { Moment } from '../../shared/view/moment.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Role } from '../../shared/world/people/seat.ts';
import type { LiveMatch } from '../hosting/live-match.ts';
import type { Connection } from '../ports.ts';
import type { SeatRecord } from '../store/store.ts';
import type { TokenBucket } from './bucket.ts';
import type { Ticket } from './ticket.ts';

/** Dropping is not leaving: a dropped seat is held for as long as the session lives. */
type Line =
  | { readonly kind: 'present'; readonly connection: Connection }
  | { readonly kind: 'dropped'; readonly at: number };

export interface Seat {
  readonly id: number;
  nickname: string;
  /** A rejoin gives a seat a new key. */
  tokenHash: string;
  readonly rejoin: RejoinCode;
  readonly bucket: TokenBucket;
  /** For words to the team. */
  readonly talk: TokenBucket;
  standing: SeatRecord['state'];
  line: Line;
  /** 0: none yet. */
  team: number;
  /** Its number in the world of its team; 0 before a match. */
  place: number;
  roles: readonly Role[];
  /** What they asked to be, if they did. */
  chosen: readonly Role[] | null;
  /** The computer has their hands until they are back. */
  away: boolean;
  looking: RowRef | null;
  /** The highest number among their orders. */
  orders: number;
  /** When they last did anything, in milliseconds since 1970. */
  activeAt: number;
  /** The match whose frames it was last sent: a tick of another one means nothing in this one. */
  follows: string | null;
}

/** One of the worlds a session plays at once. */
export interface WorldSlot {
  /** From 1. */
  readonly id: number;
  readonly match: LiveMatch;
  /** The number of the next place that is given out. */
  nextPlace: number;
  report: Debrief | null;
  /** The event up to which moments have been read: no event is looked at twice. */
  seen: number;
  /** Where the instructor has moved its ends, at that tick of it. */
  moved: (Ends & { readonly at: number }) | null;
}

type Phase =
  | { readonly kind: 'lobby' }
  | { readonly kind: 'live'; readonly worlds: readonly WorldSlot[] }
  | { readonly kind: 'debrief'; readonly worlds: readonly WorldSlot[] }
  /** Over, and only to be read, until it is deleted. */
  | { readonly kind: 'closed'; readonly worlds: readonly WorldSlot[] };

/** How time goes on. `restart`: it does so at that time (milliseconds since 1970). */
type Time =
  | { readonly kind: 'running' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'restart'; readonly until: number };

/** What a class shares: a code, an instructor, people in teams, and one round after another. */
export interface Session {
  readonly id: string;
  readonly code: string;
  readonly instructorHash: string;
  readonly projectorHash: string;
  settings: SessionSettings;
  phase: Phase;
  time: Time;
  /** Since when match time runs (milliseconds since 1970). */
  runsSince: number;
  speed: number;
  half: 1 | 2;
  /** Blue scores: of the first half, of the last round, and of the one of which this is the rematch. */
  firstHalf: Scores;
  lastRound: Scores;
  earlier: Scores;
  /** The last round was played by other rules than this server's and could not go on. */
  brokenOff: boolean;
  /** Of the last round, for a rematch. */
  seed: number | null;
  /** A defence has been debriefed here: attacking is open. */
  debriefed: boolean;
  lesson: { readonly part: number; readonly since: number } | null;
  /** The world that the projector shows, or 0. */
  projected: number;
  /** What was said to everyone, and until when it is on the wall (milliseconds since 1970). */
  notice: { readonly text: string; readonly until: number } | null;
  /** Something is being done to it that must not be done twice at once. */
  busy: boolean;
  /** Who waits for the round to be over. */
  readonly overWaits: (() => void)[];
  readonly seats: Seat[];
  nextSeat: number;
  readonly desks: Set<DeskLine>;
  readonly acts: ActEntry[];
  readonly moments: Moments;
  readonly ticket: Ticket;
  /** Wrong guesses at its keys and rejoin codes. */
  readonly guesses: TokenBucket;
  /** When it was last used, or when it was closed (milliseconds since 1970): it is kept from then on. */
  usedAt: number;
  /** How soon its members are told of what has changed. */
  broadcast: 'none' | 'soon';
  /** Teams whose members are to be told where each looks. */
  readonly looksNews: Set<number>;
}

/** What was worth stopping for, the newest last. */
type Moments = (Moment & { readonly world: number })[];

/** A line that an instructor's desk or a projector is on. */
export interface DeskLine {
  readonly connection: Connection;
  readonly as: 'console' | 'projector';
  /** The world it looks into, or 0. */
  world: number;
  eyes: 'blue' | 'red';
}

/** Whether the seat is someone's, in the session or waiting to be let in. */
export function isHeld({ standing }: Seat): boolean {
  return standing === 'held' || standing === 'watching' || standing === 'waiting';
}

/** Whether they play along. */
export function isIn({ standing }: Seat): boolean {
  return standing === 'held';
}

/** Whether they look on at a world without a place in it. */
export function isLookingOn({ standing }: Seat): boolean {
  return standing === 'watching';
}

export function connectionOf(seat: Seat | undefined): Connection | null {
  return seat?.line.kind === 'present' ? seat.line.connection : null;
}

export function seatOf(session: Session, id: number): Seat | undefined {
  return session.seats.find((seat) => seat.id === id);
}

export function phaseOf({ phase }: Session): SessionPhase {
  return phase.kind;
}

/** The worlds that a session plays or has just played. */
export function worldsOf({ phase }: Session): readonly WorldSlot[] {
  return phase.kind === 'lobby' ? [] : phase.worlds;
}

export function worldOf(session: Session, id: number): WorldSlot | undefined {
  return worldsOf(session).find((world) => world.id === id);
}

/** Somebody has used it. One that is closed is kept no longer for being read. */
export function use(session: Session, now: number): void {
  if (session.phase.kind !== 'closed') session.usedAt = now;
}

/** Resolves once nothing of the session is played any more. */
export function whenOver(session: Session): Promise<void> {
  if (session.phase.kind !== 'live') return Promise.resolve();
  return new Promise((resolve) => session.overWaits.push(resolve));
}

/** The phase of a session whose round is over. Whoever waited for that goes on. */
export function settleOver(session: Session, phase: Exclude<Phase, { kind: 'live' }>): void {
  session.phase = phase;
  for (const resolve of session.overWaits.splice(0)) resolve();
}

/** Two names that a class would read as one have the same key. */
export function nameKey(nickname: string): string {
  // Upper before lower folds what has no single small letter, such as ß and SS.
  // A joiner that is there or not hardly shows.
  const seen = nickname.replaceAll(/[\u200c\u200d]/g, '');
  return seen.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
