import { SEAT_RATE } from '../../shared/protocol/limits.ts';
import type { ClientMessage } from '../../shared/protocol/messages.ts';
import { refuseWire, type WireRefusal } from '../../shared/protocol/refusal.ts';
import type { Welcome } from '../../shared/protocol/server.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';
import type { Connection } from '../ports.ts';
import { DONE, done, type Outcome, refused } from '../realtime/outcome.ts';
import type { Store } from '../store/store.ts';
import { TokenBucket } from './bucket.ts';
import type { Caretaker } from './caretaker.ts';
import type { NicknameFilter } from './nickname-filter.ts';
import type { Holder, SessionDesk } from './registry.ts';
import { drawCode, drawId, drawToken, hashToken } from './secrets.ts';
import {
  connectionOf,
  ensureHost,
  isHeld,
  matchOf,
  nameKey,
  recordOf,
  type Seat,
  type Session,
  seatRecordOf,
  stateOf,
} from './session.ts';

/** Seats a session may ever have given out, for each it can hold: bounds coming and going. */
const SEATS_EVER = 4;

/** People coming, coming back and going. Each answer waits until the seat would outlive a restart. */
export class Reception {
  readonly #desk: SessionDesk;
  readonly #store: Store;
  readonly #caretaker: Caretaker;
  readonly #isUnfit: NicknameFilter;
  readonly #scenarios: Readonly<Record<string, Scenario>>;

  constructor(parts: {
    desk: SessionDesk;
    store: Store;
    caretaker: Caretaker;
    isUnfit: NicknameFilter;
    scenarios: Readonly<Record<string, Scenario>>;
  }) {
    this.#desk = parts.desk;
    this.#store = parts.store;
    this.#caretaker = parts.caretaker;
    this.#isUnfit = parts.isUnfit;
    this.#scenarios = parts.scenarios;
  }

