import { ROLE_NAMES, type Role } from '../../shared/world/people/seat.ts';
import type { Connection } from '../ports.ts';
import type { Registry } from './registry.ts';
import {
  connectionOf,
  isIn,
  isLookingOn,
  type Seat,
  type Session,
  type WorldSlot,
  worldOf,
} from './session.ts';
import type { SessionWriter } from './session-writer.ts';
import {
  membersOf,
  openTeams,
  settleRoles,
  settleTeams,
  shareOut,
  smallestTeam,
  teamOf,
  teamsOf,
} from './teams.ts';

/** Who sits where: teams in the session, places in their worlds, hands when someone is away. */
export class Seating {
  readonly #registry: Registry;
  readonly #writer: SessionWriter;

  constructor(registry: Registry, writer: SessionWriter) {
    this.#registry = registry;
    this.#writer = writer;
  }

  /** Teams and roles for everyone who has none, or one that there is no more. */
  settle(session: Session): void {
    settleTeams(session, (seat, team) => this.#registry.toTeam(session, seat, team));
  }

  /** Teams and roles for everyone anew. Only between matches. */
  shareOut(session: Session): void {
    shareOut(session, (seat, team) => this.#registry.toTeam(session, seat, team));
  }

  /** Lets someone play along from now on: into a team, and into its world when there is one. */
  bringIn(session: Session, seat: Seat, team = smallestTeam(session)): void {
    this.#registry.toTeam(session, seat, team);
    seat.away = false;
    this.#place(session, seat);
    this.#share(session, team);
  }

  /** Someone plays along no more: the others of their team get their hands. */
  takeOut(session: Session, seat: Seat): void {
    const { team } = seat;
    this.world(session, seat)?.match.unseat(seat.place);
    seat.place = 0;
    this.#registry.toTeam(session, seat, 0);
    if (team !== 0) this.#share(session, team);
  }

  /** From now on they look on at a team's world: the others of their team get their hands. */
  lookOn(session: Session, seat: Seat, team = seat.team): void {
    this.#depart(session, seat);
    this.takeOut(session, seat);
    seat.standing = 'watching';
    seat.roles = [];
    seat.chosen = null;
    this.#registry.toTeam(session, seat, team);
  }

  /** Who looks on plays along, for the team that they were looking at if there still is one. */
  joinIn(session: Session, seat: Seat): void {
    const open = openTeams(session).some(({ id }) => id === seat.team);
    const team = open ? seat.team : smallestTeam(session);
    this.#depart(session, seat);
    seat.standing = 'held';
    this.bringIn(session, seat, team);
  }

  /**
   * To another team; in a match into another world, where they begin with empty hands. What is to be
   * seen there follows when it is written down: a restart must not find them where they were.
   */
  move(session: Session, seat: Seat, team: number): void {
    this.#depart(session, seat);
    this.takeOut(session, seat);
    this.bringIn(session, seat, team);
  }

  /** Their line has been gone for a while: the others, or the computer, have their hands. */
  away(session: Session, seat: Seat): void {
    seat.away = true;
    this.world(session, seat)?.match.unseat(seat.place);
    this.#share(session, seat.team);
  }

  /** They are there again, and have their hands back. */
  back(session: Session, seat: Seat): void {
    if (!seat.away) return;
    seat.away = false;
    this.#share(session, seat.team);
  }

  /** Gives everyone of a session a place in the worlds that begin. */
  begin(session: Session): void {
    for (const seat of session.seats) {
      seat.place = 0;
      seat.follows = null;
      seat.looking = null;
      // Someone came in while the worlds were made, into a team for which none was.
      const isStray = this.world(session, seat) === undefined;
      if (isLookingOn(seat)) {
        if (isStray) this.#registry.toTeam(session, seat, openTeams(session)[0]?.id ?? 1);
      } else if (isIn(seat) && isStray) this.bringIn(session, seat);
      else if (seat.team !== 0) this.#place(session, seat);
    }
  }

  /**
   * After a restart: whoever has no place in a match that runs gets one, and the worlds hear again
   * what everyone may order for, of which the last may not have been written down.
   */
  complete(session: Session): void {
    for (const seat of session.seats) {
      if (isIn(seat) && seat.team !== 0 && seat.place === 0) this.#place(session, seat);
    }
    for (const { id } of teamsOf(session.settings, session.half)) this.tellRoles(session, id);
  }

  /** What a seat may order for has changed, by roles or by the setting. */
  tellRoles(session: Session, team: number): void {
    const side = teamOf(session, team)?.side ?? 'blue';
    for (const seat of membersOf(session, team)) {
      if (seat.away || seat.place === 0) continue;
      this.world(session, seat)?.match.seat(seat.place, side, permitted(session, seat));
    }
  }

  /** Sends what a seat is missing of its match after `tick`, or everything for -1. */
  follow(session: Session, seat: Seat, connection: Connection, tick: number): void {
    const world = this.world(session, seat);
    if (world === undefined || (seat.place === 0 && !isLookingOn(seat))) return;
    const { match, report } = world;
    const place = isLookingOn(seat) ? null : seat.place;
    const has = seat.follows === match.id ? tick : -1;
    seat.follows = match.id;
    const audience = teamOf(session, seat.team)?.side ?? 'blue';
    match.arrive({ place, audience, connection, has });
    if (report) connection.send('match:debrief', report);
  }

  /** The world that a seat plays in, or has just played in. */
  world(session: Session, seat: Seat): WorldSlot | undefined {
    const team = teamOf(session, seat.team);
    return team && worldOf(session, team.world);
  }

  /** Nothing more comes to them from the world that they are in. */
  #depart(session: Session, seat: Seat): void {
    const line = connectionOf(seat);
    if (line) this.world(session, seat)?.match.depart(line);
    seat.follows = null;
    seat.looking = null;
  }

  #place(session: Session, seat: Seat): void {
    const world = this.world(session, seat);
    const side = teamOf(session, seat.team)?.side;
    if (world === undefined || side === undefined || !world.match.running) return;
    seat.place = world.nextPlace;
    world.nextPlace += 1;
    if (!seat.away) world.match.seat(seat.place, side, permitted(session, seat));
  }

  #share(session: Session, team: number): void {
    settleRoles(session, team);
    this.tellRoles(session, team);
    this.#writer.later('seats', () => this.#writer.seats(session, membersOf(session, team)));
  }
}

function permitted({ settings }: Session, { roles }: Seat): readonly Role[] {
  return settings.lockRoles ? roles : ROLE_NAMES;
}
