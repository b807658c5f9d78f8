import { type Signal, signal } from '@preact/signals';
import type { BetKind } from '../../../shared/mechanics/exits/bet.ts';

/** What somebody has bet in this match, by what it is about. */
export interface Bets {
  /** The stake, or `null`: none yet. */
  of(kind: BetKind): number | null;
  /** A bet stands: a second one on the same is none. */
  lay(kind: BetKind, stake: number): void;
  forget(): void;
}

export function createBets(): Bets {
  const laid: Signal<Readonly<Partial<Record<BetKind, number>>>> = signal({});
  return {
    of: (kind) => laid.value[kind] ?? null,
    lay: (kind, stake) => {
      if (laid.peek()[kind] === undefined) laid.value = { ...laid.peek(), [kind]: stake };
    },
    forget: () => {
      laid.value = {};
    },
  };
}
