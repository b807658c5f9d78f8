import type { RedView } from '../view/red/red.ts';
import type { ActArgs, MindMemory } from '../world/people/attacker.ts';
import type { Prospect } from '../world/people/known.ts';

/** What a mind decided: at most one act, and what it will remember. */
export interface Decision {
  readonly act: { readonly attack: string; readonly args: ActArgs } | null;
  readonly memory: MindMemory;
}

/** A mind is a function of what it sees and what it remembers, and of nothing else. */
export type Mind = (view: RedView) => Decision;

/** What a mind settles on among what is worth a try, and the steps that it has in view. */
export interface Choice {
  readonly prospect: Prospect;
  readonly plan: readonly string[];
  readonly reason: string;
}

/** The part in which minds differ: which of the things worth a try it takes. */
export type Preference = (view: RedView, worth: readonly Prospect[]) => Choice | null;
