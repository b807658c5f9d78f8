import type { BlueView } from '../../view/view.ts';

/** An order that a defender wants to give. */
export interface Wish {
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
}

/** Plays for the defenders, from their view alone. Asked once a tick. */
export type Defender = (view: BlueView) => readonly Wish[];
