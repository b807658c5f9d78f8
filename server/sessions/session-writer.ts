import type { Log } from '../ports.ts';
import type { MatchEnd, Store } from '../store/store.ts';
import type { Seat, Session, WorldSlot } from './session.ts';
import { recordOf, seatRecordOf } from './states.ts';

/** Writes sessions and seats down as they are at the moment of asking. */
export class SessionWriter {
  readonly #store: Store;
  readonly #log: Log;

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** @throws when the store did not take it */
  session(session: Session): Promise<void> {
    return this.#store.saveSession(recordOf(session));
  }

  /** @throws when the store did not take one of them */
  async seats(session: Session, seats: readonly Seat[] = session.seats): Promise<void> {
    await Promise.all(seats.map((seat) => this.#store.saveSeat(seatRecordOf(session, seat))));
  }

  /** @throws when the store did not take all of it */
  async all(session: Session): Promise<void> {
    await Promise.all([this.session(session), this.seats(session)]);
  }

  /** What only a restart would need to know: nobody waits for it, and a failure is logged. */
  later(what: string, write: () => Promise<void>): void {
    write().catch((error: unknown) => this.#log.error({ err: error }, `not saved: ${what}`));
  }

  /** How a world's match ended, and what is told of it. */
  ended({ match, report }: WorldSlot, end: MatchEnd): Promise<void> {
    return this.#store.endMatch(match.id, end, report);
  }
}
