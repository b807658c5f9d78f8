import { handPool } from '../view/hands.ts';
import { isUnattended, STAND_IN } from '../view/unattended.ts';
import { find, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/**
 * Hands of one seat: a side's are shared among its humans, the first seats getting the odd ones
 * (rule J6). Nobody's seat has those of one who defends alone, as long as nobody defends (rule A56).
 */
export function handsOf(world: ReadonlyWorld, seat: number): { all: number; used: number } {
  const side = find(world.seats, seat)?.side ?? 'blue';
  const busy = rows<{ readonly seat: number }>(side === 'blue' ? world.jobs : world.operations);
  let used = 0;
  for (const one of busy) if (one.seat === seat) used += 1;
  const pool = handPool(world, side);
  if (seat === STAND_IN) return { all: isUnattended(world) ? pool : 0, used };
  const people: number[] = [];
  for (const row of rows(world.seats)) {
    if (row.pilot === 'human' && row.side === side) people.push(row.id);
  }
  const place = people.indexOf(seat);
  if (place < 0) return { all: 0, used };
  const odd = place < pool % people.length ? 1 : 0;
  return { all: Math.trunc(pool / people.length) + odd, used };
}
