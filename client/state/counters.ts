import type { Because } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import { rowOf } from './rows.ts';

/** The VM or the host that a counter is given at, when it is still there. */
export function placeOf(view: BlueView, counter: NonNullable<Because['counter']>): RowRef | null {
  const { vm, host } = counter.args;
  if (typeof vm === 'number') return rowOf(view, 'vms', vm) && `vms/${vm}`;
  if (typeof host === 'number') return rowOf(view, 'hosts', host) && `hosts/${host}`;
  return null;
}
