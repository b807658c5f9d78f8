import type { FactRef } from '../world/fact.ts';
import type { Counter } from '../world/history.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/** World ids by name: what a strike is about. */
export type Strike = Readonly<Record<string, number>>;

/**
 * A precondition: a pure predicate over the world. It reads the fields that `facts` names and no
 * other, so that its causes are their stamps.
 */
export interface Need {
  readonly id: string;
  readonly holds: (world: ReadonlyWorld, strike: Strike) => boolean;
  readonly facts: (world: ReadonlyWorld, strike: Strike) => readonly FactRef[];
  /** What defenders could have done about it. */
  readonly counters: (world: ReadonlyWorld, strike: Strike) => readonly Counter[];
}
