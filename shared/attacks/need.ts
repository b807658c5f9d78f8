import type { FactRef } from '../world/fact.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/** World ids by name: what a strike is about. */
export type Strike = Readonly<Record<string, number>>;

/**
 * A command that would have made a need false, and when: done before that fact came to be, ordered
 * instead of what made it so, or ordered after.
 */
export interface Counter {
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
  readonly moment: 'before' | 'instead' | 'after';
  readonly fact: FactRef;
}

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
