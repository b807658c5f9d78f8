import { inDeck } from '../../world/deck.ts';
import { TICKS_PER_MINUTE } from '../../world/ids.ts';
import type { ExitRecord } from '../../world/machine/exit.ts';
import { TALLIED } from '../../world/machine/tally.ts';
import { rows } from '../../world/table.ts';
import type { World } from '../../world/world.ts';
import { isOver } from './bounds.ts';
import { trapOf } from './filter.ts';

/** Whether anybody looks back on exits: where decisions are made filters (rule K83). */
const isTallied = (world: World): boolean => inDeck(world, 'commands', 'decide-trap');

/** The last so many numbers, with as many zeros behind them as minutes have passed. */
function shifted(counts: readonly number[], minutes: number): number[] {
  const zeros = Array.from({ length: Math.min(minutes, TALLIED) }, () => 0);
  return [...counts, ...zeros].slice(-TALLIED);
}

/** Counts an exit that is on record, if a filter could be about it. */
export function tallyExit(world: World, exit: ExitRecord): void {
  const trap = trapOf(exit);
  if (trap === null || !isTallied(world)) return;
  const minute = Math.trunc(world.tick / TICKS_PER_MINUTE);
  const over = isOver(exit.operand, exit.bound);
  for (const row of rows(world.tallies)) {
    if (row.vm !== exit.vm || row.trap !== trap) continue;
    const since = minute - row.minute;
    const counts = shifted(over ? row.over : row.within, since);
    const other = shifted(over ? row.within : row.over, since);
    counts.push((counts.pop() ?? 0) + 1);
    row.minute = minute;
    row.over = over ? counts : other;
    row.within = over ? other : counts;
    return;
  }
  const [one, none] = [[1], [0]];
  const counts = { within: over ? none : one, over: over ? one : none };
  world.tallies.push({ id: world.tallies.length, vm: exit.vm, trap, minute, ...counts });
}
