import type { Debrief } from '../../shared/match/report.ts';
import type { SessionState } from '../../shared/protocol/server.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { LiveMatch } from '../hosting/live-match.ts';
import type { Connection } from '../ports.ts';
import type { SeatRecord, SessionRecord } from '../store/store.ts';
import type { TokenBucket } from './bucket.ts';

/** Dropping is not leaving: a dropped seat is held for as long as the session lives. */
type Presence =
  | { readonly kind: 'present'; readonly connection: Connection }
  | { readonly kind: 'dropped'; readonly at: number }
  | { readonly kind: 'left'; readonly at: number };

export interface Seat {
  readonly id: number;
  readonly nickname: string;
  readonly tokenHash: string;
  readonly bucket: TokenBucket;
  presence: Presence;
  looking: RowRef | null;
  /** The match whose frames it was last sent: a tick of another one means nothing in this one. */
  follows: string | null;
}

type Phase =
  | { readonly kind: 'lobby' }
  | { readonly kind: 'live'; readonly match: LiveMatch }
  | { readonly kind: 'debrief'; readonly match: LiveMatch; readonly report: Debrief | null }
  | { readonly kind: 'closed' };

/** What a class shares: a code, people in seats, and one match after another. */
export interface Session {
  readonly id: string;
  readonly code: string;
  readonly scenario: string;
  phase: Phase;
  /** A match is being made: nobody may start a second one meanwhile. */
  starting: boolean;
  readonly seats: Seat[];
  nextSeat: number;
  /** Seat of the host. */
  host: number;
  /** Milliseconds since 1970. */
  usedAt: number;
  /** How soon its members are told of what has changed. */
  news: 'none' | 'later' | 'soon';
}

export function isHeld(seat: Seat): boolean {
  return seat.presence.kind !== 'left';
}

export function connectionOf(seat: Seat | undefined): Connection | null {
  return seat?.presence.kind === 'present' ? seat.presence.connection : null;
}

export function seatOf(session: Session, id: number): Seat | undefined {
  return session.seats.find((seat) => seat.id === id);
}

/** The match a session plays or has just played. */
export function matchOf({ phase }: Session): LiveMatch | null {
  return phase.kind === 'live' || phase.kind === 'debrief' ? phase.match : null;
}

/** Two names that a class would read as one have the same key. */
export function nameKey(nickname: string): string {
  // Upper before lower folds what has no single small letter, such as ß and SS.
  return nickname.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/**
 * Gives the hosting to the one who has been in the session longest of those present. When nobody
 * is there it stays where it is.
 * @returns true when it has passed on
 */
export function passHosting(session: Session): boolean {
  const next = session.seats.find(
    (seat) => seat.presence.kind === 'present' && seat.id !== session.host,
  );
  if (next === undefined) return false;
  session.host = next.id;
  return true;
}

/** Finds a new host when the last one has gone for good. */
export function ensureHost(session: Session): boolean {
  const host = seatOf(session, session.host);
  return host !== undefined && isHeld(host) ? false : passHosting(session);
}

/** What its members are told of a session: named field by field, so that nothing else leaves. */
export function stateOf(session: Session, retentionHours: number): SessionState {
  return {
    code: session.code,
    phase: session.phase.kind,
    scenario: session.scenario,
    roster: session.seats.map((seat) => ({
      seat: seat.id,
      nickname: seat.nickname,
      presence: seat.presence.kind,
      host: seat.id === session.host,
      looking: seat.looking,
    })),
    retentionHours,
  };
}

export function recordOf(session: Session): SessionRecord {
  const { id, code, scenario, phase, host, usedAt } = session;
  const match = matchOf(session)?.id ?? null;
  return { id, code, scenario, phase: phase.kind, host, match, usedAt };
}

export function seatRecordOf(session: Session, seat: Seat): SeatRecord {
  const { id, nickname, tokenHash } = seat;
  return { session: session.id, seat: id, nickname, tokenHash, left: !isHeld(seat) };
}
