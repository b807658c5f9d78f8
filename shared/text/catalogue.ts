import { attacks } from './attacks/registry.ts';
import { commands } from './commands/registry.ts';
import type { Room } from './kinds.ts';
import { names } from './names/registry.ts';
import { refusals } from './refusals.ts';
import { reports } from './reports.ts';
import { ui } from './ui/registry.ts';

/** Every word of the game, by path. */
export const catalogue = { attacks, commands, names, refusals, reports, ui } satisfies Room;
