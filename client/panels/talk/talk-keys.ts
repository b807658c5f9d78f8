import type { Signal } from '@preact/signals';
import { PINGS } from '../../../shared/protocol/talk.ts';
import { useKeys } from '../../parts/use-keys.ts';
import type { Game } from '../../state/match/game.ts';
import { PING_KEY, TALK_KEY } from '../../state/page/keys.ts';

/** Under this key stand the answers to what was said. */
export const TALK = 'talk';

/**
 * The keys of talking, on either side's screen: one opens the menu, one points at what is selected
 * at once, and in the open menu a digit points with that meaning. They come before the keys of the
 * screen: in the open menu the digits are not those of its layers.
 */
export function useTalkKeys(game: Game, open: Signal<boolean>): void {
  const point = (index: number): boolean => {
    const subject = game.looked.peek();
    const ping = PINGS[index];
    const { team } = game.link;
    if (subject === null || ping === undefined || team === null) return false;
    game.orders.watch(TALK, team.ping(subject, ping));
    open.value = false;
    return true;
  };
  useKeys((key) => {
    if (key === TALK_KEY) {
      open.value = !open.peek();
      return true;
    }
    if (key === PING_KEY) return point(0);
    if (key === 'Escape' && open.peek()) {
      open.value = false;
      return true;
    }
    return open.peek() && /^[0-9]$/.test(key) && point(Number(key) - 1);
  }, true);
}
