import { type Deck, inDeck } from '../world/deck.ts';
import type { Command } from './command.ts';

/** Whether a command may be ordered in a match. */
export function commandInPlay(
  world: { readonly deck: Deck | null },
  { name, always }: Pick<Command, 'name' | 'always'>,
): boolean {
  return always === true || inDeck(world, 'commands', name);
}
