import { commands } from '../commands/registry.ts';
import { refusalOf } from '../match/admit.ts';
import type { Option } from '../protocol/server.ts';
import type { RowRef } from '../world/fact.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/** Everything a seat could order about what it looks at, with its price and why not. */
export function optionsFor(world: ReadonlyWorld, seat: number, subject: RowRef): Option[] {
  const options: Option[] = [];
  for (const command of commands.values()) {
    for (const args of command.offers(world, subject)) {
      options.push({
        command: command.name,
        key: command.key,
        args,
        price: command.price(world, args),
        length: command.length(world, args),
        refusal: refusalOf(world, seat, command, args),
      });
    }
  }
  return options;
}
