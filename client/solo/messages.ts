import type { Answer } from '../../shared/authority/contract.ts';
import type { Input } from '../../shared/match/input.ts';
import type { MatchRecord } from '../../shared/match/match.ts';
import type { Debrief } from '../../shared/match/report.ts';
import type { SeatState } from '../../shared/protocol/server.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Args, PaceState } from '../net/link.ts';

/** From the page to the worker that runs a match alone. */
export type ToWorker =
  | {
      readonly kind: 'open';
      readonly scenario: string;
      readonly seed: number;
      /** Where it goes on from; `null`: it begins. */
      readonly journal: MatchRecord['journal'] | null;
      readonly pace: PaceState;
    }
  | { readonly kind: 'order'; readonly n: number; readonly command: string; readonly args: Args }
  | { readonly kind: 'look'; readonly subject: RowRef | null }
  | { readonly kind: 'sync'; readonly tick: number }
  | { readonly kind: 'pace'; readonly pace: PaceState };

/** From the worker to the page. A beat carries the same frame bytes as a server's. */
export type FromWorker =
  | {
      readonly kind: 'beat';
      readonly frame: Uint8Array | null;
      readonly seat: SeatState | null;
      readonly answers: readonly Answer[];
    }
  /** A tick has passed with these inputs: what the match is run again from. */
  | {
      readonly kind: 'passed';
      readonly tick: number;
      readonly inputs: readonly Input[];
      readonly over: boolean;
    }
  | { readonly kind: 'pace'; readonly pace: PaceState }
  | { readonly kind: 'debrief'; readonly debrief: Debrief }
  | { readonly kind: 'failed'; readonly message: string };

/** The one seat of a match alone. */
export const SOLO_SEAT = 1;
