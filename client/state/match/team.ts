import type { RosterEntry, SessionState } from '../../../shared/protocol/server.ts';
import type { TeamState } from '../../../shared/protocol/team.ts';
import type { Role, Side } from '../../../shared/world/people/seat.ts';

/** Somebody who is, or was, at a place of a match: not whoever waits at the door. */
const PLAYS: ReadonlySet<RosterEntry['presence']> = new Set(['present', 'dropped', 'left']);
/** Somebody who has a seat now, though the connection may be gone for a moment. */
const HERE: ReadonlySet<RosterEntry['presence']> = new Set(['present', 'dropped']);

export function seatOf(session: SessionState | null, seat: number): RosterEntry | null {
  return session?.roster.find((entry) => entry.seat === seat) ?? null;
}

export function teamOf(session: SessionState | null, team: number): TeamState | null {
  return session?.teams.find((entry) => entry.id === team) ?? null;
}

/** Everyone of a team who has a seat now, in the order of their seats. */
export function membersOf(session: SessionState | null, team: number): readonly RosterEntry[] {
  return (session?.roster ?? []).filter((entry) => entry.team === team && HERE.has(entry.presence));
}

/** Everyone who looks on at a team's world, in the order of their seats. */
export function watchersOf(session: SessionState | null, team: number): readonly RosterEntry[] {
  return (session?.roster ?? []).filter(
    (entry) => entry.team === team && entry.presence === 'watching',
  );
}

/** The same people with one of them first: whoever reads it finds themselves at once. */
export function ownFirst(people: readonly RosterEntry[], own: number): readonly RosterEntry[] {
  const me = people.filter(({ seat }) => seat === own);
  return me.length === 0 ? people : [...me, ...people.filter(({ seat }) => seat !== own)];
}

/** The team on one side of a world, or `null` when nobody sits there. */
export function teamIn(session: SessionState | null, world: number, side: Side): TeamState | null {
  return session?.teams.find((team) => team.world === world && team.side === side) ?? null;
}

/**
 * Who is at a place of a world. Places are counted anew in each world: the same number is someone
 * else in another team's.
 */
export function whoAt(
  session: SessionState | null,
  world: number,
  place: number,
): RosterEntry | null {
  if (session === null || place === 0) return null;
  const teams = new Set(
    session.teams.filter((team) => team.world === world).map((team) => team.id),
  );
  const there = session.roster.filter((entry) => entry.place === place && teams.has(entry.team));
  // Whoever has gone keeps the place in the roster; the one who sits there now comes first.
  return (
    there.find((entry) => HERE.has(entry.presence)) ??
    there.find((entry) => PLAYS.has(entry.presence)) ??
    null
  );
}

/** Those of a team who have a role, and are here to be asked. */
export function holdersOf(
  session: SessionState | null,
  team: number,
  role: Role,
): readonly RosterEntry[] {
  return membersOf(session, team).filter(
    (entry) => entry.presence === 'present' && entry.roles.includes(role),
  );
}
