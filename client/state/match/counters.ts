import { rowOf } from '../../../shared/view/reading.ts';
import type { Because } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';

/** Where a counter is given, the most telling first: tables by the name of the argument. */
const PLACES = [
  ['vm', 'vms'],
  ['host', 'hosts'],
  ['image', 'images'],
  ['zone', 'zones'],
] as const;

/** What a counter is given at, when it is still there. */
export function placeOf(view: BlueView, counter: NonNullable<Because['counter']>): RowRef | null {
  for (const [name, table] of PLACES) {
    const id = counter.args[name];
    if (typeof id === 'number') return rowOf(view, table, id) && `${table}/${id}`;
  }
  return null;
}
