import type { Family } from '../../../attacks/attack.ts';
import type { BlueView } from '../../../view/view.ts';
import type { Wish } from '../defender.ts';

/** One thing that a careful defender sees to: the orders it calls for now, the most urgent first. */
export interface Duty {
  readonly family: Family | null;
  /** The commands that it may call for, and no other: where none of them is dealt, it is not asked. */
  readonly gives: readonly string[];
  readonly wishes: (view: BlueView) => Wish[];
}
