import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Game } from '../../state/match/game.ts';

/** What an attacker has before them: a VM whose cards they read, and a card. 0 is none. */
export interface RedSelection {
  readonly knownVm: Signal<number>;
  readonly card: Signal<number>;
  /** Chooses a VM, or none. The team sees where one looks. */
  choose(knownVm: number): void;
  /** Takes up a card. */
  read(card: number): void;
}

export function createRedSelection(
  game: Pick<Game, 'select'>,
  knownVm: Signal<number>,
  card: Signal<number>,
): RedSelection {
  return {
    knownVm,
    card,
    choose: (id) => {
      knownVm.value = id;
      game.select(id === 0 ? null : `knownVms/${id}`);
    },
    read: (id) => {
      if (card.peek() === id) return;
      card.value = id;
      game.select(id === 0 ? null : `cards/${id}`);
    },
  };
}

export const RedSelectionContext = createContext<RedSelection | null>(null);

export function useRedSelection(): RedSelection {
  const selection = useContext(RedSelectionContext);
  if (selection === null) throw new Error('outside the attackers’ screen');
  return selection;
}
