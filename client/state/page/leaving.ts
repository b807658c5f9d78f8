import { type ReadonlySignal, signal } from '@preact/signals';
import type { Game } from '../match/game.ts';
import { addressOf, type Route, type Router } from './router.ts';

/** What someone is about to do who may not have meant it. */
export interface Departure {
  /** To another screen; giving up a seat of a class; the same match from its start. */
  readonly kind: 'away' | 'seat' | 'restart';
  readonly goOn: () => void;
}

/** Asks before a running match is left, whichever way. */
export interface Leaving {
  /** The question that is open. */
  readonly asked: ReadonlySignal<Departure | null>;
  /** Asks, where there is something to ask; otherwise it is done at once. */
  ask(departure: Departure): void;
  stay(): void;
  /** It was meant. */
  leave(): void;
}

/** A match is being played here that leaving would interrupt. */
function isPlaying(game: Game | null): boolean {
  if (game === null || game.watching) return false;
  const phase = game.times.peek()?.phase;
  const kind = game.status.peek().kind;
  return phase !== undefined && phase !== 'over' && (kind === 'online' || kind === 'dropped');
}

/** A match that is nowhere kept: what is played so far is gone with the page. */
export function wouldLose(game: Game | null): boolean {
  return isPlaying(game) && game?.link.alone?.safe.peek() === false;
}

export function createLeaving(router: Router, game: ReadonlySignal<Game | null>): Leaving {
  const asked = signal<Departure | null>(null);
  const stay = (): void => {
    asked.value = null;
  };
  const isHere = (to: Route): boolean => addressOf(to, '') === addressOf(router.route.peek(), '');
  router.guard = (to, goOn) => {
    if (isHere(to) || !isPlaying(game.peek())) return false;
    asked.value = { kind: 'away', goOn };
    return true;
  };
  return {
    asked,
    ask: (departure) => {
      if (departure.kind === 'seat' || isPlaying(game.peek())) asked.value = departure;
      else departure.goOn();
    },
    stay,
    leave: () => {
      const departure = asked.peek();
      stay();
      departure?.goOn();
    },
  };
}
