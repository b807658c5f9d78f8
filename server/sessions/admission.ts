import { GUESS_RATE, SEAT_RATE, TALK_RATE } from '../../shared/protocol/limits.ts';
import type { ClientMessage } from '../../shared/protocol/messages.ts';
import { refuseWire, type WireRefusal } from '../../shared/protocol/refusal.ts';
import type { Created, Welcome } from '../../shared/protocol/server.ts';
import { changed, DEFAULT_SESSION } from '../../shared/protocol/settings.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';
import type { Connection } from '../ports.ts';
import { TokenBucket } from './bucket.ts';
import { DONE, done, type Outcome, refused } from './outcome.ts';
import type { Holder, SessionContext } from './registry.ts';
import type { Seating } from './seating.ts';
import {
  drawCode,
  drawId,
  drawKey,
  drawRejoin,
  drawToken,
  hashToken,
  projectorKeyOf,
  sameRejoin,
} from './secrets.ts';
import { connectionOf, isHeld, isIn, nameKey, type Seat, type Session, use } from './session.ts';
import type { SessionLifetime } from './session-lifetime.ts';
import type { SessionWriter } from './session-writer.ts';
import type { StateBroadcast } from './state-broadcast.ts';
import { stateOf } from './states.ts';
import { Ticket } from './ticket.ts';
import type { NameFilter } from './words/names.ts';

/** Seats a session may ever have given out, for each it can hold: bounds coming and going. */
const SEATS_EVER = 4;

interface Parts {
  readonly context: SessionContext;
  readonly writer: SessionWriter;
  readonly broadcast: StateBroadcast;
  readonly seating: Seating;
  readonly lifetime: SessionLifetime;
  readonly judgeName: NameFilter;
  readonly scenarios: Readonly<Record<string, Scenario>>;
}

/** People coming, coming back and going. Each answer waits until the seat would outlive a restart. */
export class Admission {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Makes a session. Its keys are told to whoever makes it, once, and kept only hashed. */
  async create({ settings }: ClientMessage<'session:create'>): Promise<Outcome> {
    const { lifetime, writer, scenarios } = this.#parts;
    const { registry, clock, random, settings: limits } = this.#parts.context;
    const asked = changed(DEFAULT_SESSION, settings);
    if (!Object.hasOwn(scenarios, asked.scenario)) {
      return refused(refuseWire('protocol.malformed', { path: 'settings.scenario' }));
    }
    if (registry.size >= limits.maxSessions && !lifetime.makeRoom()) {
      return refused(refuseWire('session.too-many'));
    }
    const instructor = drawKey(random);
    const projector = projectorKeyOf(instructor);
    const session: Session = {
      id: drawId(random),
      code: this.#freeCode(),
      instructorHash: hashToken(instructor),
      projectorHash: hashToken(projector),
      settings: asked,
      phase: { kind: 'lobby' },
      time: { kind: 'running' },
      runsSince: clock.now(),
      speed: 1,
      half: 1,
      firstHalf: [],
      lastRound: [],
      earlier: [],
      brokenOff: false,
      seed: null,
      debriefed: false,
      lesson: asked.lesson ? { part: 0, since: clock.now() } : null,
      projected: 0,
      notice: null,
      busy: false,
      overWaits: [],
      seats: [],
      nextSeat: 1,
      desks: new Set(),
      acts: [],
      moments: [],
      ticket: new Ticket(clock, random),
      guesses: new TokenBucket(clock, GUESS_RATE),
      usedAt: clock.now(),
      broadcast: 'none',
      looksNews: new Set(),
    };
    registry.add(session);
    try {
      await writer.session(session);
    } catch (error) {
      registry.remove(session);
      throw error;
    }
    return done({ code: session.code, instructor, projector } satisfies Created);
  }

  async join(
    connection: Connection,
    { code, nickname, ticket, token: key }: ClientMessage<'session:join'>,
  ): Promise<Outcome> {
    const { writer, seating } = this.#parts;
    const { registry, clock } = this.#parts.context;
    const session = registry.byCode(code);
    if (session === undefined) return refused(refuseWire('session.unknown'));
    const before = key === undefined ? undefined : registry.byToken(key);
    if (key !== undefined && before) return this.#joinAgain(session, before, key, connection);
    const refusal = this.#refusalToJoin(session, nickname);
    if (refusal) return refused(refusal);
    use(session, clock.now());
    const { seat, token } = this.#newSeat(session, nickname, key);
    const waits = session.settings.approve && !session.ticket.admits(ticket);
    seat.standing = waits ? 'waiting' : 'held';
    if (!waits) seating.bringIn(session, seat);
    try {
      await writer.seats(session, [seat]);
    } catch (error) {
      seating.takeOut(session, seat);
      registry.removeSeat(session, seat);
      throw error;
    }
    // The session may be gone, or the seat been taken away, while the store was writing.
    if (!registry.has(session)) return refused(refuseWire('session.unknown'));
    if (!isHeld(seat)) return refused(refuseWire('session.removed'));
    return this.#welcome({ session, seat }, token, connection, -1);
  }

