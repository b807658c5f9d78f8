import type { Command, Offer } from '../commands/command.ts';
import { commandInPlay } from '../commands/deck.ts';
import { lengthOfOrder } from '../commands/length.ts';
import { commands } from '../commands/registry.ts';
import type { Deck } from '../world/deck.ts';
import type { RowRef } from '../world/fact.ts';
import { find } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { refusalOf } from './admit.ts';

const inPlay = new WeakMap<Deck, readonly Command[]>();

/** The commands of a match's deck. */
function commandsOf(world: ReadonlyWorld): Iterable<Command> {
  const { deck } = world;
  if (deck === null) return commands.values();
  const known = inPlay.get(deck);
  if (known) return known;
  const found = [...commands.values()].filter((command) => commandInPlay(world, command));
  inPlay.set(deck, found);
  return found;
}

/** Everything a defender's seat could order about what it looks at, with its price and why not. */
export function offersFor(world: ReadonlyWorld, seat: number, subject: RowRef): Offer[] {
  if (find(world.seats, seat)?.side === 'red') return [];
  const offers: Offer[] = [];
  for (const command of commandsOf(world)) {
    for (const args of command.offers(world, subject)) {
      const quote = command.quote?.(world, args) ?? null;
      offers.push({
        command: command.name,
        key: command.keyOf?.(args) ?? command.key,
        args,
        price: command.price(world, args),
        length: lengthOfOrder(world, command, args),
        refusal: refusalOf(world, seat, command, args),
        ...(quote === null ? {} : { quote }),
      });
    }
  }
  return offers;
}
