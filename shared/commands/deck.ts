import { type Deck, inDeck } from '../world/deck.ts';

/** Whether a command may be ordered in a match. */
export function commandInPlay(
  world: { readonly deck: Deck | null },
  { name, always }: { readonly name: string; readonly always?: boolean },
): boolean {
  return always === true || inDeck(world, 'commands', name);
}
