import type { ClientMessage } from '../../shared/protocol/messages.ts';
import { refuseWire } from '../../shared/protocol/refusal.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import type { Hosting } from '../hosting/hosting.ts';
import type { LiveMatch } from '../hosting/live-match.ts';
import type { AuthorityFactory, Connection, Debriefing, Log } from '../ports.ts';
import { DONE, type Outcome, refused } from '../realtime/outcome.ts';
import { sessionRoom } from '../rooms.ts';
import type { MatchEnd, Store } from '../store/store.ts';
import type { Caretaker } from './caretaker.ts';
import type { Reception } from './reception.ts';
import { publish, type SessionDesk } from './registry.ts';
import { drawId, drawSeed } from './secrets.ts';
import { connectionOf, isHeld, matchOf, recordOf, type Session, seatOf } from './session.ts';

/** A session's matches: how one begins, what players say to it, how it ends. */
export class Stage {
  readonly #desk: SessionDesk;
  readonly #store: Store;
  readonly #hosting: Hosting;
  readonly #reception: Reception;
  readonly #caretaker: Caretaker;
  readonly #authority: AuthorityFactory;
  readonly #debriefing: Debriefing;
  readonly #scenarios: Readonly<Record<string, Scenario>>;
  readonly #log: Log;

  constructor(parts: {
    desk: SessionDesk;
    store: Store;
    hosting: Hosting;
    reception: Reception;
    caretaker: Caretaker;
    authority: AuthorityFactory;
    debriefing: Debriefing;
    scenarios: Readonly<Record<string, Scenario>>;
    log: Log;
  }) {
    this.#desk = parts.desk;
    this.#store = parts.store;
    this.#hosting = parts.hosting;
    this.#reception = parts.reception;
    this.#caretaker = parts.caretaker;
    this.#authority = parts.authority;
    this.#debriefing = parts.debriefing;
    this.#scenarios = parts.scenarios;
    this.#log = parts.log;
  }

  async start(connection: Connection): Promise<Outcome> {
    const session = this.#sessionOn(connection);
    if (session === undefined) return refused(refuseWire('session.no-seat'));
    const { random, clock } = this.#desk;
    const scenario = this.#scenarios[session.scenario];
    if (scenario === undefined) throw new Error(`no scenario ${session.scenario}`);
    if (session.starting) return refused(refuseWire('session.not-now', { phase: 'lobby' }));
    const id = drawId(random);
    const seed = drawSeed(random);
    const authority = this.#authority({ scenario, seed });
    session.starting = true;
    session.usedAt = clock.now();
    try {
      await this.#store.createMatch({
        id,
        session: session.id,
        scenario: session.scenario,
        seed,
        rules: RULES_VERSION,
      });
      await this.#store.saveSession({ ...recordOf(session), phase: 'live', match: id });
    } finally {
      session.starting = false;
    }
    // Everyone may have left while the store was writing.
    if (session.phase.kind !== 'lobby') return refused(refuseWire('session.unknown'));
    const match = this.#hosting.add(id, authority, {
      connectionOf: (seat) => connectionOf(seatOf(session, seat)),
      onOver: () => this.#over(session, match),
      onLost: () => this.#lost(session, match),
    });
    session.phase = { kind: 'live', match };
    for (const seat of session.seats.filter(isHeld)) {
      match.seat(seat.id);
      const line = connectionOf(seat);
      if (line) this.#reception.follow({ session, seat }, line, -1);
    }
    publish(this.#desk, session);
    return DONE;
  }

  /** From the debrief back to the lobby, with those who have not left. */
  async again(connection: Connection): Promise<Outcome> {
    const session = this.#sessionOn(connection);
    if (session === undefined) return refused(refuseWire('session.no-seat'));
    const { registry, clock } = this.#desk;
    const match = matchOf(session);
    session.phase = { kind: 'lobby' };
    session.usedAt = clock.now();
    for (const seat of [...session.seats]) {
      seat.looking = null;
      const line = connectionOf(seat);
      if (line) match?.depart(line);
      if (!isHeld(seat)) registry.removeSeat(session, seat);
    }
    publish(this.#desk, session);
    await this.#store.saveSession(recordOf(session));
    return DONE;
  }

  order(connection: Connection, order: ClientMessage<'match:order'>): Outcome {
    const holder = this.#desk.registry.on(connection);
    const match = holder && matchOf(holder.session);
    if (!match) return refused(refuseWire('session.no-seat'));
    holder.session.usedAt = this.#desk.clock.now();
    return { pending: (settle) => match.order(holder.seat.id, order, settle) };
  }

  look(connection: Connection, { subject }: ClientMessage<'match:look'>): Outcome {
    const holder = this.#desk.registry.on(connection);
    const match = holder && matchOf(holder.session);
    if (!match) return refused(refuseWire('session.no-seat'));
    // The schema has seen to its form.
    const row = subject as RowRef | null;
    holder.seat.looking = row;
    if (holder.session.news === 'none') holder.session.news = 'later';
    match.look(holder.seat.id, row);
    return DONE;
  }

  sync(connection: Connection, { tick }: ClientMessage<'match:sync'>): Outcome {
    const holder = this.#desk.registry.on(connection);
    if (holder === undefined) return refused(refuseWire('session.no-seat'));
    return { ...DONE, after: () => this.#reception.follow(holder, connection, tick) };
  }

  #sessionOn(connection: Connection): Session | undefined {
    return this.#desk.registry.on(connection)?.session;
  }

  #over(session: Session, match: LiveMatch): void {
    // What is known is told at once; what the match has to be run again for follows.
    const outline = match.authority.outline();
    session.phase = { kind: 'debrief', match, report: outline };
    session.usedAt = this.#desk.clock.now();
    publish(this.#desk, session);
    this.#keep(session, match, 'over');
    this.#desk.outlet.emit(sessionRoom(session.id), 'match:debrief', outline);
    this.#debriefing.of(match.authority).then(
      (report) => {
        // They may have gone on to the next match while it was made.
        if (session.phase.kind !== 'debrief' || session.phase.match !== match) return;
        session.phase = { kind: 'debrief', match, report };
        this.#desk.outlet.emit(sessionRoom(session.id), 'match:debrief', report);
      },
      (error: unknown) => this.#log.error({ err: error, match: match.id }, 'no debrief'),
    );
  }

  #lost(session: Session, match: LiveMatch): void {
    this.#log.error({ match: match.id, session: session.id }, 'a match was lost');
    this.#caretaker.close(session).catch((error: unknown) => {
      this.#log.error({ err: error, session: session.id }, 'a lost session was not saved');
    });
    this.#keep(session, match, 'lost');
  }

  /** What only a restart would need to know: nobody waits for it. */
  #keep(session: Session, match: LiveMatch, end: MatchEnd): void {
    const keep = async (): Promise<void> => {
      await this.#store.endMatch(match.id, end);
      await this.#store.saveSession(recordOf(session));
    };
    keep().catch((error: unknown) => {
      this.#log.error({ err: error, match: match.id }, 'the end of a match was not saved');
    });
  }
}
