import type { Tick } from '../world/ids.ts';

export const MOMENT_KINDS = [
  /** A harm that the defenders' own order opened the door to. */
  'own-door',
  /** Any other harm. */
  'harm',
  /** The defenders learned of a harm that had gone unseen for a while. */
  'found-late',
  /** An intruder was thrown out. */
  'evicted',
  /** An attack failed at a need that the defenders had made false. */
  'held',
  /** A breach was closed. */
  'closed',
] as const;

export type MomentKind = (typeof MOMENT_KINDS)[number];

type Facts = Readonly<Record<string, string | number>>;

/** Something in a match that is worth stopping a class for. For instructors: it tells what is hidden. */
export interface Moment {
  /** The event that it is. */
  readonly seq: number;
  readonly tick: Tick;
  readonly kind: MomentKind;
  /** Values for its sentence: attack, need, asset, victim, host … */
  readonly facts: Facts;
  /** The defenders' order that led to it or held it: `command`, and its arguments by name. */
  readonly order?: Facts;
}
