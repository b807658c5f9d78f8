import type { FactRef } from '../world/fact.ts';
import type { Counter, Proof } from '../world/history.ts';
import type { Seq } from '../world/ids.ts';
import { stampsOf } from '../world/turn.ts';
import type { Texts, Words } from '../world/words.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import type { Knowledge } from './knowing.ts';

/** World ids by name: what a strike is about. */
export type Strike = Readonly<Record<string, number>>;

/** What is said of a precondition to those who attack. The debrief tells it at length, by attack. */
export interface NeedWords extends Texts {
  /** On a card: a few words, as they read while it is true. */
  readonly short: Words;
  /** Why an act came to nothing. */
  readonly failed: Words;
}

/**
 * A precondition: a pure predicate over the world. It reads the fields that `facts` names and no
 * other, so that its causes are their stamps.
 */
export interface Need<Id extends string = string> {
  readonly id: Id;
  readonly words: NeedWords;
  /** What attackers can tell of it; without it they have to probe or to try. */
  readonly known?: Knowledge;
  readonly holds: (world: ReadonlyWorld, strike: Strike) => boolean;
  readonly facts: (world: ReadonlyWorld, strike: Strike) => readonly FactRef[];
  /** What defenders could have done about it. */
  readonly counters: (world: ReadonlyWorld, strike: Strike) => readonly Counter[];
}

/** Why an effect can be: the needs as they stand now, their facts and the events behind those. */
export function proofOf(
  world: ReadonlyWorld,
  needs: readonly Need[],
  strike: Strike,
  act: Seq,
): Proof {
  const met = needs.map((need) => {
    const facts = need.facts(world, strike);
    const counters = need.counters(world, strike);
    return { need: need.id, facts, stamps: stampsOf(world, facts), counters };
  });
  return { needs: met, causes: [act, ...met.flatMap(({ stamps }) => stamps)] };
}

/** The same proof with further needs that a deeper effect rests on. */
export function alsoProved(proof: Proof, more: Proof): Proof {
  return { needs: [...proof.needs, ...more.needs], causes: [...proof.causes, ...more.causes] };
}
