import type { Offer } from '../commands/command.ts';
import { commandInPlay } from '../commands/deck.ts';
import { lengthOfOrder } from '../commands/length.ts';
import { commands } from '../commands/registry.ts';
import type { RowRef } from '../world/fact.ts';
import { find } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { refusalOf } from './admit.ts';

/** Everything a defender's seat could order about what it looks at, with its price and why not. */
export function offersFor(world: ReadonlyWorld, seat: number, subject: RowRef): Offer[] {
  if (find(world.seats, seat)?.side === 'red') return [];
  const offers: Offer[] = [];
  for (const command of commands.values()) {
    if (!commandInPlay(world, command)) continue;
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
