import type { Args, Command, OrderRef } from '../commands/command.ts';
import { commandInPlay } from '../commands/deck.ts';
import { commands } from '../commands/registry.ts';
import { close } from '../mechanics/sensors/close.ts';
import { aboutOf } from '../view/signs/alerts.ts';
import type { About } from '../view/signs/sign.ts';
import type { Alert, Observation } from '../world/alert.ts';
import { rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { World } from '../world/world.ts';

/**
 * Does what an order is for, and closes the alerts that it settles: those of the same doings about the
 * same thing, that it ends, holds or looks into (rule S27). What it leaves undone stays open.
 */
export function carryOut(turn: Turn, command: Command, args: Args, order: OrderRef): void {
  // What it is about may be gone once it is done: a rule that was taken out, say.
  const settled = [...rows(turn.world.alerts)].filter(
    (alert) => alert.state === 'open' && settles(turn.world, command, args, alert),
  );
  command.finish(turn, args, order);
  for (const alert of settled) {
    if (alert.state !== 'open') continue;
    const by = { actor: { kind: 'seat', id: order.seat }, causes: [order.seq] } as const;
    close(turn, alert, ends(command, alert.seen.kind) ? 'over' : 'answered', by);
  }
}

type Kind = Observation['kind'];

/** Whether what was seen is no longer so after it: who is shut off or powered off is only held. */
const ends = ({ contains = [], leaves = [], blunt }: Command, kind: Kind): boolean =>
  contains.includes(kind) && !leaves.includes(kind) && (blunt !== true || leaves.length === 0);

function settles(world: World, command: Command, args: Args, alert: Alert): boolean {
  const { contains = [], investigates = [], leaves = [] } = command;
  const { kind } = alert.seen;
  if (![...contains, ...investigates].includes(kind)) return false;
  if (!isAbout(args, aboutOf(world, alert))) return false;
  return !leaves.includes(kind) || !endedByAnother(world, command, kind);
}

/** Whether an order about these things is one about that. In how it is done one has a choice. */
const isAbout = (args: Args, about: About): boolean =>
  Object.entries(args).every(([name, value]) => {
    if (name === 'how') return true;
    if (name === 'action')
      return value !== 'emulate' && value !== 'hold' && about.action !== undefined;
    return about[name] === value;
  });

function endedByAnother(world: World, command: Command, kind: Kind): boolean {
  for (const other of commands.values())
    if (other !== command && ends(other, kind) && commandInPlay(world, other)) return true;
  return false;
}
