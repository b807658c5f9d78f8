import type { Clock, Connection, Outlet, RandomBytes } from '../ports.ts';
import { deskRoom, sessionRoom, teamRoom } from '../rooms.ts';
import type { Settings } from '../settings.ts';
import { hashToken } from './secrets.ts';
import { connectionOf, type DeskLine, type Seat, type Session } from './session.ts';

/** A seat together with the session it is in. */
export interface Holder {
  readonly session: Session;
  readonly seat: Seat;
}

/** Who is on a line: a player, or an instructor's desk or a projector. */
export type Party =
  | ({ readonly kind: 'seat' } & Holder)
  | { readonly kind: 'desk'; readonly session: Session; readonly desk: DeskLine };

/** Finds sessions and seats: by code, by token, by the line someone is on. */
export class Registry {
  readonly #byId = new Map<string, Session>();
  readonly #byCode = new Map<string, Session>();
  readonly #byToken = new Map<string, Holder>();
  readonly #byConnection = new Map<string, Party>();
  /** Keys to seats that have been taken to another device since, with their sessions. */
  readonly #moved = new Map<string, Session>();

  get size(): number {
    return this.#byId.size;
  }

  all(): readonly Session[] {
    return [...this.#byId.values()];
  }

  add(session: Session): void {
    this.#byId.set(session.id, session);
    this.#byCode.set(session.code, session);
    for (const seat of session.seats) {
      if (seat.standing !== 'left') this.#byToken.set(seat.tokenHash, { session, seat });
    }
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
    for (const [tokenHash, of] of this.#moved) if (of === session) this.#moved.delete(tokenHash);
    for (const { connection } of session.desks) this.#byConnection.delete(connection.id);
  }

  byCode(code: string): Session | undefined {
    return this.#byCode.get(code);
  }

  /** Whether that very session is still kept. */
  has(session: Session): boolean {
    return this.#byId.get(session.id) === session;
  }

  addSeat(session: Session, seat: Seat): void {
    session.seats.push(seat);
    this.#byToken.set(seat.tokenHash, { session, seat });
  }

  /** The seat's token opens nothing any more. It stays on the roster unless that is cut as well. */
  lockSeat(seat: Seat): void {
    this.#byToken.delete(seat.tokenHash);
  }

  /** Gives a seat another token. The one it had opens it as well until it is withdrawn. */
  rekeySeat(session: Session, seat: Seat, tokenHash: string): void {
    seat.tokenHash = tokenHash;
    this.#byToken.set(tokenHash, { session, seat });
  }

  /** A token of a seat opens nothing any more. */
  withdraw(tokenHash: string): void {
    this.#byToken.delete(tokenHash);
  }

  /** A seat has been taken to another device: the key that it had opens nothing any more. */
  moved(session: Session, tokenHash: string): void {
    this.withdraw(tokenHash);
    this.#moved.set(tokenHash, session);
  }

  /** Whether a key that opens nothing opened a seat that is somewhere else now. */
  hasMoved(token: string): boolean {
    return this.#moved.has(hashToken(token));
  }

  removeSeat(session: Session, seat: Seat): void {
    this.lockSeat(seat);
    const at = session.seats.indexOf(seat);
    if (at >= 0) session.seats.splice(at, 1);
  }

  byToken(token: string): Holder | undefined {
    return this.#byToken.get(hashToken(token));
  }

  /** Who is on this line, if it is anyone's. */
  on(connection: Connection): Party | undefined {
    return this.#byConnection.get(connection.id);
  }

  /** Puts a line to a seat. The seat must not have another one. */
  attach({ session, seat }: Holder, connection: Connection): void {
    seat.line = { kind: 'present', connection };
    this.#byConnection.set(connection.id, { kind: 'seat', session, seat });
    connection.join(sessionRoom(session.id));
    if (seat.team !== 0) connection.join(teamRoom(session.id, seat.team));
  }

  /** Puts a line to an instructor's desk or a projector. */
  attachDesk(session: Session, desk: DeskLine): void {
    session.desks.add(desk);
    this.#byConnection.set(desk.connection.id, { kind: 'desk', session, desk });
    desk.connection.join(sessionRoom(session.id));
    desk.connection.join(deskRoom(session.id, desk.as));
  }

  /** Takes a line away from its seat or desk; how a seat then stands is the caller's to set. */
  detach(connection: Connection): void {
    const party = this.#byConnection.get(connection.id);
    if (party === undefined) return;
    this.#byConnection.delete(connection.id);
    connection.leave(sessionRoom(party.session.id));
    if (party.kind === 'seat') connection.leave(teamRoom(party.session.id, party.seat.team));
    else {
      party.session.desks.delete(party.desk);
      connection.leave(deskRoom(party.session.id, party.desk.as));
    }
  }

  /** Puts a seat into a team, and its line into the team's room. */
  toTeam(session: Session, seat: Seat, team: number): void {
    const line = connectionOf(seat);
    line?.leave(teamRoom(session.id, seat.team));
    seat.team = team;
    if (team !== 0) line?.join(teamRoom(session.id, team));
  }
}

/** What everything about sessions works with. */
export interface SessionContext {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly outlet: Outlet;
  readonly settings: Settings;
}
