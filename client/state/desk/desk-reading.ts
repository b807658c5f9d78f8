import { TEAMS_PER_SESSION } from '../../../shared/protocol/limits.ts';
import { isOneTeam } from '../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import type {
  DeskState,
  RosterEntry,
  SessionState,
  WorldSummary,
} from '../../../shared/protocol/server.ts';
import type { TeamState } from '../../../shared/protocol/team.ts';
import { same } from '../../../shared/view/view.ts';
import { TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../../shared/world/ids.ts';

/** Points that keep the contract, of a thousand. */
export const KEPT = 700;
/** Seconds without doing anything from which a person is said to be idle. */
const IDLE_SECONDS = 20;
/** Ticks for which something has waited, from which a team wants a look: a busy one answers sooner. */
const LONG = 60 * TICKS_PER_SECOND;
/** People to whom one world gives something to do: more are better off in several. */
const MANY = 8;
/** People of a team, where the class is made teams of. */
const TEAM_SIZE = 4;

/** Those who have not come in yet. */
export function waitingIn(session: SessionState): readonly RosterEntry[] {
  return session.roster.filter((entry) => entry.presence === 'waiting');
}

/** Those who are here, or held to come back. */
export function peopleIn(session: SessionState): readonly RosterEntry[] {
  return session.roster.filter(
    (entry) => entry.presence === 'present' || entry.presence === 'dropped',
  );
}

/** Those who are here and in none of the session's teams. */
export function unplacedIn(session: SessionState): readonly RosterEntry[] {
  const teams = new Set(session.teams.map((team) => team.id));
  return peopleIn(session).filter((entry) => !teams.has(entry.team));
}

/** A world with those who play in it: the defenders first. */
export interface Board {
  readonly world: number;
  readonly teams: readonly TeamState[];
  /** `null` before a match. */
  readonly summary: WorldSummary | null;
}

export function boardsOf(desk: Pick<DeskState, 'session' | 'worlds'>): readonly Board[] {
  const worlds = [...new Set(desk.session.teams.map((team) => team.world))].sort((a, b) => a - b);
  // Once a match has begun, a team that nobody is in has no world.
  const shown = worlds.filter(
    (world) =>
      desk.session.phase === 'lobby' ||
      desk.worlds.length === 0 ||
      desk.worlds.some((summary) => summary.world === world),
  );
  return shown.map((world) => ({
    world,
    teams: desk.session.teams
      .filter((team) => team.world === world)
      .sort((a, b) => Number(a.side === 'red') - Number(b.side === 'red') || a.id - b.id),
    summary: desk.worlds.find((summary) => summary.world === world) ?? null,
  }));
}

/** How long something has waited there, in ticks, once that is worth a word; else 0. */
export function longWaitOf(summary: WorldSummary): number {
  return summary.waited >= LONG ? summary.waited : 0;
}

/** How much a world wants the instructor: a breach bleeds, something waits too long, or neither. */
export function moodOf(summary: WorldSummary | null): 'harm' | 'look' | 'calm' {
  if (summary === null) return 'calm';
  if (summary.harmsOpen > 0) return 'harm';
  return longWaitOf(summary) > 0 ? 'look' : 'calm';
}

/** Teams that a class in one world could be made: how many, and of how many people at most. */
export interface Split {
  readonly teams: number;
  readonly size: number;
}

/** How a class that is too many for its one world would be made teams of; `null` where it is not. */
export function splitOf(session: SessionState): Split | null {
  const people = peopleIn(session).length;
  if (!isOneTeam(modes[session.settings.mode]) || people <= MANY) return null;
  const teams = Math.min(TEAMS_PER_SESSION, Math.ceil(people / TEAM_SIZE));
  return { teams, size: Math.ceil(people / teams) };
}

/** Whether so many minutes more, or fewer, would end a match at once. */
export function wouldEnd(worlds: readonly WorldSummary[], minutes: number): boolean {
  const by = minutes * TICKS_PER_MINUTE;
  return worlds.some(
    ({ phase, tick, liveFrom, overAt }) =>
      phase !== 'over' && by < 0 && overAt + by <= Math.max(liveFrom, tick),
  );
}

/** The world whose time the whole class goes by: the one that has come furthest. */
export function leadingWorld(worlds: readonly WorldSummary[]): WorldSummary | null {
  return worlds.reduce<WorldSummary | null>(
    (most, world) => (most === null || world.tick > most.tick ? world : most),
    null,
  );
}

/** How long someone has done nothing, in seconds, once that is worth a word; else 0. */
export function idleOf(desk: DeskState, seat: number): number {
  const idle = desk.people.find((person) => person.seat === seat)?.idle ?? 0;
  return idle >= IDLE_SECONDS ? idle : 0;
}

type WorldMoment = DeskState['moments'][number];

/** The same thing in one world or in several, told once. */
export interface ToldMoment {
  readonly moment: WorldMoment;
  /** In the order of the worlds. */
  readonly worlds: readonly number[];
}

/** Ticks within which the same thing in two worlds is one thing to tell. */
const TOGETHER = 150;

/** Moments, the newest first, with what is the same in several worlds put together. */
export function toldMoments(moments: readonly WorldMoment[]): readonly ToldMoment[] {
  const told: ToldMoment[] = [];
  for (const moment of moments) {
    const at = told.findIndex(
      (other) => !other.worlds.includes(moment.world) && isSame(other.moment, moment),
    );
    const before = told[at];
    if (before === undefined) told.push({ moment, worlds: [moment.world] });
    else {
      const worlds = [...before.worlds, moment.world].sort((a, b) => a - b);
      told[at] = { moment: before.moment, worlds };
    }
  }
  return told;
}

const isSame = (a: WorldMoment, b: WorldMoment): boolean =>
  a.kind === b.kind &&
  Math.abs(a.tick - b.tick) <= TOGETHER &&
  same(a.facts, b.facts) &&
  same(a.order, b.order);