  async create(
    connection: Connection,
    { nickname, scenario }: ClientMessage<'session:create'>,
  ): Promise<Outcome> {
    const { registry, clock, random, settings } = this.#desk;
    if (!Object.hasOwn(this.#scenarios, scenario)) {
      return refused(refuseWire('protocol.malformed', { path: 'scenario' }));
    }
    if (this.#isUnfit(nickname)) return refused(refuseWire('session.name-unfit'));
    if (registry.size >= settings.maxSessions && !this.#caretaker.makeRoom()) {
      return refused(refuseWire('session.too-many'));
    }
    const session: Session = {
      id: drawId(random),
      code: this.#freeCode(),
      scenario,
      phase: { kind: 'lobby' },
      starting: false,
      seats: [],
      nextSeat: 1,
      host: 1,
      usedAt: clock.now(),
      news: 'none',
    };
    registry.add(session);
    const { seat, token } = this.#newSeat(session, nickname);
    try {
      await this.#store.saveSession(recordOf(session));
      await this.#store.saveSeat(seatRecordOf(session, seat));
    } catch (error) {
      registry.remove(session);
      throw error;
    }
    return this.#welcome({ session, seat }, token, connection, -1);
  }

  async join(
    connection: Connection,
    { code, nickname }: ClientMessage<'session:join'>,
  ): Promise<Outcome> {
    const { registry, clock } = this.#desk;
    const session = registry.byCode(code);
    if (session === undefined || session.phase.kind === 'closed') {
      return refused(refuseWire('session.unknown'));
    }
    const refusal = this.#refusalToJoin(session, nickname);
    if (refusal) return refused(refusal);
    session.usedAt = clock.now();
    const { seat, token } = this.#newSeat(session, nickname);
    try {
      await this.#store.saveSeat(seatRecordOf(session, seat));
    } catch (error) {
      registry.removeSeat(session, seat);
      throw error;
    }
    // The session may have ended while the store was writing.
    if (this.#isOver(session)) return refused(refuseWire('session.unknown'));
    if (session.phase.kind === 'live') session.phase.match.seat(seat.id);
    return this.#welcome({ session, seat }, token, connection, -1);
  }

  /** Comes back to a seat. The newest line has it; an older one is told so and let go. */
  resume(connection: Connection, { token, tick }: ClientMessage<'session:resume'>): Outcome {
    const { registry, clock } = this.#desk;
    const holder = registry.byToken(token);
    if (holder === undefined || this.#isOver(holder.session)) {
      return refused(refuseWire('session.seat-unknown'));
    }
    const { session, seat } = holder;
    const own = registry.on(connection);
    if (own !== undefined && own.seat !== seat) {
      return refused(refuseWire('session.not-now', { phase: own.session.phase.kind }));
    }
    session.usedAt = clock.now();
    const older = connectionOf(seat);
    if (older !== null && older.id !== connection.id) {
      this.#release(older, session);
      older.send('seat:elsewhere');
    }
    return this.#welcome(holder, token, connection, tick);
  }

  /** Gives a seat up for good. */
  async leave(connection: Connection): Promise<Outcome> {
    const { registry, clock } = this.#desk;
    const holder = registry.on(connection);
    if (holder === undefined) return refused(refuseWire('session.no-seat'));
    const { session, seat } = holder;
    this.#release(connection, session);
    seat.presence = { kind: 'left', at: clock.now() };
    session.usedAt = clock.now();
    registry.lockSeat(seat);
    if (session.phase.kind === 'lobby') registry.removeSeat(session, seat);
    matchOf(session)?.unseat(seat.id);
    ensureHost(session);
    if (!session.seats.some(isHeld)) await this.#caretaker.close(session);
    else session.news = 'soon';
    await this.#store.saveSeat(seatRecordOf(session, seat));
    return DONE;
  }

  /** A line broke. Its seat waits for it. */
  dropped(connection: Connection): void {
    const { registry, clock } = this.#desk;
    const holder = registry.on(connection);
    if (holder === undefined) return;
    this.#release(connection, holder.session);
    holder.seat.presence = { kind: 'dropped', at: clock.now() };
    holder.session.news = 'soon';
  }

  /** Sends what a seat is missing of its match after `tick`, or everything for -1. */
  follow({ session, seat }: Holder, connection: Connection, tick: number): void {
    const match = matchOf(session);
    if (match === null) return;
    const has = seat.follows === match.id ? tick : -1;
    seat.follows = match.id;
    match.arrive(seat.id, connection, has);
    const { phase } = session;
    if (phase.kind === 'debrief' && phase.report) connection.send('match:debrief', phase.report);
  }

  #welcome(holder: Holder, token: string, connection: Connection, tick: number): Outcome {
    const { session, seat } = holder;
    // Gone while the store was writing: the seat is kept, for whoever has the token.
    if (connection.open) this.#desk.registry.attach(holder, connection);
    ensureHost(session);
    session.news = 'soon';
    const state = stateOf(session, this.#desk.settings.retentionHours);
    const welcome: Welcome = { token, session: state, seat: seat.id };
    return done(welcome, () => this.follow(holder, connection, tick));
  }

  #refusalToJoin(session: Session, nickname: string): WireRefusal | null {
    const limit = this.#desk.settings.maxSeats;
    const held = session.seats.filter(isHeld);
    if (this.#isUnfit(nickname)) return refuseWire('session.name-unfit');
    const key = nameKey(nickname);
    if (held.some((seat) => nameKey(seat.nickname) === key)) {
      return refuseWire('session.name-taken');
    }
    if (held.length >= limit || session.seats.length >= limit * SEATS_EVER) {
      return refuseWire('session.full', { limit });
    }
    return null;
  }

  /** Takes the name at once: two who ask for it in the same moment must not both get it. */
  #newSeat(session: Session, nickname: string): { seat: Seat; token: string } {
    const { registry, clock, random } = this.#desk;
    const token = drawToken(random);
    const seat: Seat = {
      id: session.nextSeat,
      nickname,
      tokenHash: hashToken(token),
      bucket: new TokenBucket(clock, SEAT_RATE),
      presence: { kind: 'dropped', at: clock.now() },
      looking: null,
      follows: null,
    };
    session.nextSeat += 1;
    registry.addSeat(session, seat);
    return { seat, token };
  }

  #freeCode(): string {
    const { registry, random } = this.#desk;
    let code = drawCode(random);
    while (registry.byCode(code) !== undefined) code = drawCode(random);
    return code;
  }

  #isOver(session: Session): boolean {
    return session.phase.kind === 'closed' || this.#desk.registry.byCode(session.code) !== session;
  }

  #release(connection: Connection, session: Session): void {
    matchOf(session)?.depart(connection);
    this.#desk.registry.detach(connection);
  }
}
