import type {
  DeskState,
  RosterEntry,
  SessionState,
  WorldSummary,
} from '../../../shared/protocol/server.ts';
import { DEFAULT_SESSION } from '../../../shared/protocol/settings.ts';

export const CODE = 'K73QMA';
export const KEY = 'abcdefghijklmnopqrstuv';

export function sessionState(changes: Partial<SessionState> = {}): SessionState {
  return {
    code: CODE,
    phase: 'lobby',
    settings: { ...DEFAULT_SESSION, mode: 'parallel', teams: 2 },
    teams: [
      { id: 1, side: 'blue', world: 1 },
      { id: 2, side: 'blue', world: 2 },
    ],
    roster: [],
    time: { kind: 'running', speed: 1, slow: false },
    moved: [],
    half: 1,
    firstHalf: [],
    earlier: [],
    brokenOff: false,
    hosted: true,
    retentionHours: 24,
    ...changes,
  };
}

export function deskState(session: Partial<SessionState> = {}): DeskState {
  return {
    session: sessionState(session),
    worlds: [],
    people: [],
    acts: [],
    moments: [],
    lesson: null,
    projected: 0,
    replayable: false,
  };
}

export function person(seat: number, changes: Partial<RosterEntry> = {}): RosterEntry {
  return {
    seat,
    nickname: `p${seat}`,
    presence: 'present',
    placeKey: 0,
    team: 1,
    place: 0,
    roles: ['operator'],
    ...changes,
  };
}

export function summary(world: number, changes: Partial<WorldSummary> = {}): WorldSummary {
  return {
    world,
    tick: 600,
    phase: 'live',
    liveFrom: 100,
    overAt: 1500,
    fidelity: 950,
    isolation: 900,
    performance: 880,
    score: 900,
    minutes: [[950, 900, 880, 909]],
    credits: 300,
    alertsOpen: 0,
    harms: 0,
    harmsOpen: 0,
    requestsWaiting: 0,
    waited: 0,
    hands: { all: 8, used: 2 },
    result: null,
    ...changes,
  };
}
