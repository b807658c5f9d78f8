import {
  COUNTDOWN_SECONDS,
  GUESS_RATE,
  SEAT_RATE,
  TALK_RATE,
} from '../../shared/protocol/limits.ts';
import type { Pilot } from '../../shared/world/people/seat.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import type { Hosting } from '../hosting/hosting.ts';
import type { LiveMatch } from '../hosting/live-match.ts';
import type { Authorities, Log } from '../ports.ts';
import type { JournalRow, SeatRecord, SessionRecord, Store, StoredMatch } from '../store/store.ts';
import { TokenBucket } from './bucket.ts';
import type { SessionContext } from './registry.ts';
import type { Rounds } from './rounds.ts';
import type { Seating } from './seating.ts';
import { isIn, type Seat, type Session, type WorldSlot, worldsOf } from './session.ts';
import { teamOf, teamsOf } from './teams.ts';
import { Ticket } from './ticket.ts';
import { applyPace } from './time.ts';

interface Parts {
  readonly context: SessionContext;
  readonly store: Store;
  readonly hosting: Hosting;
  readonly seating: Seating;
  readonly rounds: Rounds;
  readonly authorities: Authorities;
  readonly log: Log;
}

/** How much was found. */
export interface Found {
  readonly sessions: number;
  readonly matches: number;
}

/**
 * Finds everything that the store kept, as a server that starts: sessions with their seats, and
 * every match at its last durable tick. Live ones go on after a countdown, in which people come back.
 */
export class Recovery {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws when the store cannot be read: to begin empty would be to lose all of it */
  async run(): Promise<Found> {
    const { store, context, log } = this.#parts;
    let matches = 0;
    const records = await store.sessions();
    for (const record of records) {
      try {
        matches += await this.#session(record);
      } catch (error) {
        // One that cannot be read must not keep the others from going on.
        log.error({ err: error, session: record.id }, 'a session was not found again');
      }
    }
    return { sessions: context.registry.size, matches };
  }

  async #session(record: SessionRecord): Promise<number> {
    const { context, store, rounds, seating } = this.#parts;
    const { clock } = context;
    const session = await this.#furnish(record);
    const stored = await store.matches(record.id);
    const seats = await store.seats(record.id);
    const slots: WorldSlot[] = [];
    for (const id of record.matches) {
      const match = stored.find((one) => one.id === id);
      const slot = match && (await this.#world(session, match, seats));
      if (slot) slots.push(slot);
    }
    context.registry.add(session);
    if (record.phase === 'lobby') return 0;
    if (record.phase === 'closed') {
      session.phase = { kind: 'closed', worlds: slots.filter(({ report }) => report !== null) };
      for (const slot of worldsOf(session)) rounds.finishDebrief(session, slot);
      return 0;
    }
    if (slots.length === 0) {
      // Other rules than it was played by, or nothing left of it: they can begin another.
      rounds.toLobby(session);
      session.brokenOff = record.phase === 'live';
      return 0;
    }
    const runs = slots.some(({ match }) => match.running);
    session.phase = { kind: runs ? 'live' : 'debrief', worlds: slots };
    if (runs && !record.paused) {
      session.time = { kind: 'restart', until: clock.now() + 1000 * COUNTDOWN_SECONDS };
    }
    applyPace(session);
    seating.complete(session);
    for (const slot of worldsOf(session)) rounds.finishDebrief(session, slot);
    return slots.length;
  }

