import type { Offer } from '../../commands/command.ts';
import type { BlueView } from '../../view/view.ts';
import type { RowRef } from '../../world/fact.ts';

/** An order that a defender wants to give. */
export interface Wish {
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
}

/** What could be ordered about a subject: what a player sees who selects it. */
export type Look = (subject: RowRef) => readonly Offer[];

/** Ticks between two looks of a computer defender at its view: people are no faster either. */
export const LOOK_EVERY = 5;

/**
 * Plays for the defenders, from their view and what it looks at, and from nothing else. Asked at every
 * look; what it wants beyond its free hands is refused like anyone's.
 */
export type Defender = (view: BlueView, look: Look) => readonly Wish[];
