import { inputOf } from '../../../shared/match/injections.ts';
import { isOpen, LESSON } from '../../../shared/protocol/lesson.ts';
import { TEAMS_PER_SESSION } from '../../../shared/protocol/limits.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import { refuseWire } from '../../../shared/protocol/refusal.ts';
import type { Ends } from '../../../shared/protocol/server.ts';
import { changed } from '../../../shared/protocol/settings.ts';
import { TICKS_PER_MINUTE } from '../../../shared/world/ids.ts';
import { isIn, type Session, type WorldSlot, whenOver, worldsOf } from '../session.ts';
import { applyPace, endsOf, setTime } from '../time.ts';
import { type ActRules, ALWAYS, BETWEEN, LIVE } from './act.ts';

/** Acts about a round and its time. */
export const roundActs: Pick<
  ActRules,
  | 'start'
  | 'swap'
  | 'pause'
  | 'resume'
  | 'speed'
  | 'go-live'
  | 'time'
  | 'end'
  | 'again'
  | 'inject'
  | 'lesson'
> = {
  start: {
    phases: BETWEEN,
    run: ({ rounds }, session, { sameSeed }) =>
      rounds.begin(session, sameSeed ? session.seed : null, 1),
  },
  swap: {
    phases: ['debrief'],
    run: ({ rounds }, session) => {
      const canSwap = modes[session.settings.mode].swaps && session.half === 1;
      if (!canSwap) return refuseWire('session.not-now', { phase: session.phase.kind });
      return rounds.begin(session, session.seed, 2);
    },
  },
  pause: {
    phases: LIVE,
    run: ({ context }, session) => {
      setTime(session, { kind: 'paused' }, context.clock.now());
      return null;
    },
  },
  resume: {
    phases: LIVE,
    run: ({ context }, session) => {
      setTime(session, { kind: 'running' }, context.clock.now());
      return null;
    },
  },
  speed: {
    phases: LIVE,
    run: (_, session, { speed }) => {
      session.speed = speed;
      applyPace(session);
      return null;
    },
  },
  'go-live': {
    phases: LIVE,
    run: (_, session) =>
      moveEnds(session, ({ liveFrom, overAt, now }) =>
        // Live is as long as before: what is cut is Prepare.
        now >= liveFrom ? null : { liveFrom: now, overAt: overAt - (liveFrom - now) },
      ),
  },
  time: {
    phases: LIVE,
    run: (_, session, { minutes }) => {
      const by = minutes * TICKS_PER_MINUTE;
      // Ending a match is another thing to do, which asks first.
      const ends = running(session)
        .map(clockOf)
        .some(({ liveFrom, overAt, now }) => by < 0 && overAt + by <= Math.max(liveFrom, now));
      if (ends) return refuseWire('session.would-end');
      return moveEnds(session, ({ liveFrom, overAt }) => ({ liveFrom, overAt: overAt + by }));
    },
  },
  end: {
    phases: LIVE,
    run: (_, session) => endRound(session),
  },
  again: {
    phases: ['debrief'],
    run: ({ rounds }, session) => {
      rounds.toLobby(session);
      return null;
    },
  },
  inject: {
    phases: LIVE,
    run: async (_, session, { world, key }) => {
      const found = running(session).flatMap(({ id, match }) => {
        const injection = match.authority.injections().find((one) => one.key === key);
        const here = world === 0 || id === world;
        return injection && here ? [match.put(inputOf(injection))] : [];
      });
      await Promise.all(found);
      return found.length > 0 ? null : refuseWire('session.stale-injection');
    },
  },
  lesson: {
    phases: ALWAYS,
    run: async ({ rounds, context, seating }, session, { part }) => {
      const next = LESSON[part];
      const { kind: phase } = session.phase;
      const standing = { phase, replayable: session.seed !== null };
      if (next === undefined || !isOpen(next, standing)) {
        return refuseWire('session.not-now', { phase });
      }
      const { where } = next;
      if (where === 'lobby' || where === 'debrief') {
        if (phase === 'live') await endRound(session);
        // It may have been closed meanwhile.
        if (session.phase.kind === 'closed') return refuseWire('session.unknown');
        if (where === 'lobby' && session.phase.kind === 'debrief') rounds.toLobby(session);
      } else {
        if (phase === 'live') return refuseWire('session.not-now', { phase });
        const before = session.settings;
        const { mode } = where.settings;
        const teams = mode === before.mode ? before.teams : teamsFor(session);
        session.settings = changed(before, { ...where.settings, teams });
        if (mode !== before.mode) seating.shareOut(session);
        const seed = where.sameSeed ? session.seed : null;
        const refusal = await rounds.begin(session, seed, 1, where.once);
        if (refusal) {
          session.settings = before;
          return refusal;
        }
      }
      session.settings = changed(session.settings, { lesson: true });
      session.lesson = { part, since: context.clock.now() };
      return null;
    },
  },
};

/** As many teams as make teams of five at most, for a lesson that begins to play in another mode. */
function teamsFor({ seats }: Session): number {
  const people = seats.filter(isIn).length;
  return Math.min(TEAMS_PER_SESSION, Math.max(1, Math.ceil(people / LESSON_TEAM)));
}

const LESSON_TEAM = 5;

const running = (session: Session): WorldSlot[] =>
  worldsOf(session).filter(({ match }) => match.running);

interface Clock extends Ends {
  readonly now: number;
}

function clockOf(world: WorldSlot): Clock {
  const { tick: now, projection } = world.match.authority;
  return { ...endsOf(world, now, projection.tables.match[1]), now };
}

/** Every world ends with its next ticks, which come even if time stood still. */
async function endRound(session: Session): Promise<null> {
  session.time = { kind: 'running' };
  applyPace(session);
  await moveEnds(session, ({ liveFrom, now }) => ({
    liveFrom: Math.min(liveFrom, now),
    overAt: now,
  }));
  await whenOver(session);
  return null;
}

/** Moves the ends of each world that runs, and waits until it would outlive the server. */
async function moveEnds(session: Session, to: (clock: Clock) => Ends | null): Promise<null> {
  const puts = running(session).map((world) => {
    const clock = clockOf(world);
    const ends = to(clock);
    if (ends === null) return null;
    world.moved = { ...ends, at: clock.now };
    return world.match.put({ kind: 'time', ...ends });
  });
  await Promise.all(puts);
  return null;
}
