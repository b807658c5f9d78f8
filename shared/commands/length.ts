import type { Tick } from '../world/ids.ts';
import { find } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import type { Args, Command } from './command.ts';

/**
 * Ticks that an order takes: what its command takes, and, about a host where a second factor is asked for, as long as
 * whoever orders it needs to log in there (rule K123). What is done at once logs in to no host.
 */
export function lengthOfOrder(world: ReadonlyWorld, command: Command, args: Args): Tick {
  const length = command.length(world, args);
  const asked = length > 0 && find(world.hosts, Number(args.host ?? 0))?.mfa === true;
  return asked ? length + world.pace.mfaDelay : length;
}
