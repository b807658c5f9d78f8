import { type Signal, signal } from '@preact/signals';
import type { BetKind } from '../../../shared/mechanics/exits/bet.ts';

/** What somebody has bet in this match, by what it is about. */
export interface Bets {
  /** The stake, or `null`: none yet. @param tick now: what was bet later was bet in another match */
  of(kind: BetKind, tick: number): number | null;
  /** A bet stands: a second one on the same is none. */
  lay(kind: BetKind, stake: number, tick: number): void;
}

interface Laid {
  readonly stake: number;
  readonly tick: number;
}

export function createBets(): Bets {
  const laid: Signal<Readonly<Partial<Record<BetKind, Laid>>>> = signal({});
  const bets: Bets = {
    of: (kind, tick) => {
      const bet = laid.value[kind];
      return bet === undefined || bet.tick > tick ? null : bet.stake;
    },
    lay: (kind, stake, tick) => {
      if (bets.of(kind, tick) !== null) return;
      laid.value = { ...laid.value, [kind]: { stake, tick } };
    },
  };
  return bets;
}
