import type { Technique } from './machine/vm.ts';

/**
 * What a scenario is played with. Commands, attacks and sensors that are not in it do not exist in
 * the match: the palette shows nothing else.
 */
export interface Deck {
  readonly commands: readonly string[];
  readonly attacks: readonly string[];
  readonly sensors: readonly string[];
  readonly techniques: readonly Technique[];
}

/** Whether something may be used in a match; without a deck everything may. */
export function inDeck(
  { deck }: { readonly deck: Deck | null },
  kind: keyof Deck,
  name: string,
): boolean {
  return deck === null || (deck[kind] as readonly string[]).includes(name);
}
