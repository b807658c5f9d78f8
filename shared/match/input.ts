import type { Act } from '../world/attacker.ts';
import type { Pilot } from '../world/seat.ts';

/** Something from outside that a tick takes in. Journalled in this form. */
export type Input =
  | {
      readonly kind: 'order';
      readonly seat: number;
      /** Counts up for each seat; 0 is an order without a number, as a what-if inserts it. */
      readonly n: number;
      readonly command: string;
      readonly args: Readonly<Record<string, number | string>>;
    }
  /** A recorded act, when a match is run again without its minds. Minds' acts are never journalled. */
  | ({ readonly kind: 'act' } & Act)
  /** A change of who plays a seat; a seat that does not exist yet is made. */
  | { readonly kind: 'seat'; readonly seat: number; readonly pilot: Pilot };
