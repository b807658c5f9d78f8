import type { Offer } from '../commands/command.ts';
import type { Injection } from '../view/injection.ts';
import type { Moment } from '../view/moment.ts';
import type { RowRef } from '../world/fact.ts';
import type { Role } from '../world/people/seat.ts';
import type { Phase } from '../world/world.ts';
import type { InstructorAct, RejoinCode } from './messages.ts';
import type { SessionPhase } from './phase.ts';
import type { Refusal } from './refusal.ts';
import type { SessionSettings } from './settings.ts';
import type { Phrase, Ping } from './talk.ts';
import type { TeamState } from './team.ts';

/** The answer to a message: every message gets exactly one. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * What comes with a seat: `token` is the browser's own key to it, `rejoin` the way back on another
 * device; neither is shown to other players.
 */
export interface Welcome {
  readonly token: string;
  readonly rejoin: RejoinCode;
  readonly session: SessionState;
  readonly seat: number;
  /**
   * The highest number among the seat's orders so far, 0 before the first: on another device, or in
   * another tab, it counts on from there.
   */
  readonly orders: number;
}

/** What whoever makes a session is told, once. The keys are kept only hashed. */
export interface Created {
  readonly code: string;
  readonly instructor: string;
  readonly projector: string;
}

/** What a page is told of a class before it comes in. */
export interface FoundClass {
  /** As it is kept, however it was typed. */
  readonly code: string;
}

/** `waiting`: for the instructor to let them in. `watching`: they look on, without a place in a world. */
type Presence = 'waiting' | 'present' | 'dropped' | 'watching' | 'left' | 'removed';

export interface RosterEntry {
  readonly seat: number;
  readonly nickname: string;
  readonly presence: Presence;
  /** 0: none yet. */
  readonly team: number;
  /** Its number in its team's world, by which jobs and orders name it; 0 before a match. */
  readonly place: number;
  /**
   * Stands for that place in that very match; 0 before one. Its orders say it, so that none that
   * comes late is taken in another match.
   */
  readonly placeKey: number;
  /** What it sees in full and is asked about. A team of one has all four. */
  readonly roles: readonly Role[];
}

/**
 * How match time goes on. `restart`: the server was restarted, found the match and goes on in
 * `seconds`. `slow`: it cannot keep up with the clock at the moment, and says so.
 */
export type TimeState =
  | { readonly kind: 'running'; readonly speed: number; readonly slow: boolean }
  | { readonly kind: 'paused'; readonly speed: number }
  | { readonly kind: 'restart'; readonly speed: number; readonly seconds: number };

/** Ticks at which Prepare and Live of a match end. */
export interface Ends {
  readonly liveFrom: number;
  readonly overAt: number;
}

/** By world, the first at 0; `null`: nobody played there. */
export type Scores = readonly (number | null)[];

/** Everything a session's members share that is not the world. Sent whole, on change. */
export interface SessionState {
  readonly code: string;
  readonly phase: SessionPhase;
  readonly settings: SessionSettings;
  readonly teams: readonly TeamState[];
  readonly roster: readonly RosterEntry[];
  readonly time: TimeState;
  /** Ends that the instructor has moved, of worlds whose next tick will make it so. */
  readonly moved: readonly (Ends & { readonly world: number })[];
  /** 1, and 2 once the sides were swapped. */
  readonly half: 1 | 2;
  /** Blue scores of the first half, once it is over and sides may be swapped. */
  readonly firstHalf: Scores;
  /** Blue scores of the match of which this is the rematch; none of another one. */
  readonly earlier: Scores;
  /**
   * The last match was broken off: the server came back with other rules, by which it cannot go on.
   * Until another one begins.
   */
  readonly brokenOff: boolean;
  /** An instructor's desk is open somewhere. */
  readonly hosted: boolean;
  /**
   * Hours after its end until everything about it is deleted; once it is closed, those that are left,
   * rounded up: with 0 it is deleted now.
   */
  readonly retentionHours: number;
}

/** What only one seat is told. Sent whole, on change. `seat` is its place in the world. */
export interface SeatState {
  readonly seat: number;
  /** `null`: they have come while time stood still, and have theirs with the next tick. */
  readonly hands: { readonly all: number; readonly used: number } | null;
  readonly looking: RowRef | null;
  readonly options: readonly Offer[];
}

/** Where each of one's own team is looking. */
export type Looks = readonly { readonly seat: number; readonly looking: RowRef | null }[];

