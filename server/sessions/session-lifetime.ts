import type { Hosting } from '../hosting/hosting.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { SessionContext } from './registry.ts';
import type { Seating } from './seating.ts';
import { connectionOf, isIn, type Session, settleOver, worldsOf } from './session.ts';
import type { SessionWriter } from './session-writer.ts';
import type { StateBroadcast } from './state-broadcast.ts';
import { setTime } from './time.ts';

const HOUR_MS = 3_600_000;

/** How long a session must have been empty before it can be given up for a new one. */
const EMPTY_MS = 600_000;

/** How long hands stay with someone whose line broke. */
const AWAY_MS = 20_000;

/** Beats between two looks at the clock: a second, and ten. */
const CHECK_BEATS = 20;
const SWEEP_BEATS = 200;

interface Parts {
  readonly context: SessionContext;
  readonly store: Store;
  readonly writer: SessionWriter;
  readonly broadcast: StateBroadcast;
  readonly seating: Seating;
  readonly hosting: Hosting;
  readonly log: Log;
}

/** Keeps sessions in order as time passes: hands of those who are away, closing, deletion. */
export class SessionLifetime {
  readonly #parts: Parts;
  #beat = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is due on this beat. */
  beat(): void {
    this.#beat += 1;
    const sessions = this.#parts.context.registry.all();
    for (const session of sessions) if (session.time.kind === 'restart') this.#goOn(session);
    if (this.#beat % CHECK_BEATS === 0) for (const session of sessions) this.#handOver(session);
    if (this.#beat % SWEEP_BEATS === 0) this.sweep();
  }

  /** Deletes what is past its time. */
  sweep(): void {
    const { registry, clock, settings } = this.#parts.context;
    const now = clock.now();
    for (const session of registry.all()) {
      const isPast = now - session.usedAt > settings.retentionHours * HOUR_MS;
      if (isPast && session.phase.kind !== 'live') this.#eraseLater(session);
    }
  }

  /**
   * Gives up the session that has been of no use for longest: closed, or long empty.
   * @returns false when there is none
   */
  makeRoom(): boolean {
    const { registry, clock } = this.#parts.context;
    const now = clock.now();
    const [oldest] = registry
      .all()
      .filter(({ phase, seats, desks, usedAt }) => {
        const empty = desks.size === 0 && seats.every((seat) => connectionOf(seat) === null);
        return (
          phase.kind === 'closed' || (empty && phase.kind !== 'live' && now - usedAt > EMPTY_MS)
        );
      })
      .sort((a, b) => a.usedAt - b.usedAt);
    if (oldest === undefined) return false;
    this.#eraseLater(oldest);
    return true;
  }

  /**
   * Ends a session. What was debriefed stays to be read by those who were there, until its time is
   * past; nobody new comes in.
   */
  async close(session: Session): Promise<void> {
    const { context, hosting, broadcast, writer } = this.#parts;
    const worlds = worldsOf(session);
    const running = worlds.filter(({ match }) => match.running);
    for (const { match } of running) hosting.remove(match);
    session.usedAt = context.clock.now();
    settleOver(session, { kind: 'closed', worlds: worlds.filter(({ report }) => report !== null) });
    broadcast.publish(session);
    await Promise.all(running.map((world) => writer.ended(world, 'stopped')));
    await writer.session(session);
  }

  /** Ends a session and deletes all of it. Whoever is there is told so and let go. */
  async erase(session: Session): Promise<void> {
    const { registry } = this.#parts.context;
    if (session.phase.kind !== 'closed') await this.close(session);
    this.#parts.broadcast.publish(session, true);
    const people = session.seats.flatMap((seat) => connectionOf(seat) ?? []);
    const desks = [...session.desks].map(({ connection }) => connection);
    for (const connection of [...people, ...desks]) {
      for (const { match } of worldsOf(session)) match.depart(connection);
      registry.detach(connection);
    }
    registry.remove(session);
    await this.#parts.store.deleteSession(session.id);
  }

  #eraseLater(session: Session): void {
    this.erase(session).catch((error: unknown) => {
      this.#parts.log.error({ err: error, session: session.id }, 'a session was not deleted');
    });
  }

  /** After a restart a match goes on once people have had the time to come back. */
  #goOn(session: Session): void {
    const { clock } = this.#parts.context;
    if (session.time.kind !== 'restart') return;
    if (clock.now() < session.time.until) {
      // The seconds that are left are told as they pass.
      session.broadcast = 'soon';
      return;
    }
    setTime(session, { kind: 'running' }, clock.now());
    session.broadcast = 'soon';
  }

  #handOver(session: Session): void {
    if (session.phase.kind !== 'live' || session.time.kind === 'restart') return;
    const now = this.#parts.context.clock.now();
    for (const seat of session.seats) {
      const gone = seat.line.kind === 'dropped' && now - seat.line.at > AWAY_MS;
      if (gone && isIn(seat) && !seat.away && seat.place !== 0) {
        this.#parts.seating.away(session, seat);
        session.broadcast = 'soon';
      }
    }
  }
}
