import { inputOf } from '../../../shared/match/injections.ts';
import type { Input } from '../../../shared/match/input.ts';
import { LESSON } from '../../../shared/protocol/lesson.ts';
import { TEAMS_PER_SESSION } from '../../../shared/protocol/limits.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import { refuseWire } from '../../../shared/protocol/refusal.ts';
import { changed } from '../../../shared/protocol/settings.ts';
import { TICKS_PER_MINUTE } from '../../../shared/world/ids.ts';
import { isIn, type Session, type WorldSlot, worldsOf } from '../session.ts';
import { applyPace } from '../time.ts';
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
    run: (_, session) => {
      session.time = { kind: 'paused' };
      applyPace(session);
      return null;
    },
  },
  resume: {
    phases: LIVE,
    run: (_, session) => {
      session.time = { kind: 'running' };
      applyPace(session);
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
      putEach(session, (world) => {
        const { liveFrom, overAt, now } = clockOf(world);
        if (now >= liveFrom) return null;
        // Live is as long as before: what is cut is Prepare.
        return { kind: 'time', liveFrom: now, overAt: overAt - (liveFrom - now) };
      }),
  },
  time: {
    phases: LIVE,
    run: (_, session, { minutes }) =>
      putEach(session, (world) => {
        const { liveFrom, overAt } = clockOf(world);
        const moved = Math.max(liveFrom, overAt + minutes * TICKS_PER_MINUTE);
        return { kind: 'time', liveFrom, overAt: moved };
      }),
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
      const match = LESSON[part]?.match;
      if (match && session.phase.kind === 'live') {
        return refuseWire('session.not-now', { phase: 'live' });
      }
      if (match) {
        const before = session.settings;
        const { mode = before.mode } = match.settings;
        const teams = mode === before.mode ? before.teams : teamsFor(session);
        session.settings = changed(before, { ...match.settings, teams });
        if (mode !== before.mode) seating.shareOut(session);
        const refusal = await rounds.begin(session, match.sameSeed ? session.seed : null, 1);
        if (refusal) {
          session.settings = before;
          return refusal;
        }
      } else if (session.phase.kind === 'live') await endRound(session);
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

function clockOf({ match }: WorldSlot): { liveFrom: number; overAt: number; now: number } {
  const row = match.authority.projection.tables.match[1];
  return {
    liveFrom: row?.liveFrom ?? 0,
    overAt: row?.overAt ?? 0,
    now: match.authority.tick,
  };
}

/** Every world ends with its next tick, which comes even if time stood still. */
function endRound(session: Session): Promise<null> {
  session.time = { kind: 'running' };
  applyPace(session);
  return putEach(session, (world) => {
    const { liveFrom, now } = clockOf(world);
    return { kind: 'time', liveFrom: Math.min(liveFrom, now), overAt: now };
  });
}

/** Puts something into each world that runs, and waits until it would outlive the server. */
async function putEach(session: Session, input: (world: WorldSlot) => Input | null): Promise<null> {
  const puts = running(session).map((world) => {
    const put = input(world);
    return put === null ? null : world.match.put(put);
  });
  await Promise.all(puts);
  return null;
}
