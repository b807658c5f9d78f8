import type { Debrief } from '../../shared/match/report.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Reply, SeatState, SessionState, Taken } from '../../shared/protocol/server.ts';
import type { RowRef } from '../../shared/world/fact.ts';

/** Where the connection to the authority stands. */
export type LinkStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  /** Gone since that time (ms); it comes back by itself. */
  | { readonly kind: 'dropped'; readonly since: number }
  /** Another tab has taken the seat. */
  | { readonly kind: 'elsewhere' }
  /** The page is older than the server. */
  | { readonly kind: 'outdated' }
  /** The server no longer knows the seat. */
  | { readonly kind: 'lost'; readonly refusal: Refusal }
  /** The authority itself has failed; nothing will bring it back. */
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'closed' };

/** How fast match time runs, where a player may decide that: alone. */
export interface PaceState {
  readonly paused: boolean;
  readonly speed: Speed;
}

export const SPEEDS = [0.5, 1, 2, 4] as const;
type Speed = (typeof SPEEDS)[number];

/** What comes in. */
export interface LinkEvents {
  frame(bytes: Uint8Array): void;
  seat(state: SeatState): void;
  /** The number of the own seat. */
  seated(seat: number): void;
  session(state: SessionState): void;
  debrief(debrief: Debrief): void;
  status(status: LinkStatus): void;
  pace(pace: PaceState): void;
}

export type Args = Readonly<Record<string, number | string>>;

/** The way to the authority, whether it is a server or a worker in this page. */
export interface Link {
  order(command: string, args: Args): Promise<Reply<Taken>>;
  look(subject: RowRef | null): void;
  /** Asks for everything after `tick` when the client has lost its place. */
  sync(tick: number): void;
  /** Begins the match; alone it has begun already. */
  start(): Promise<Reply<unknown>>;
  /** After a debrief, once more. */
  again(): Promise<Reply<unknown>>;
  /** Takes the seat back from another tab. */
  takeBack(): void;
  /** Gives the seat up. */
  leave(): Promise<void>;
  /** Goes away without giving the seat up. */
  close(): void;
  /** Only alone. */
  readonly setPace: ((pace: PaceState) => void) | null;
}
