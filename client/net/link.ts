import type { ReadonlySignal } from '@preact/signals';
import type { Debrief } from '../../shared/match/report.ts';
import type { RejoinCode } from '../../shared/protocol/messages.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type {
  Looks,
  Reply,
  SeatState,
  SessionState,
  Taken,
  Word,
} from '../../shared/protocol/server.ts';
import type { Phrase, Ping } from '../../shared/protocol/talk.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Role } from '../../shared/world/people/seat.ts';
import type { Trouble } from './trouble.ts';

/** Where the connection to the authority stands. */
export type LinkStatus =
  /** `trouble`: what is known to be wrong. It goes on trying all the same. */
  | { readonly kind: 'connecting'; readonly trouble?: Trouble }
  | { readonly kind: 'online' }
  /** Gone since that time (ms); it comes back by itself. */
  | { readonly kind: 'dropped'; readonly since: number; readonly trouble?: Trouble }
  /** Another tab, or another device, has taken the seat; another tab, the match alone. */
  | { readonly kind: 'elsewhere' }
  /** The instructor has taken the seat away. */
  | { readonly kind: 'removed' }
  /** The page is older than the server. */
  | { readonly kind: 'outdated' }
  /** The server no longer knows the seat. */
  | { readonly kind: 'lost'; readonly refusal: Refusal }
  /** The authority itself has failed; nothing will bring it back. */
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'closed' };

/** How fast match time runs. Alone the player decides it, in a class the instructor. */
export interface PaceState {
  readonly paused: boolean;
  readonly speed: number;
}

/** Speeds to choose from. */
export const SPEEDS = [0.5, 1, 2, 4] as const;

/** A row of the attackers' view. */
export type RedRef = `knownVms/${number}` | `cards/${number}`;
/** What a seat can look at and point at, on whichever side. */
export type Subject = RowRef | RedRef;

export function isRedRef(subject: Subject): subject is RedRef {
  return subject.startsWith('knownVms/') || subject.startsWith('cards/');
}

/** What comes in. */
export interface LinkEvents {
  /** Of the defenders' view. */
  frame(bytes: Uint8Array): void;
  /** Of the attackers' view. */
  red(bytes: Uint8Array): void;
  seat(state: SeatState): void;
  /** The number of the own seat, and the way back to it on another device. */
  seated(seat: number, rejoin: RejoinCode): void;
  session(state: SessionState): void;
  debrief(debrief: Debrief): void;
  status(status: LinkStatus): void;
  pace(pace: PaceState): void;
  looks(looks: Looks): void;
  word(word: Word): void;
}

export type Args = Readonly<Record<string, number | string>>;

/** What one says to one's team, and asks for in the lobby. */
interface TeamLink {
  ping(subject: Subject, ping: Ping): Promise<Reply<unknown>>;
  say(phrase: Phrase, subject: Subject | null): Promise<Reply<unknown>>;
  chat(text: string): Promise<Reply<unknown>>;
  chooseTeam(team: number): Promise<Reply<unknown>>;
  chooseRoles(roles: readonly Role[]): Promise<Reply<unknown>>;
}

/** What is there for one who plays alone. */
export interface AloneLink {
  /** What the match was made from: the same two give the same circumstances to anyone. */
  readonly scenario: string;
  readonly seed: number;
  /** Whether it is kept in this browser, so that leaving it loses nothing. */
  readonly safe: ReadonlySignal<boolean>;
  /** The pace at which it begins, or is gone on with. */
  readonly pace: PaceState;
  setPace(pace: PaceState): void;
  /** The same match from its start. */
  restart(): void;
  /** Another match after the debrief. */
  again(): void;
  /** Another tab goes on with it: here it stops. What it returns is handed to that one. */
  giveWay(): unknown;
}

/** The way to the authority, whether it is a server or a worker in this page. */
export interface Link {
  order(command: string, args: Args): Promise<Reply<Taken>>;
  look(subject: Subject | null): void;
  /** Asks for everything after `tick` when the client has lost its place. */
  sync(tick: number): void;
  /** Tries to connect at once, whatever is under way. */
  retry(): void;
  /** Takes the seat, or the match alone, back from another tab. */
  takeBack(): void;
  /** Gives the seat up. */
  leave(): Promise<void>;
  /** Goes away without giving the seat up. */
  close(): void;
  /** Only at a seat of a class: alone, or at a desk that only watches, there is no team to talk to. */
  readonly team: TeamLink | null;
  /** Only alone: what one decides about the match as a whole. */
  readonly alone: AloneLink | null;
}
