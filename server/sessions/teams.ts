import { shareRoles } from '../../shared/match/roles.ts';
import { teamsIn } from '../../shared/protocol/modes/mode.ts';
import { modes } from '../../shared/protocol/modes/registry.ts';
import type { SessionSettings } from '../../shared/protocol/settings.ts';
import type { TeamState } from '../../shared/protocol/team.ts';
import { ROLE_NAMES, type Role } from '../../shared/world/people/seat.ts';
import { isIn, isLookingOn, type Seat, type Session, worldOf } from './session.ts';

/** The teams of a session: which side each plays in which world (rules of the design's play.md). */
export function teamsOf(
  { mode, teams }: Pick<SessionSettings, 'mode' | 'teams'>,
  half: 1 | 2,
): readonly TeamState[] {
  return teamsIn(modes[mode], teams, half);
}

export function teamOf(session: Session, id: number): TeamState | undefined {
  return teamsOf(session.settings, session.half).find((team) => team.id === id);
}

/** Those who play in a team, in the order they came. */
export function membersOf({ seats }: Session, team: number): Seat[] {
  return seats.filter((seat) => isIn(seat) && seat.team === team);
}

/** Teams that someone can be in now: once worlds run, those that have one. */
export function openTeams(session: Session): readonly TeamState[] {
  const teams = teamsOf(session.settings, session.half);
  const isOpen = session.phase.kind === 'lobby' || session.phase.kind === 'closed';
  return isOpen ? teams : teams.filter(({ world }) => worldOf(session, world) !== undefined);
}

/** The team with the fewest people of those that are open, or of these; of those alike the first. */
export function smallestTeam(session: Session, teams = openTeams(session)): number {
  let best = teams[0]?.id ?? 1;
  let fewest = Number.POSITIVE_INFINITY;
  for (const { id } of teams) {
    const size = membersOf(session, id).length;
    if (size < fewest) [best, fewest] = [id, size];
  }
  return best;
}

/** How many may be in a team that people choose: one more than an even share. */
export function mostInTeam(session: Session): number {
  const people = session.seats.filter(isIn).length;
  return Math.ceil(people / teamsOf(session.settings, session.half).length) + 1;
}

/** Where a seat goes: into that team, and its line into the team's room. */
export type ToTeam = (seat: Seat, team: number) => void;

/** Puts everyone into a team that there is, and shares the roles of each team out. */
export function settleTeams(session: Session, toTeam: ToTeam): void {
  const teams = teamsOf(session.settings, session.half);
  const known = new Set(teams.map(({ id }) => id));
  for (const seat of session.seats) if (!known.has(seat.team)) toTeam(seat, 0);
  for (const seat of session.seats) {
    if (seat.team !== 0) continue;
    if (isIn(seat)) toTeam(seat, smallestTeam(session, teams));
    else if (isLookingOn(seat)) toTeam(seat, teams[0]?.id ?? 1);
  }
  for (const { id } of teams) settleRoles(session, id);
}

/** Everyone anew: teams of like size in the order people came, and nobody's wishes kept. */
export function shareOut(session: Session, toTeam: ToTeam): void {
  for (const seat of session.seats) {
    toTeam(seat, 0);
    seat.chosen = null;
  }
  settleTeams(session, toTeam);
}

/**
 * Shares a team's four roles out among those of it who are there. Whoever chose has what they
 * chose; what nobody chose goes to the others, and to those with the fewest where there are none.
 */
export function settleRoles(session: Session, team: number): void {
  const side = teamOf(session, team)?.side;
  const all = membersOf(session, team);
  if (side === 'red') {
    for (const seat of all) seat.roles = [];
    return;
  }
  const there = all.filter(({ away }) => !away);
  const shares = rolesFor(there.map(({ chosen }) => chosen));
  there.forEach((seat, i) => {
    seat.roles = shares[i] ?? ROLE_NAMES;
  });
}

/** The roles of people who chose these, or nothing (`null`): together they always have all four. */
export function rolesFor(
  chosen: readonly (readonly Role[] | null)[],
): readonly (readonly Role[])[] {
  if (chosen.every((one) => one === null)) return shareRoles(chosen.length);
  const shares: Role[][] = chosen.map((one) => [...(one ?? [])]);
  const free = ROLE_NAMES.filter((role) => !shares.some((share) => share.includes(role)));
  const open = chosen.flatMap((one, i) => (one === null ? [i] : []));
  const takers = open.length > 0 ? open : chosen.map((_, i) => i);
  for (const role of free) {
    let taker = takers[0] ?? 0;
    for (const i of takers) {
      if ((shares[i]?.length ?? 0) < (shares[taker]?.length ?? 0)) taker = i;
    }
    shares[taker]?.push(role);
  }
  // More people than roles: whoever is left without one helps where the team chose least.
  open.forEach((i, k) => {
    const share = shares[i];
    const role = ROLE_NAMES[k % ROLE_NAMES.length];
    if (share?.length === 0 && role) share.push(role);
  });
  return shares.map((share) => ROLE_NAMES.filter((role) => share.includes(role)));
}
