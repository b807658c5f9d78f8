import type {
  DeskState,
  PersonState,
  ProjectorState,
  RosterEntry,
  SessionState,
  TimeState,
} from '../../shared/protocol/server.ts';
import type { SeatRecord, SessionRecord } from '../store/store.ts';
import { matchOf, placeKeyOf } from './place-key.ts';
import {
  isHeld,
  isIn,
  phaseOf,
  type Seat,
  type Session,
  type WorldSlot,
  worldOf,
  worldsOf,
} from './session.ts';
import { summaryOf } from './summary.ts';
import { teamsOf } from './teams.ts';

/** Acts and moments that a desk is shown. */
const SHOWN = 40;

/** What states are told with. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly retentionHours: number;
  /** Match time is held back because the store is late. */
  readonly slow: boolean;
}

/** What its members are told of a session: named field by field, so that nothing else leaves. */
export function stateOf(session: Session, about: Circumstances): SessionState {
  return {
    code: session.code,
    phase: phaseOf(session),
    settings: session.settings,
    teams: teamsOf(session.settings, session.half),
    roster: session.seats.map((seat) => rosterEntryOf(session, seat)),
    time: timeOf(session, about),
    half: session.half,
    firstHalf: session.firstHalf,
    brokenOff: session.brokenOff,
    hosted: [...session.desks].some(({ as }) => as === 'console'),
    retentionHours: about.retentionHours,
  };
}

function rosterEntryOf(session: Session, seat: Seat): RosterEntry {
  const { id, nickname, team, place, roles } = seat;
  const presence = seat.standing === 'held' ? seat.line.kind : seat.standing;
  const placeKey = placeKeyOf(session, seat);
  return { seat: id, nickname, presence, team, place, placeKey, roles };
}

function timeOf({ time, speed }: Session, { now, slow }: Circumstances): TimeState {
  switch (time.kind) {
    case 'running':
      return { kind: 'running', speed, slow };
    case 'paused':
      return { kind: 'paused', speed };
    case 'restart':
      return { kind: 'restart', speed, seconds: Math.max(0, Math.ceil((time.until - now) / 1000)) };
  }
}

/** All that an instructor sees at a glance. */
export function deskStateOf(session: Session, about: Circumstances): DeskState {
  const { lesson, acts, moments } = session;
  return {
    session: stateOf(session, about),
    worlds: worldsOf(session).map(summaryOf),
    people: session.seats.filter(isHeld).map((seat) => personOf(seat, about.now)),
    acts: acts.slice(-SHOWN).reverse(),
    moments: moments.slice(-SHOWN).reverse(),
    lesson:
      lesson === null
        ? null
        : { part: lesson.part, seconds: Math.trunc((about.now - lesson.since) / 1000) },
    projected: session.projected,
    replayable: session.seed !== null,
  };
}

function personOf({ id, rejoin, activeAt }: Seat, now: number): PersonState {
  return { seat: id, rejoin, idle: Math.max(0, Math.trunc((now - activeAt) / 1000)) };
}

/** What a whole room may read: no secret of either side. */
export function projectorStateOf(session: Session, about: Circumstances): ProjectorState {
  const worlds = worldsOf(session);
  const shown = worldOf(session, session.projected) ?? worlds[0];
  const summary = shown && summaryOf(shown);
  const blue = teamsOf(session.settings, session.half).filter(({ side }) => side === 'blue');
  return {
    session: stateOf(session, about),
    ticket: session.ticket.current(),
    world: session.projected,
    standings: session.settings.standings
      ? blue.flatMap(({ id, world }) => {
          const slot = worldOf(session, world);
          return slot ? [{ team: id, score: scoreOf(slot) }] : [];
        })
      : null,
    clock: summary
      ? {
          tick: summary.tick,
          phase: summary.phase,
          liveFrom: summary.liveFrom,
          overAt: summary.overAt,
        }
      : null,
  };
}

/** What a room may be shown of a score: while it is played what is known, afterwards the truth. */
function scoreOf(slot: WorldSlot): number {
  const { result, score } = summaryOf(slot);
  return result?.total ?? score;
}

export function recordOf(session: Session): SessionRecord {
  const { id, code, settings, instructorHash, projectorHash, seed, half, firstHalf } = session;
  const { speed, lesson, projected, debriefed, usedAt, time } = session;
  return {
    id,
    code,
    phase: phaseOf(session),
    settings,
    instructorHash,
    projectorHash,
    matches: worldsOf(session).map(({ match }) => match.id),
    seed,
    half,
    firstHalf,
    paused: time.kind === 'paused',
    speed,
    lesson,
    projected,
    debriefed,
    usedAt,
  };
}

export function seatRecordOf(session: Session, seat: Seat): SeatRecord {
  const { id, nickname, tokenHash, rejoin, team, place, roles, standing } = seat;
  return {
    session: session.id,
    seat: id,
    nickname,
    tokenHash,
    rejoin,
    team,
    place,
    match: matchOf(session, seat),
    roles,
    state: standing,
  };
}

/** Whether anyone plays. */
export function isPeopled(session: Session): boolean {
  return session.seats.some(isIn);
}
