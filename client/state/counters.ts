import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { MetNeed } from '../../shared/world/history.ts';
import { rowOf } from './rows.ts';

/** A command that makes a precondition false, and where to give it. */
export interface CounterHint {
  readonly command: string;
  readonly args: MetNeed['counters'][number]['args'];
  /** The VM or the host that it is about, when it is still there. */
  readonly place: RowRef | null;
}

/** The most direct counter of a precondition, as the attack itself names it. */
export function counterOf(view: BlueView, need: MetNeed): CounterHint | null {
  const counter = need.counters[0];
  return counter === undefined ? null : { ...counter, place: placeOf(view, counter.args) };
}

function placeOf(view: BlueView, { vm, host }: CounterHint['args']): RowRef | null {
  if (typeof vm === 'number') return rowOf(view, 'vms', vm) && `vms/${vm}`;
  if (typeof host === 'number') return rowOf(view, 'hosts', host) && `hosts/${host}`;
  return null;
}