/** Something said to a team. Text is rendered as text and nothing else. */
export type Word =
  | {
      readonly kind: 'ping';
      readonly seat: number;
      readonly ping: Ping;
      readonly subject: RowRef;
    }
  | {
      readonly kind: 'phrase';
      readonly seat: number;
      readonly phrase: Phrase;
      readonly subject: RowRef | null;
    }
  | { readonly kind: 'chat'; readonly seat: number; readonly text: string }
  /** From the instructor. */
  | { readonly kind: 'notice'; readonly text: string };

/** An order was taken, in that tick. */
export interface Taken {
  readonly tick: number;
}

export type { Injection };

/** One world, at a glance: what its defenders know, and how many harms nobody has seen. */
export interface WorldSummary {
  readonly world: number;
  readonly tick: number;
  readonly phase: Phase;
  readonly liveFrom: number;
  readonly overAt: number;
  readonly fidelity: number;
  readonly isolation: number;
  readonly performance: number;
  readonly score: number;
  readonly minutes: readonly (readonly number[])[];
  readonly credits: number;
  readonly alertsOpen: number;
  readonly harms: number;
  readonly harmsOpen: number;
  readonly requestsWaiting: number;
  /** Ticks for which the oldest of the open alerts and requests has waited; 0: none does. */
  readonly waited: number;
  readonly hands: { readonly all: number; readonly used: number };
  /** Once it is over: the score with every harm, seen or unseen, and how many there were. */
  readonly result: { readonly total: number; readonly harms: number } | null;
}

/** What the instructor sees of a person beside the roster. */
export interface PersonState {
  readonly seat: number;
  readonly rejoin: RejoinCode;
  /** Seconds since they last did anything. */
  readonly idle: number;
}

/** What an instructor did, and when (milliseconds since 1970). */
export interface ActEntry {
  readonly n: number;
  readonly at: number;
  readonly act: InstructorAct;
}

/** The instructor's desk: sent once a second, on change. */
export interface DeskState {
  readonly session: SessionState;
  readonly worlds: readonly WorldSummary[];
  readonly people: readonly PersonState[];
  /** The latest acts and moments, the newest first. */
  readonly acts: readonly ActEntry[];
  readonly moments: readonly (Moment & { readonly world: number })[];
  /** Part of the lesson, and seconds since it began; `null`: no lesson. */
  readonly lesson: { readonly part: number; readonly seconds: number } | null;
  /** What the projector shows: a world, or 0. */
  readonly projected: number;
  /** A match can be played again from its seed. */
  readonly replayable: boolean;
}

/** The projected page: no secret of either side, and no nickname beside a deed. */
export interface ProjectorState {
  readonly session: SessionState;
  /** The QR code carries it; it changes every so often. */
  readonly ticket: string;
  readonly world: number;
  /** What teams have scored in defence, when it is shown. */
  readonly standings: readonly Standing[] | null;
  readonly clock: (Ends & { readonly tick: number; readonly phase: Phase }) | null;
  /** What the instructor has just said to everyone. */
  readonly notice: string | null;
}

/** What a team has scored in defence, in the half in which it defends. */
export interface Standing {
  readonly team: number;
  readonly world: number;
  readonly half: 1 | 2;
  readonly score: number;
  /** Harms that attackers have done to it, as far as it knows, and all of them when it is over. */
  readonly harms: number | null;
  /** Its score in the match of which this is the rematch. */
  readonly earlier: number | null;
}

/** What opening a desk answers. */
export type Desk =
  | { readonly as: 'console'; readonly state: DeskState; readonly projector: string }
  | { readonly as: 'projector'; readonly state: ProjectorState };

/** Events from the server. Frames are binary, encoded once per audience. */
export interface ServerEvents {
  'session:state': (state: SessionState) => void;
  'seat:state': (state: SeatState) => void;
  /** This seat is now open elsewhere: the newest tab wins. */
  'seat:elsewhere': () => void;
  /** The instructor has taken the seat away. */
  'seat:removed': () => void;
  'team:looks': (looks: Looks) => void;
  'team:word': (word: Word) => void;
  /** Of the defenders' view, and for a projector of the view that has no secrets. */
  'match:frame': (frame: Uint8Array) => void;
  /** Of the attackers' view. */
  'match:red': (frame: Uint8Array) => void;
  /** A debrief: see `shared/match/report.ts`, which the wire need not know. */
  'match:debrief': (debrief: unknown) => void;
  'desk:state': (state: DeskState) => void;
  'projector:state': (state: ProjectorState) => void;
}
