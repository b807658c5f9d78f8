import { refuseWire } from '../../../shared/protocol/refusal.ts';
import { changed, type SessionSettings } from '../../../shared/protocol/settings.ts';
import { teamsOf } from '../teams.ts';
import { watch } from '../watching.ts';
import { type ActRules, ALWAYS } from './act.ts';

/** Settings that shape worlds and teams: they wait for the end of a round. */
const OF_A_ROUND: readonly (keyof SessionSettings)[] = [
  'mode',
  'scenario',
  'level',
  'teams',
  'minutes',
];

/** Acts about the session itself. */
export const roomActs: Pick<ActRules, 'settings' | 'project' | 'close' | 'erase'> = {
  settings: {
    phases: ALWAYS,
    run: async ({ seating, writer, scenarios, context }, session, { settings }) => {
      const next = changed(session.settings, settings);
      if (!Object.hasOwn(scenarios, next.scenario)) {
        return refuseWire('protocol.malformed', { path: 'settings.scenario' });
      }
      const before = session.settings;
      const shapes = OF_A_ROUND.some((name) => next[name] !== before[name]);
      // The lesson begins with the code that people come in by.
      const begins = next.lesson && !before.lesson;
      // Worlds that were played keep their teams until everyone is back in the lobby.
      if ((shapes || begins) && session.phase.kind !== 'lobby') {
        return refuseWire('session.not-now', { phase: session.phase.kind });
      }
      const locks = next.lockRoles !== before.lockRoles;
      session.settings = next;
      // Scores of other worlds, or of other teams, are nothing to compare a rematch with.
      if (shapes) session.lastRound = [];
      if (begins) session.lesson = { part: 0, since: context.clock.now() };
      if (!next.lesson) session.lesson = null;
      // Other teams than there were: people are spread over those that there are now.
      if (next.mode !== before.mode || next.teams !== before.teams) seating.shareOut(session);
      if (locks) {
        for (const { id } of teamsOf(next, session.half)) seating.tellRoles(session, id);
      }
      await writer.seats(session);
      return null;
    },
  },
  project: {
    phases: ALWAYS,
    run: (_, session, { world }) => {
      session.projected = world;
      for (const line of session.desks) if (line.as === 'projector') watch(session, line);
      return null;
    },
  },
  close: {
    phases: ALWAYS,
    run: async ({ lifetime }, session) => {
      await lifetime.close(session);
      return null;
    },
  },
  erase: {
    phases: [...ALWAYS, 'closed'],
    run: async ({ lifetime }, session) => {
      await lifetime.erase(session);
      return null;
    },
  },
};
