import type { Clock, Connection, Outlet, RandomBytes } from '../ports.ts';
import { sessionRoom } from '../rooms.ts';
import type { Settings } from '../settings.ts';
import { hashToken } from './secrets.ts';
import { connectionOf, type Seat, type Session, stateOf } from './session.ts';

/** A seat together with the session it is in. */
export interface Holder {
  readonly session: Session;
  readonly seat: Seat;
}

/** Finds sessions and seats: by code, by token, by the line someone is on. */
export class Registry {
  readonly #byId = new Map<string, Session>();
  readonly #byCode = new Map<string, Session>();
  readonly #byToken = new Map<string, Holder>();
  readonly #byConnection = new Map<string, Holder>();

  get size(): number {
    return this.#byId.size;
  }

  all(): readonly Session[] {
    return [...this.#byId.values()];
  }

  add(session: Session): void {
    this.#byId.set(session.id, session);
    this.#byCode.set(session.code, session);
  }

  /** Forgets a session, its code and the keys to its seats. */
  remove(session: Session): void {
    this.#byId.delete(session.id);
    this.#byCode.delete(session.code);
    for (const seat of session.seats) {
      this.#byToken.delete(seat.tokenHash);
      const connection = connectionOf(seat);
      if (connection) this.#byConnection.delete(connection.id);
    }
  }

  byCode(code: string): Session | undefined {
    return this.#byCode.get(code);
  }

  addSeat(session: Session, seat: Seat): void {
    session.seats.push(seat);
    this.#byToken.set(seat.tokenHash, { session, seat });
  }

  /** The seat's token opens nothing any more. It stays on the roster unless that is cut as well. */
  lockSeat(seat: Seat): void {
    this.#byToken.delete(seat.tokenHash);
  }

  removeSeat(session: Session, seat: Seat): void {
    this.lockSeat(seat);
    const at = session.seats.indexOf(seat);
    if (at >= 0) session.seats.splice(at, 1);
  }

  byToken(token: string): Holder | undefined {
    return this.#byToken.get(hashToken(token));
  }

  /** Whose line this is, if it is anyone's. */
  on(connection: Connection): Holder | undefined {
    return this.#byConnection.get(connection.id);
  }

  /** Puts a line to a seat. The seat must not have another one. */
  attach(holder: Holder, connection: Connection): void {
    holder.seat.presence = { kind: 'present', connection };
    this.#byConnection.set(connection.id, holder);
    connection.join(sessionRoom(holder.session.id));
  }

  /** Takes a line away from its seat, whose presence is the caller's to set. */
  detach(connection: Connection): void {
    const holder = this.#byConnection.get(connection.id);
    if (holder === undefined) return;
    this.#byConnection.delete(connection.id);
    connection.leave(sessionRoom(holder.session.id));
  }
}

/** What everything about sessions works with. */
export interface SessionDesk {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly outlet: Outlet;
  readonly settings: Settings;
}

/** Tells all members of a session how it stands. */
export function publish({ outlet, settings }: SessionDesk, session: Session): void {
  session.news = 'none';
  outlet.emit(sessionRoom(session.id), 'session:state', stateOf(session, settings.retentionHours));
}
