import type { RedView } from '../view/red/red.ts';
import type { ActArgs, MindMemory, Pursuit } from '../world/people/attacker.ts';
import type { Prospect } from '../world/people/known.ts';

/** What a mind decided: at most one act, and what it will remember. */
export interface Decision {
  readonly act: {
    readonly attack: string;
    readonly args: ActArgs;
    readonly quiet?: boolean;
  } | null;
  readonly memory: MindMemory;
  /** What it had decided before without an act. */
  readonly before?: readonly string[];
}

/** A mind is a function of what it sees and what it remembers, and of nothing else. */
export type Mind = (view: RedView) => Decision;

/**
 * What a mind settles on among what is worth a try, or `null` if it had rather do nothing, and the steps that
 * it has in view.
 */
export interface Choice {
  readonly prospect: Prospect | null;
  readonly plan: readonly string[];
  readonly reason: string;
  readonly quiet?: boolean;
  readonly before?: readonly string[];
  /** Of a mind that has a goal: what it keeps of it. */
  readonly pursuit?: Pursuit;
}

/**
 * The part in which minds differ: which of the things worth a try it takes.
 * @param possible all that could be tried, whether it is worth it now or not
 */
export type Preference = (
  view: RedView,
  worth: readonly Prospect[],
  possible: readonly Prospect[],
) => Choice | null;