  /** A join that comes again since its answer was lost: they are in, whatever they call themselves. */
  async #joinAgain(
    session: Session,
    holder: Holder,
    token: string,
    connection: Connection,
  ): Promise<Outcome> {
    if (holder.session !== session) return refused(refuseWire('session.wrong-key'));
    // The key of a seat that was taken away opens no other.
    if (holder.seat.standing === 'removed') return refused(refuseWire('session.removed'));
    // The first may still be on its way to the store.
    await this.#parts.writer.seats(session, [holder.seat]);
    if (!this.#parts.context.registry.has(session) || !isHeld(holder.seat)) {
      return refused(refuseWire('session.unknown'));
    }
    return this.#comeBack(holder, token, connection, -1);
  }

  /** Comes back to a seat. The newest line has it; an older one is told so and let go. */
  resume(connection: Connection, { token, tick }: ClientMessage<'session:resume'>): Outcome {
    const { registry } = this.#parts.context;
    const holder = registry.byToken(token);
    if (holder === undefined) {
      return refused(
        refuseWire(registry.hasMoved(token) ? 'session.seat-moved' : 'session.seat-unknown'),
      );
    }
    if (holder.seat.standing === 'removed') return refused(refuseWire('session.removed'));
    const own = registry.on(connection);
    if (own !== undefined && (own.kind !== 'seat' || own.seat !== holder.seat)) {
      return refused(refuseWire('session.not-now', { phase: own.session.phase.kind }));
    }
    return this.#comeBack(holder, token, connection, tick);
  }

  /** Comes back to a seat on another device, which gets a key of its own. */
  async rejoin(
    connection: Connection,
    { code, rejoin }: ClientMessage<'session:rejoin'>,
  ): Promise<Outcome> {
    const { writer } = this.#parts;
    const { registry, random } = this.#parts.context;
    const session = registry.byCode(code);
    if (session === undefined) return refused(refuseWire('session.unknown'));
    // A code is short, so every try costs, the right one as well.
    const waitMs = session.guesses.take();
    if (waitMs > 0) return refused(refuseWire('session.too-many-guesses', { waitMs }));
    const seat = session.seats.find((one) => isHeld(one) && sameRejoin(one.rejoin, rejoin));
    if (seat === undefined) return refused(refuseWire('session.wrong-key'));
    const token = drawToken(random);
    const before = seat.tokenHash;
    registry.rekeySeat(session, seat, hashToken(token));
    let isTold = false;
    try {
      await writer.seats(session, [seat]);
      isTold = connection.open;
    } finally {
      this.#settleKey(session, seat, before, isTold);
    }
    if (!registry.has(session) || !isHeld(seat)) return refused(refuseWire('session.unknown'));
    return this.#comeBack({ session, seat }, token, connection, -1);
  }

  /** Gives a seat up for good. */
  async leave(connection: Connection): Promise<Outcome> {
    const { writer } = this.#parts;
    const party = this.#parts.context.registry.on(connection);
    if (party?.kind !== 'seat') return refused(refuseWire('session.no-seat'));
    const { session, seat } = party;
    this.giveUp(session, seat, 'left');
    await writer.seats(session, [seat]);
    return DONE;
  }

  /** Ends a seat, by its player or by the instructor. What it had under way goes on. */
  giveUp(session: Session, seat: Seat, standing: 'left' | 'removed'): void {
    const { registry, clock } = this.#parts.context;
    const line = connectionOf(seat);
    if (line) this.release(line);
    seat.standing = standing;
    seat.line = { kind: 'dropped', at: clock.now() };
    use(session, clock.now());
    this.#parts.seating.takeOut(session, seat);
    if (standing === 'left') registry.lockSeat(seat);
    session.broadcast = 'soon';
    if (line && standing === 'removed') line.send('seat:removed');
  }

  /** A line broke. Its seat waits for it. */
  dropped(connection: Connection): void {
    const { registry, clock } = this.#parts.context;
    const party = registry.on(connection);
    if (party === undefined) return;
    this.release(connection);
    if (party.kind === 'seat') party.seat.line = { kind: 'dropped', at: clock.now() };
    party.session.broadcast = 'soon';
  }

  /** Takes a line out of its session and whatever world it looks into. */
  release(connection: Connection): void {
    const { registry } = this.#parts.context;
    const party = registry.on(connection);
    if (party === undefined) return;
    if (party.kind === 'seat') {
      this.#parts.seating.world(party.session, party.seat)?.match.depart(connection);
    }
    registry.detach(connection);
  }

  /**
   * Withdraws the older of a seat's two keys; or the newer, when nobody will ever hear of it: then
   * whoever had the seat keeps it, whatever the store has made of it.
   */
  #settleKey(session: Session, seat: Seat, before: string, isTold: boolean): void {
    const { context, writer } = this.#parts;
    if (isTold || !isHeld(seat)) {
      context.registry.moved(session, before);
      return;
    }
    context.registry.withdraw(seat.tokenHash);
    context.registry.rekeySeat(session, seat, before);
    writer.later('a key', () => writer.seats(session, [seat]));
  }

  #comeBack(holder: Holder, token: string, connection: Connection, tick: number): Outcome {
    const { session, seat } = holder;
    use(session, this.#parts.context.clock.now());
    const older = connectionOf(seat);
    // Whoever is gone again already takes the seat from nobody.
    if (older !== null && older.id !== connection.id && connection.open) {
      this.release(older);
      older.send('seat:elsewhere');
    }
    if (isIn(seat)) this.#parts.seating.back(session, seat);
    return this.#welcome(holder, token, connection, tick);
  }

  #welcome(holder: Holder, token: string, connection: Connection, tick: number): Outcome {
    const { broadcast, seating } = this.#parts;
    const { registry, clock } = this.#parts.context;
    const { session, seat } = holder;
    // Gone while the store was writing: the seat is kept, for whoever has the token.
    if (connection.open) registry.attach(holder, connection);
    seat.activeAt = clock.now();
    session.broadcast = 'soon';
    const welcome: Welcome = {
      token,
      rejoin: seat.rejoin,
      session: stateOf(session, broadcast.circumstances),
      seat: seat.id,
      orders: seat.orders,
    };
    return done(welcome, () => seating.follow(session, seat, connection, tick));
  }

  #refusalToJoin(session: Session, nickname: string): WireRefusal | null {
    const limit = this.#parts.context.settings.maxSeats;
    if (session.phase.kind === 'closed') return refuseWire('session.over');
    if (session.settings.locked) return refuseWire('session.locked');
    const refusal = this.refusalOfName(session, nickname, null);
    if (refusal) return refusal;
    const held = session.seats.filter(isHeld);
    if (held.length >= limit || session.seats.length >= limit * SEATS_EVER) {
      return refuseWire('session.full', { limit });
    }
    return null;
  }

  /** Why a name cannot be had by a seat (`null`: a new one), or `null`. */
  refusalOfName(session: Session, nickname: string, own: Seat | null): WireRefusal | null {
    const trouble = this.#parts.judgeName(nickname);
    if (trouble !== null) return refuseWire(`session.name-${trouble}`);
    const key = nameKey(nickname);
    const taken = session.seats.some(
      (seat) => seat !== own && isHeld(seat) && nameKey(seat.nickname) === key,
    );
    return taken ? refuseWire('session.name-taken') : null;
  }

  /** Takes the name at once: two who ask for it in the same moment must not both get it. */
  #newSeat(session: Session, nickname: string, key?: string): { seat: Seat; token: string } {
    const { registry, clock, random } = this.#parts.context;
    const token = key ?? drawToken(random);
    const now = clock.now();
    const seat: Seat = {
      id: session.nextSeat,
      nickname,
      tokenHash: hashToken(token),
      rejoin: drawRejoin(
        random,
        session.seats.map((one) => one.rejoin),
      ),
      bucket: new TokenBucket(clock, SEAT_RATE),
      talk: new TokenBucket(clock, TALK_RATE),
      standing: 'held',
      line: { kind: 'dropped', at: now },
      team: 0,
      place: 0,
      roles: [],
      chosen: null,
      away: false,
      looking: null,
      orders: 0,
      activeAt: now,
      follows: null,
    };
    session.nextSeat += 1;
    registry.addSeat(session, seat);
    return { seat, token };
  }

  #freeCode(): string {
    const { registry, random } = this.#parts.context;
    let code = drawCode(random);
    while (registry.byCode(code) !== undefined) code = drawCode(random);
    return code;
  }
}
