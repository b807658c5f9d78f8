import { useKeys } from '../../parts/use-keys.ts';
import type { Game } from '../../state/match/game.ts';
import { LAYERS } from '../../state/match/layers.ts';
import { assignKeys, JUMP_KEYS, type Jump } from '../../state/page/keys.ts';

export interface MatchKeyPorts {
  readonly openHelp: () => void;
  readonly find: () => void;
}

/** The keys of the match screen, by what is printed on them. */
export function useMatchKeys(game: Game, ports: MatchKeyPorts): void {
  useKeys((key, { target }) => {
    if (key === '?') {
      ports.openHelp();
      return true;
    }
    if (key === '/') {
      ports.find();
      return true;
    }
    if (key === 'Escape') {
      game.select(null);
      return true;
    }
    if (key === 'Space') return togglePause(game, target);
    const layer = LAYERS[Number(key) - 1];
    if (layer !== undefined) {
      game.layer.value = layer;
      return true;
    }
    const jump = JUMP_KEYS.find(([, own]) => own === key)?.[0];
    return jump === undefined ? runOption(game, key) : jumpTo(jump);
  });
}

/** To the first thing in a part of the screen, or to the part itself when there is nothing in it. */
function jumpTo(jump: Jump): boolean {
  const part = document.querySelector<HTMLElement>(`[data-jump="${jump}"]`);
  if (part === null) return false;
  const first = part.querySelector<HTMLElement>('[data-land], button');
  if (first === null) part.tabIndex = -1;
  (first ?? part).focus();
  return true;
}

function togglePause(game: Game, target: EventTarget | null): boolean {
  if (game.link.alone === null) return false;
  // What was reached by keyboard keeps its own Space; what was clicked gives it up.
  if (target instanceof HTMLButtonElement || target instanceof HTMLSelectElement) {
    if (target.matches(':focus-visible')) return false;
    target.blur();
  }
  const pace = game.pace.peek();
  game.setPace({ ...pace, paused: !pace.paused });
  return true;
}

function runOption(game: Game, letter: string): boolean {
  const seat = game.seat.peek();
  if (seat === null || seat.looking === null || seat.looking !== game.selection.peek())
    return false;
  const option = seat.options[assignKeys(seat.options).indexOf(letter)];
  if (option === undefined) return false;
  if (option.refusal === null) game.orders.give(option.command, option.args);
  return true;
}
