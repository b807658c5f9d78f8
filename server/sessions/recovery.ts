import {
  COUNTDOWN_SECONDS,
  GUESS_RATE,
  SEAT_RATE,
  TALK_RATE,
} from '../../shared/protocol/limits.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import type { Hosting } from '../hosting/hosting.ts';
import type { Authorities, Log } from '../ports.ts';
import type { SeatRecord, SessionRecord, Store, StoredMatch } from '../store/store.ts';
import { TokenBucket } from './bucket.ts';
import type { SessionDesk } from './registry.ts';
import { type Seat, type Session, type WorldSlot, worldsOf } from './session.ts';
import type { Stage } from './stage.ts';
import { teamOf, teamsOf } from './teams.ts';
import { Ticket } from './ticket.ts';
import { applyPace } from './time.ts';

interface Parts {
  readonly desk: SessionDesk;
  readonly store: Store;
  readonly hosting: Hosting;
  readonly stage: Stage;
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
    const { store, desk, log } = this.#parts;
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
    return { sessions: desk.registry.size, matches };
  }

  async #session(record: SessionRecord): Promise<number> {
    const { desk, store, stage } = this.#parts;
    const { clock } = desk;
    const session = await this.#furnish(record);
    if (record.phase === 'closed') {
      session.phase = { kind: 'closed' };
      desk.registry.add(session);
      return 0;
    }
    const stored = await store.matches(record.id);
    const slots: WorldSlot[] = [];
    for (const id of record.matches) {
      const match = stored.find((one) => one.id === id);
      const slot = match && (await this.#world(session, match));
      if (slot) slots.push(slot);
    }
    desk.registry.add(session);
    if (record.phase === 'lobby') return 0;
    if (slots.length === 0) {
      // Other rules than it was played by, or nothing left of it: they can begin another.
      stage.toLobby(session);
      return 0;
    }
    const runs = slots.some(({ match }) => match.running);
    session.phase = { kind: runs ? 'live' : 'debrief', worlds: slots };
    if (runs && !record.paused) {
      session.time = { kind: 'restart', until: clock.now() + 1000 * COUNTDOWN_SECONDS };
    }
    applyPace(session);
    for (const slot of worldsOf(session)) stage.finishDebrief(session, slot);
    return slots.length;
  }

  /** A match at its last durable tick, or `null` when other rules than ours made it. */
  async #world(session: Session, stored: StoredMatch): Promise<WorldSlot | null> {
    const { store, hosting, stage, authorities, log } = this.#parts;
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
      stage.tableOf(session, world, () => slot),
    );
    let last = 0;
    const here = new Map(
      session.seats
        .filter(({ team }) => teamOf(session, team)?.world === world)
        .map((seat) => [seat.place, seat]),
    );
    for (const { inputs } of rows) {
      for (const input of inputs) {
        if (input.kind === 'seat') {
          match.found(input.seat);
          last = Math.max(last, input.seat);
        } else if (input.kind === 'order') {
          const seat = here.get(input.seat);
          if (seat) seat.orders = Math.max(seat.orders, input.n);
        }
      }
    }
    const report = await store.report(id);
    const slot: WorldSlot = { id: world, match, nextPlace: last + 1, report, seen: 0 };
    return slot;
  }

  async #furnish(record: SessionRecord): Promise<Session> {
    const { desk, store } = this.#parts;
    const { clock, random } = desk;
    const seats = await store.seats(record.id);
    const acts = await store.acts(record.id);
    const { id, code, instructorHash, projectorHash, settings, speed, half, firstHalf } = record;
    const { seed, debriefed, lesson, projected, usedAt, paused } = record;
    return {
      id,
      code,
      instructorHash,
      projectorHash,
      settings,
      phase: { kind: 'lobby' },
      time: { kind: paused ? 'paused' : 'running' },
      speed,
      half,
      firstHalf,
      seed,
      debriefed,
      lesson,
      projected,
      busy: false,
      seats: seats.map((seat) => this.#seat(seat)).sort((a, b) => a.id - b.id),
      nextSeat: 1 + seats.reduce((most, { seat }) => Math.max(most, seat), 0),
      desks: new Set(),
      acts: acts.map(({ n, at, act }) => ({ n, at, act })),
      moments: [],
      ticket: new Ticket(clock, random),
      guesses: new TokenBucket(clock, GUESS_RATE),
      usedAt,
      news: 'soon',
      looksNews: new Set(teamsOf(settings, half).map((team) => team.id)),
    };
  }

  #seat({ seat, nickname, tokenHash, rejoin, team, place, roles, state }: SeatRecord): Seat {
    const { clock } = this.#parts.desk;
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
