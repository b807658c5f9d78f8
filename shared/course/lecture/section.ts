import type { EventKind } from '../../world/history.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { Texts, Words } from '../../world/words.ts';

/** By what one sees in a match that a section of the lecture comes up in it. */
export type Sign =
  /** Something that happens. */
  | { readonly event: EventKind }
  /** A command that a defender gives. */
  | { readonly order: string }
  /** An attack that comes to its end as its attacker wanted. */
  | { readonly done: string }
  /** A VM that is run by a technique. */
  | { readonly runs: Technique };

/** A section of the lecture, and where in the game it is. None is text alone. */
export interface LectureSection {
  /** As the lecture numbers its sections: 2 to 29. */
  readonly number: number;
  readonly words: LectureWords;
  /** The mechanism: rules of the world, by their numbers. */
  readonly rules: readonly string[];
  /** What one can do about it. */
  readonly commands: readonly string[];
  /** The scenarios in which it is played, and what shows there that it is. */
  readonly played: readonly { readonly scenario: string; readonly sign: Sign }[];
}

export interface LectureWords extends Texts {
  /** What the section is about. */
  readonly topic: Words;
  /** What becomes of it here; where the lecture simplifies, how it is. */
  readonly here: Words;
  /** What one can do about it: its commands, in words. */
  readonly todo: Words;
}
