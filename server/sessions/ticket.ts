import type { Clock, RandomBytes } from '../ports.ts';

/** Milliseconds that a ticket is shown; it is good for as long again. */
const SHOWN_MS = 30_000;
const BYTES = 9;

/**
 * The part of the projected QR code that proves that someone is in the room: it changes, so a
 * photograph that is passed on is soon worth no more than the code beside it.
 */
export class Ticket {
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  #now = '';
  #before = '';
  #since = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, random: RandomBytes) {
    this.#clock = clock;
    this.#random = random;
  }

  /** What is shown now. */
  current(): string {
    const now = this.#clock.now();
    const age = now - this.#since;
    if (age >= SHOWN_MS || age < 0) {
      this.#before = age < 2 * SHOWN_MS ? this.#now : '';
      this.#now = Buffer.from(this.#random(BYTES)).toString('base64url');
      this.#since = now;
    }
    return this.#now;
  }

  admits(ticket: string | null): boolean {
    if (ticket === null || ticket === '') return false;
    return ticket === this.current() || ticket === this.#before;
  }
}
