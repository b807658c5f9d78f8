import { ringOf } from '../../mechanics/harm/intrusion.ts';
import type { HostSign } from '../../world/evidence.ts';
import type { Tool } from '../../world/machine/tools.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { Striker } from '../attack.ts';
import type { Strike } from '../need.ts';
import { hostProcess } from './escape.ts';

/** Whoever has code in a guest reaches for its host by a channel that is open: the host's end of it shows. */
export function reachChannel(
  turn: Turn,
  by: Striker,
  strike: Strike,
  tools: readonly Tool[],
  shows: HostSign,
): void {
  const row = find(turn.world.vms, strike.vm ?? 0);
  if (row?.power !== 'running' || ringOf(turn.world, by.attacker.id, row.id) === 'none') return;
  if (tools.some((tool) => row.tools.includes(tool))) hostProcess(turn, by, strike, shows);
}
