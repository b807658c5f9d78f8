import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { MetNeed } from '../../shared/world/history.ts';
import { rowOf, splitRef } from './rows.ts';

/** A command that makes a precondition false, and where to give it. */
export interface CounterHint {
  readonly command: string;
  readonly place: RowRef | null;
}

/**
 * Names the counter of a precondition from the first of its facts that defenders can change: which
 * field it is tells which command writes it.
 */
export function counterOf(view: BlueView, need: MetNeed): CounterHint | null {
  for (const fact of need.facts) {
    const { table, id } = splitRef(fact);
    const field = fact.slice(fact.lastIndexOf('/') + 1);
    const place = (ref: RowRef): RowRef | null => {
      const at = splitRef(ref);
      const known = at.table === 'hosts' ? rowOf(view, 'hosts', at.id) : rowOf(view, 'vms', at.id);
      return known === null ? null : ref;
    };
    const host = (): RowRef | null => {
      const frame = rowOf(view, 'frames', id);
      return frame === null ? null : place(`hosts/${frame.host}`);
    };
    if (table === 'frames' && field === 'residue')
      return { command: 'scrub-frames', place: host() };
    if (table === 'frames' && field === 'owner') return { command: 'create-vm', place: host() };
    if (table === 'vms' && field === 'power')
      return { command: 'stop-vm', place: place(`vms/${id}`) };
    if (table === 'hosts' && field === 'scrub') {
      return { command: 'scrub-policy', place: place(`hosts/${id}`) };
    }
  }
  return null;
}
