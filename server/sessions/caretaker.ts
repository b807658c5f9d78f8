import type { Hosting } from '../hosting/hosting.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { publish, type SessionDesk } from './registry.ts';
import { connectionOf, matchOf, passHosting, recordOf, type Session, seatOf } from './session.ts';

const HOUR_MS = 3_600_000;

/** How long a lobby waits for a host whose line broke before someone else may start the match. */
const HOST_GRACE_MS = 120_000;

/** How long a session must have been empty before it can be given up for a new one. */
const EMPTY_MS = 600_000;

/** Beats between two rounds of news: what someone looks at waits longer than who is there. */
const SOON_BEATS = 4;
const LATER_BEATS = 20;
const SWEEP_BEATS = 200;

/** Keeps sessions in order as time passes: news, hosting, closing, deletion. */
export class Caretaker {
  readonly #desk: SessionDesk;
  readonly #store: Store;
  readonly #hosting: Hosting;
  readonly #log: Log;
  #beat = 0;

  constructor(parts: { desk: SessionDesk; store: Store; hosting: Hosting; log: Log }) {
    this.#desk = parts.desk;
    this.#store = parts.store;
    this.#hosting = parts.hosting;
    this.#log = parts.log;
  }

  /** What is due on this beat. */
  beat(): void {
    this.#beat += 1;
    if (this.#beat % SOON_BEATS === 0) this.#tellNews();
    if (this.#beat % SWEEP_BEATS === 0) this.sweep();
  }

  /** Passes hosting on where the host has not come back, and deletes what is past its time. */
  sweep(): void {
    const { registry, clock, settings } = this.#desk;
    const now = clock.now();
    for (const session of registry.all()) {
      const host = seatOf(session, session.host);
      const gone = host?.presence.kind === 'dropped' && now - host.presence.at > HOST_GRACE_MS;
      if (gone && passHosting(session)) session.news = 'soon';
      const isPast = now - session.usedAt > settings.retentionHours * HOUR_MS;
      if (isPast && session.phase.kind !== 'live') this.#purge(session);
    }
  }

  /**
   * Gives up the session that has been of no use for longest: closed, or long empty.
   * @returns false when there is none
   */
  makeRoom(): boolean {
    const { registry, clock } = this.#desk;
    const now = clock.now();
    const [oldest] = registry
      .all()
      .filter(({ phase, seats, usedAt }) => {
        const empty = seats.every((seat) => connectionOf(seat) === null);
        return (
          phase.kind === 'closed' || (empty && phase.kind !== 'live' && now - usedAt > EMPTY_MS)
        );
      })
      .sort((a, b) => a.usedAt - b.usedAt);
    if (oldest === undefined) return false;
    this.#purge(oldest);
    return true;
  }

  /** Ends a session. It is kept until its time is past, but nobody can come back to it. */
  async close(session: Session): Promise<void> {
    const { registry, clock } = this.#desk;
    const match = matchOf(session);
    if (match) this.#hosting.remove(match);
    session.phase = { kind: 'closed' };
    session.usedAt = clock.now();
    publish(this.#desk, session);
    for (const seat of session.seats) {
      const connection = connectionOf(seat);
      if (connection === null) continue;
      match?.depart(connection);
      registry.detach(connection);
      seat.presence = { kind: 'dropped', at: clock.now() };
    }
    await this.#store.saveSession(recordOf(session));
  }

  #tellNews(): void {
    const alsoLater = this.#beat % LATER_BEATS === 0;
    for (const session of this.#desk.registry.all()) {
      if (session.news === 'soon' || (alsoLater && session.news === 'later')) {
        publish(this.#desk, session);
      }
    }
  }

  #purge(session: Session): void {
    const forget = async (): Promise<void> => {
      if (session.phase.kind !== 'closed') await this.close(session);
      this.#desk.registry.remove(session);
      await this.#store.deleteSession(session.id);
    };
    forget().catch((error: unknown) => {
      this.#log.error({ err: error, session: session.id }, 'a session was not deleted');
    });
  }
}
