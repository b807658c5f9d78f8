import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Game } from './state/match/game.ts';

export const GameContext = createContext<Game | null>(null);

export function useGame(): Game {
  const game = useContext(GameContext);
  if (game === null) throw new Error('outside a game');
  return game;
}
