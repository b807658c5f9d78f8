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
import { isHeld, isIn, phaseOf, type Seat, type Session, worldOf, worldsOf } from './session.ts';
import { standingsOf, summaryOf } from './summary.ts';
import { teamsOf } from './teams.ts';
import { movedEnds } from './time.ts';

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
    moved: movedEnds(session),
    half: session.half,
    firstHalf: session.firstHalf,
    earlier: session.earlier,
    brokenOff: session.brokenOff,
    hosted: [...session.desks].some(({ as }) => as === 'console'),
    retentionHours: hoursKept(session, about),
  };
}

const HOUR_MS = 3_600_000;

/** For how long a session is kept: once it is over the hours go down, and with the last it is gone. */
function hoursKept({ phase, usedAt }: Session, { now, retentionHours }: Circumstances): number {
  if (phase.kind !== 'closed' || retentionHours === 0) return retentionHours;
  return Math.max(1, Math.ceil(retentionHours - (now - usedAt) / HOUR_MS));
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
    people: session.seats.filter(isHeld).map((seat) => personOf(session, seat, about.now)),
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

function personOf(session: Session, { id, rejoin, activeAt }: Seat, now: number): PersonState {
  return { seat: id, rejoin, idle: Math.trunc(idleMs(session, activeAt, now) / 1000) };
}

/** Nobody is idle who has nothing to do: only match time that runs counts. */
function idleMs({ phase, time, runsSince }: Session, activeAt: number, now: number): number {
  if (phase.kind !== 'live' || time.kind !== 'running') return 0;
  return Math.max(0, now - Math.max(activeAt, runsSince));
}

/** What a whole room may read: no secret of either side. */
export function projectorStateOf(session: Session, about: Circumstances): ProjectorState {
  const worlds = worldsOf(session);
  const shown = worldOf(session, session.projected) ?? worlds[0];
  const summary = shown && summaryOf(shown);
  return {
    session: stateOf(session, about),
    ticket: session.ticket.current(),
    world: session.projected,
    standings: session.settings.standings ? standingsOf(session) : null,
    clock: summary
      ? {
          tick: summary.tick,
          phase: summary.phase,
          liveFrom: summary.liveFrom,
          overAt: summary.overAt,
        }
      : null,
    notice:
      session.notice !== null && about.now < session.notice.until ? session.notice.text : null,
  };
}

export function recordOf(session: Session): SessionRecord {
  const { id, code, settings, instructorHash, projectorHash, seed, half, firstHalf } = session;
  const { lastRound, earlier, speed, lesson, projected, debriefed, usedAt, time } = session;
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
    lastRound,
    earlier,
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
