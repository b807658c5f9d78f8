import type { FactRef, RowRef } from './fact.ts';
import { provenanceOf } from './fact.ts';
import { foldText } from './hash.ts';
import type { Actor, EventData, EventKind, GameEvent } from './history.ts';
import type { Seq } from './ids.ts';
import type { LossBook } from './losses.ts';
import type { ReadonlyWorld, World } from './world.ts';

/**
 * What a stage of a tick works with: the world, and the history that grows beside it. The history
 * starts with no event 0: that number is the scenario's.
 */
export interface Turn {
  readonly world: World;
  readonly history: GameEvent[];
  /** What the duties lose by, where that is wanted. */
  readonly losses?: LossBook;
}

/** What happened, without the numbers that `emit` gives it. */
export interface Happening<Kind extends EventKind> {
  readonly actor: Actor;
  readonly subjects: readonly RowRef[];
  readonly causes: readonly Seq[];
  readonly data: EventData[Kind];
}

/** Appends an event and returns its number, to be handed on as a cause. */
export function emit<Kind extends EventKind>(turn: Turn, kind: Kind, what: Happening<Kind>): Seq {
  const { world } = turn;
  const seq = (world.history.length + 1) as Seq;
  const causes = [...new Set(what.causes)].filter((cause) => cause !== 0).sort((a, b) => a - b);
  const event = { seq, tick: world.tick, kind, ...what, causes } as unknown as GameEvent;
  turn.history.push(event);
  world.history.length = seq;
  world.history.hash = foldText(world.history.hash, JSON.stringify(event));
  return seq;
}

/** The events behind these facts: the causes of whatever rests on them. */
export function stampsOf(world: ReadonlyWorld, refs: readonly FactRef[]): Seq[] {
  return refs.map((ref) => provenanceOf(world, ref));
}
