import type { Offer } from '../commands/command.ts';
import type { RowRef } from '../world/fact.ts';
import type { Refusal } from './refusal.ts';

/** The answer to a message: every message gets exactly one. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** What comes with a seat: `token` is the browser's own key to it, never shown to others. */
export interface Welcome {
  readonly token: string;
  readonly session: SessionState;
  readonly seat: number;
}

export type SessionPhase = 'lobby' | 'live' | 'debrief' | 'closed';
export type Presence = 'present' | 'dropped' | 'left';

export interface RosterEntry {
  readonly seat: number;
  readonly nickname: string;
  readonly presence: Presence;
  readonly host: boolean;
  /** What it is looking at, for the team. */
  readonly looking: RowRef | null;
}

/** Everything a session's members share that is not the world. Sent whole, on change. */
export interface SessionState {
  readonly code: string;
  readonly phase: SessionPhase;
  readonly scenario: string;
  readonly roster: readonly RosterEntry[];
  /** Hours after its end until everything about it is deleted. */
  readonly retentionHours: number;
}

/** What only one seat is told. Sent whole, on change. */
export interface SeatState {
  readonly seat: number;
  readonly hands: { readonly all: number; readonly used: number };
  readonly looking: RowRef | null;
  readonly options: readonly Offer[];
}

/** An order was taken, in that tick. */
export interface Taken {
  readonly tick: number;
}

/** Events from the server. `match:frame` is one binary frame, encoded once per audience. */
export interface ServerEvents {
  'session:state': (state: SessionState) => void;
  'seat:state': (state: SeatState) => void;
  /** This seat is now open elsewhere: the newest tab wins. */
  'seat:elsewhere': () => void;
  'match:frame': (frame: Uint8Array) => void;
  'match:debrief': (debrief: unknown) => void;
}
