import type { Hosting } from '../hosting/hosting.ts';
import { deskRoom, sessionRoom, teamRoom } from '../rooms.ts';
import type { SessionContext } from './registry.ts';
import { type Session, worldsOf } from './session.ts';
import { type Circumstances, deskStateOf, projectorStateOf, stateOf } from './states.ts';
import { membersOf } from './teams.ts';
import { settleMoved } from './time.ts';

/** Moments kept of a session. */
const MOMENTS = 200;

/** Beats between two rounds: who is there is told sooner than where they look. */
const SOON_BEATS = 4;
const LATER_BEATS = 20;

/** Tells the rooms of a session how it stands. */
export class StateBroadcast {
  readonly #context: SessionContext;
  readonly #hosting: Hosting;
  #beat = 0;
  #slow = false;

  constructor(context: SessionContext, hosting: Hosting) {
    this.#context = context;
    this.#hosting = hosting;
  }

  get circumstances(): Circumstances {
    const { clock, settings } = this.#context;
    return { now: clock.now(), retentionHours: settings.retentionHours, slow: this.#hosting.slow };
  }

  /**
   * Tells all members of a session at once, and its desks.
   * @param erased nothing of it is kept from now on
   */
  publish(session: Session, erased = false): void {
    session.broadcast = 'none';
    const about = { ...this.circumstances, ...(erased ? { retentionHours: 0 } : {}) };
    this.#context.outlet.emit(sessionRoom(session.id), 'session:state', stateOf(session, about));
    this.#tellDesks(session, about);
  }

  /** What is due on this beat. */
  beat(): void {
    this.#beat += 1;
    const slow = this.#hosting.slow;
    const turned = slow !== this.#slow;
    this.#slow = slow;
    const isLater = this.#beat % LATER_BEATS === 0;
    for (const session of this.#context.registry.all()) {
      const isLive = session.phase.kind === 'live';
      if (settleMoved(session) || (turned && isLive)) session.broadcast = 'soon';
      if (this.#beat % SOON_BEATS === 0 && session.broadcast === 'soon') this.publish(session);
      else if (isLater && session.desks.size > 0) this.#tellDesks(session, this.circumstances);
      if (isLater) this.#tellLooks(session);
    }
  }

  #tellDesks(session: Session, about: Circumstances): void {
    const { outlet } = this.#context;
    const kinds = new Set([...session.desks].map(({ as }) => as));
    if (kinds.has('console')) {
      gather(session);
      outlet.emit(deskRoom(session.id, 'console'), 'desk:state', deskStateOf(session, about));
    }
    if (kinds.has('projector')) {
      const state = projectorStateOf(session, about);
      outlet.emit(deskRoom(session.id, 'projector'), 'projector:state', state);
    }
  }

  #tellLooks(session: Session): void {
    for (const team of session.looksNews) {
      const looks = membersOf(session, team).map(({ id, looking }) => ({ seat: id, looking }));
      this.#context.outlet.emit(teamRoom(session.id, team), 'team:looks', looks);
    }
    session.looksNews.clear();
  }
}

/** Collects what has been worth stopping for since the last look. */
export function gather(session: Session): void {
  for (const world of worldsOf(session)) {
    const { moments, upTo } = world.match.moments(world.seen);
    for (const moment of moments) session.moments.push({ ...moment, world: world.id });
    world.seen = upTo;
  }
  if (session.moments.length > MOMENTS) session.moments.splice(0, session.moments.length - MOMENTS);
}