  /** A match at its last durable tick, or `null` when other rules than ours made it. */
  async #world(
    session: Session,
    stored: StoredMatch,
    records: readonly SeatRecord[],
  ): Promise<WorldSlot | null> {
    const { store, hosting, rounds, authorities, log } = this.#parts;
    const { id, world, scenario, seed, rules, end } = stored;
    if (rules !== RULES_VERSION) {
      log.warn({ match: id, rules }, 'a match was played by other rules and has ended');
      if (end === null) await store.endMatch(id, 'rules-changed', null);
      return null;
    }
    if (end === 'lost' || end === 'rules-changed') return null;
    const [found, rows] = await Promise.all([store.checkpoint(id), store.journal(id, 0)]);
    const authority = authorities.restore({ scenario, seed }, found, rows);
    const match = hosting.add(
      id,
      authority,
      rounds.ownerOf(session, world, () => slot),
    );
    const last = seatAgain(session, world, match, rows, records);
    const report = await store.report(id);
    const slot: WorldSlot = { id: world, match, nextPlace: last + 1, report, seen: 0, moved: null };
    return slot;
  }

  async #furnish(record: SessionRecord): Promise<Session> {
    const { context, store } = this.#parts;
    const { clock, random } = context;
    const seats = await store.seats(record.id);
    const acts = await store.acts(record.id);
    const { id, code, instructorHash, projectorHash, settings, speed, half, firstHalf } = record;
    // A record of an earlier version has no scores to compare.
    const {
      lastRound = [],
      earlier = [],
      seed,
      debriefed,
      lesson,
      projected,
      usedAt,
      paused,
    } = record;
    return {
      id,
      code,
      instructorHash,
      projectorHash,
      settings,
      phase: { kind: 'lobby' },
      time: { kind: paused ? 'paused' : 'running' },
      runsSince: clock.now(),
      speed,
      half,
      firstHalf,
      lastRound,
      earlier,
      brokenOff: false,
      seed,
      debriefed,
      lesson,
      projected,
      notice: null,
      busy: false,
      overWaits: [],
      seats: seats.map((seat) => this.#seat(seat)).sort((a, b) => a.id - b.id),
      nextSeat: 1 + seats.reduce((most, { seat }) => Math.max(most, seat), 0),
      desks: new Set(),
      acts: acts.map(({ n, at, act }) => ({ n, at, act })),
      moments: [],
      ticket: new Ticket(clock, random),
      guesses: new TokenBucket(clock, GUESS_RATE),
      usedAt,
      broadcast: 'soon',
      looksNews: new Set(teamsOf(settings, half).map((team) => team.id)),
    };
  }

  #seat({ seat, nickname, tokenHash, rejoin, team, place, roles, state }: SeatRecord): Seat {
    const { clock } = this.#parts.context;
    const now = clock.now();
    return {
      id: seat,
      nickname,
      tokenHash,
      rejoin,
      bucket: new TokenBucket(clock, SEAT_RATE),
      talk: new TokenBucket(clock, TALK_RATE),
      standing: state,
      line: { kind: 'dropped', at: now },
      team,
      place,
      roles,
      chosen: null,
      away: false,
      looking: null,
      orders: 0,
      activeAt: now,
      follows: null,
    };
  }
}

/**
 * Gives the seats of a world's teams their places again, as the journal has them: what was written
 * down of a seat may be of an earlier match, and a place that never came into the journal is not in
 * the world. A place that is nobody's now is given up.
 * @returns the highest place that the world knows
 */
function seatAgain(
  session: Session,
  world: number,
  match: LiveMatch,
  rows: readonly JournalRow[],
  records: readonly SeatRecord[],
): number {
  const pilots = new Map<number, Pilot>();
  const orders = new Map<number, number>();
  for (const { inputs } of rows) {
    for (const input of inputs) {
      if (input.kind === 'seat') pilots.set(input.seat, input.pilot);
      else if (input.kind === 'order') {
        orders.set(input.seat, Math.max(orders.get(input.seat) ?? 0, input.n));
      }
    }
  }
  const free = new Set(pilots.keys());
  const matches = new Map(records.map((record) => [record.seat, record.match]));
  for (const seat of session.seats) {
    if (teamOf(session, seat.team)?.world !== world) continue;
    const pilot = matches.get(seat.id) === match.id ? pilots.get(seat.place) : undefined;
    if (pilot === undefined) seat.place = 0;
    else {
      seat.away = pilot === 'computer';
      seat.orders = Math.max(seat.orders, orders.get(seat.place) ?? 0);
      if (isIn(seat)) free.delete(seat.place);
    }
  }
  for (const [place, pilot] of pilots) {
    match.found(place);
    if (free.has(place) && pilot === 'human') match.unseat(place);
  }
  return Math.max(0, ...pilots.keys());
}
