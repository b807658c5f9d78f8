import type { RosterEntry, SessionState } from '../../../shared/protocol/server.ts';
import { DEFAULT_SESSION } from '../../../shared/protocol/settings.ts';
import { ROLE_NAMES } from '../../../shared/world/people/seat.ts';

export const CODE = 'K73QMA';

/** Someone in a session, but for what is said otherwise. */
export function person(
  seat: number,
  nickname: string,
  other: Partial<RosterEntry> = {},
): RosterEntry {
  return {
    seat,
    nickname,
    presence: 'present',
    team: 1,
    place: 0,
    placeKey: 0,
    roles: ROLE_NAMES,
    ...other,
  };
}

/** A session of one team in its lobby, but for what is said otherwise. */
export function sessionWith(
  roster: readonly RosterEntry[],
  other: Partial<SessionState> = {},
): SessionState {
  return {
    code: CODE,
    phase: 'lobby',
    settings: DEFAULT_SESSION,
    teams: [{ id: 1, side: 'blue', world: 1 }],
    roster,
    time: { kind: 'running', speed: 1, slow: false },
    moved: [],
    half: 1,
    firstHalf: [],
    earlier: [],
    brokenOff: false,
    hosted: true,
    retentionHours: 24,
    ...other,
  };
}
