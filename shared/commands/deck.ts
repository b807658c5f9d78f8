import { type Deck, inDeck } from '../world/deck.ts';
import type { Command } from './command.ts';

/** What every deck holds: power, answers to tenants and to harm, and what has to do with cards and jobs. */
const ALWAYS: ReadonlySet<string> = new Set([
  'start-vm',
  'stop-vm',
  'restart-vm',
  'destroy-vm',
  'release-vm',
  'close-breach',
  'rebuild-host',
  'acknowledge-alert',
  'cancel-job',
]);

/** Whether a command may be ordered in a match. */
export function commandInPlay(
  world: { readonly deck: Deck | null },
  { name }: Pick<Command, 'name'>,
): boolean {
  return ALWAYS.has(name) || inDeck(world, 'commands', name);
}
