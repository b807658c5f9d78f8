import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { PINGS } from '../../../shared/protocol/talk.ts';
import type { Game } from '../../state/match/game.ts';
import { PING_KEY, TALK_KEY } from '../../state/page/keys.ts';

/** Under this key stand the answers to what was said. */
export const TALK = 'talk';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'range';
}

/**
 * The keys of talking, on either side's screen: one opens the menu, one points at what is selected
 * at once, and in the open menu a digit points with that meaning.
 */
export function useTalkKeys(game: Game, open: Signal<boolean>): void {
  useEffect(() => {
    const point = (index: number): boolean => {
      const subject = game.looked.peek();
      const ping = PINGS[index];
      const { team } = game.link;
      if (subject === null || ping === undefined || team === null) return false;
      game.orders.watch(TALK, team.ping(subject, ping));
      open.value = false;
      return true;
    };
    const run = (event: KeyboardEvent): boolean => {
      if (event.code === `Key${TALK_KEY}`) {
        open.value = !open.peek();
        return true;
      }
      if (event.code === `Key${PING_KEY}`) return point(0);
      if (event.key === 'Escape' && open.peek()) {
        open.value = false;
        return true;
      }
      return (
        open.peek() && event.code.startsWith('Digit') && point(Number(event.code.slice(5)) - 1)
      );
    };
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (!run(event)) return;
      // Before the keys of the screen: in the open menu the digits are not those of its layers.
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [game, open]);
}
