import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Game, Layer } from '../../state/match/game.ts';
import { assignKeys } from '../../state/page/keys.ts';

const LAYERS: Readonly<Record<string, Layer>> = {
  Digit1: 'compute',
  Digit2: 'memory',
  Digit3: 'network',
  Digit4: 'traps',
};

export interface MatchKeyPorts {
  readonly help: Signal<boolean>;
  readonly findVm: () => void;
}

/** The keys of the match screen. By place on the keyboard, so that they work while typing Hangul. */
export function useMatchKeys(game: Game, ports: MatchKeyPorts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (ports.help.value || isTyping(event.target)) return;
      if (run(game, ports, event)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [game, ports.help]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'range';
}

/** Whether the key meant something. */
function run(game: Game, { help, findVm }: MatchKeyPorts, event: KeyboardEvent): boolean {
  if (event.key === '?') {
    help.value = true;
    return true;
  }
  if (event.key === '/' || event.code === 'Slash') {
    findVm();
    return true;
  }
  if (event.key === 'Escape') {
    game.select(null);
    return true;
  }
  if (event.code === 'Space') return togglePause(game, event.target);
  const layer = LAYERS[event.code];
  if (layer !== undefined) {
    game.layer.value = layer;
    return true;
  }
  return event.code.startsWith('Key') && runOption(game, event.code.slice(3));
}

function togglePause(game: Game, target: EventTarget | null): boolean {
  if (game.link.setPace === null) return false;
  // A button reached by keyboard keeps its own Space; one that was clicked gives it up.
  if (target instanceof HTMLButtonElement) {
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
