import type { Tick } from '../world/ids.ts';
import type { Act } from '../world/people/attacker.ts';
import type { Plan } from '../world/people/calendar.ts';
import type { Pilot, Role, Side } from '../world/people/seat.ts';

/** Something from outside that a tick takes in. Journalled in this form. */
export type Input =
  /**
   * What a seat wants done. A defender names a command; an attacker names an attack, whose arguments
   * are those of an act.
   */
  | {
      readonly kind: 'order';
      readonly seat: number;
      /** Counts up for each seat; 0 is an order without a number, as a what-if inserts it. */
      readonly n: number;
      readonly command: string;
      readonly args: Readonly<Record<string, number | string>>;
    }
  /**
   * An act of an attacker that no seat ordered: one that an instructor puts in, or a recorded one
   * when a match is run again without its minds. Minds' acts are never journalled.
   */
  | ({ readonly kind: 'act' } & Act)
  /**
   * A change of who plays a seat; a seat that does not exist yet is made, for `side` (the defenders'
   * when left out). `roles` are those it may order for: all of them when it is made without any, the
   * same as before when it is changed without any.
   */
  | {
      readonly kind: 'seat';
      readonly seat: number;
      readonly pilot: Pilot;
      readonly side?: Side;
      readonly roles?: readonly Role[];
    }
  /** An instructor moves the ends of Prepare and of Live; what is past ends with this tick. */
  | { readonly kind: 'time'; readonly liveFrom: Tick; readonly overAt: Tick }
  /** An instructor makes happen now what a scenario's calendar could hold. */
  | { readonly kind: 'event'; readonly plan: Plan };
