import { arrange } from '../../shared/course/arrange.ts';
import { peopleAttack } from '../../shared/protocol/modes/mode.ts';
import { modes } from '../../shared/protocol/modes/registry.ts';
import { refuseWire, type WireRefusal } from '../../shared/protocol/refusal.ts';
import { changed, type SessionSettings } from '../../shared/protocol/settings.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import type { Hosting } from '../hosting/hosting.ts';
import type { LiveMatch, MatchOwner } from '../hosting/live-match.ts';
import type { Authorities, Debriefing, Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { SessionContext } from './registry.ts';
import type { Seating } from './seating.ts';
import { drawId, drawSeed } from './secrets.ts';
import { connectionOf, type Session, settleOver, type WorldSlot, worldsOf } from './session.ts';
import type { SessionLifetime } from './session-lifetime.ts';
import type { SessionWriter } from './session-writer.ts';
import { gather, type StateBroadcast } from './state-broadcast.ts';
import { isPeopled, recordOf } from './states.ts';
import { summaryOf } from './summary.ts';
import { membersOf, settleRoles, teamsOf } from './teams.ts';
import { applyPace } from './time.ts';
import { watch } from './watching.ts';

interface Parts {
  readonly context: SessionContext;
  readonly store: Store;
  readonly writer: SessionWriter;
  readonly broadcast: StateBroadcast;
  readonly seating: Seating;
  readonly hosting: Hosting;
  readonly lifetime: SessionLifetime;
  readonly authorities: Authorities;
  readonly debriefing: Debriefing;
  readonly scenarios: Readonly<Record<string, Scenario>>;
  readonly log: Log;
}

/** A session's rounds: how the worlds of one begin together, and how they end. */
export class Rounds {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Begins a match in each world of the session, all of the same seed.
   * @param seed of an earlier round to be played again; `null` for a new one
   * @param once settings of this round alone
   * @returns why it cannot, or `null` when they run
   */
  async begin(
    session: Session,
    seed: number | null,
    half: 1 | 2,
    once: Partial<SessionSettings> = {},
  ): Promise<WireRefusal | null> {
    const { context, seating, broadcast, writer, store, authorities, hosting } = this.#parts;
    const { settings } = session;
    if (session.busy) return refuseWire('session.not-now', { phase: session.phase.kind });
    const isUnlocked = settings.versed || session.debriefed;
    if (peopleAttack(modes[settings.mode]) && !isUnlocked) {
      return refuseWire('session.not-unlocked');
    }
    if (!isPeopled(session)) return refuseWire('session.nobody');
    const scenario = this.#scenarioOf(changed(settings, once));
    if (peopleAttack(modes[settings.mode]) && scenario.attackers.length === 0) {
      return refuseWire('session.no-attacker');
    }
    const chosen = seed ?? drawSeed(context.random);
    const before = session.phase;
    seating.settle(session);
    // A world without anyone in it would play by itself for nobody.
    const peopled = teamsOf(settings, half).filter(({ id }) => membersOf(session, id).length > 0);
    const worlds = [...new Set(peopled.map(({ world }) => world))];
    const made = worlds.map((world) => ({
      world,
      id: drawId(context.random),
      authority: authorities.open({ scenario, seed: chosen }),
    }));
    session.busy = true;
    session.usedAt = context.clock.now();
    try {
      for (const { id, world } of made) {
        const record = { id, session: session.id, world, scenario, seed: chosen };
        await store.createMatch({ ...record, rules: RULES_VERSION });
      }
      const matches = made.map(({ id }) => id);
      await store.saveSession({ ...recordOf(session), phase: 'live', matches, seed: chosen, half });
    } finally {
      session.busy = false;
    }
    // It may have been closed while the store was writing.
    if (session.phase !== before) return refuseWire('session.unknown');
    this.leaveWorlds(session);
    session.half = half;
    session.seed = chosen;
    if (half === 1) session.earlier = seed === null ? [] : session.lastRound;
    session.brokenOff = false;
    session.time = { kind: 'running' };
    session.runsSince = context.clock.now();
    session.speed = 1;
    // What was worth stopping for, shown and said in the last match has no place in this one.
    session.moments.length = 0;
    session.projected = 0;
    session.notice = null;
    for (const { id } of teamsOf(settings, half)) settleRoles(session, id);
    const slots = made.map(({ id, world, authority }): WorldSlot => {
      const match: LiveMatch = hosting.add(
        id,
        authority,
        this.ownerOf(session, world, () => slot),
      );
      const slot: WorldSlot = {
        id: world,
        match,
        nextPlace: 1,
        report: null,
        seen: 0,
        moved: null,
      };
      return slot;
    });
    session.phase = { kind: 'live', worlds: slots };
    applyPace(session);
    seating.begin(session);
    for (const seat of session.seats) {
      const line = connectionOf(seat);
      if (line) seating.follow(session, seat, line, -1);
    }
    // First who plays what, since a page must know which side's frames it will get.
    broadcast.publish(session);
    for (const line of session.desks) watch(session, line);
    writer.later('seats of a round', () => writer.seats(session));
    return null;
  }

  /** From the debrief back to the lobby, with those who have not left. */
  toLobby(session: Session): void {
    const { registry } = this.#parts.context;
    this.leaveWorlds(session);
    session.phase = { kind: 'lobby' };
    session.half = 1;
    session.firstHalf = [];
    session.notice = null;
    for (const seat of [...session.seats]) {
      seat.looking = null;
      seat.place = 0;
      // Who was removed stays known by their key.
      if (seat.standing === 'left') registry.removeSeat(session, seat);
    }
    this.#parts.seating.settle(session);
  }

  /** Takes every line out of the worlds that are over. */
  leaveWorlds(session: Session): void {
    for (const { match } of worldsOf(session)) {
      for (const seat of session.seats) {
        const line = connectionOf(seat);
        if (line) match.depart(line);
      }
      for (const { connection } of session.desks) match.depart(connection);
      this.#parts.hosting.remove(match);
    }
  }

  /** What a match needs to know of those who play it. */
  ownerOf(session: Session, world: number, slot: () => WorldSlot): MatchOwner {
    return {
      connectionOf: (place) =>
        connectionOf(
          session.seats.find(
            (seat) =>
              seat.place === place && this.#parts.seating.world(session, seat)?.id === world,
          ),
        ),
      onOver: () => this.#over(session, slot()),
      onLost: () => this.#lost(session, slot()),
    };
  }

  #scenarioOf({ scenario, level, minutes, mode }: SessionSettings): Scenario {
    const found = this.#parts.scenarios[scenario];
    if (found === undefined) throw new Error(`no scenario ${scenario}`);
    return arrange(found, { level, minutes, peopleAttack: peopleAttack(modes[mode]) });
  }

  #over(session: Session, slot: WorldSlot): void {
    const { context, broadcast, writer } = this.#parts;
    gather(session);
    // What is known is told at once; what the match has to be run again for follows.
    slot.report = slot.match.authority.outline();
    session.usedAt = context.clock.now();
    const worlds = worldsOf(session);
    if (worlds.every(({ match }) => !match.running)) this.#debrief(session, worlds);
    this.#tell(session, slot);
    writer.later('the end of a match', async () => {
      await writer.ended(slot, 'over');
      await writer.session(session);
    });
    this.#prove(session, slot);
    broadcast.publish(session);
  }

  /** A match that was over before a restart: its debrief may not have been finished. */
  finishDebrief(session: Session, slot: WorldSlot): void {
    const { match } = slot;
    if (!match.authority.over) return;
    slot.report ??= match.authority.outline();
    if (!slot.report.proved) this.#prove(session, slot);
  }

  /** Has its what-ifs run, which may take long, and tells them. */
  #prove(session: Session, slot: WorldSlot): void {
    const { debriefing, writer, log } = this.#parts;
    debriefing.of(slot.match.authority).then(
      (report) => {
        slot.report = report;
        // They may have gone on to the next match while it was made.
        if (worldsOf(session).includes(slot)) this.#tell(session, slot);
        writer.later('a debrief', () => writer.ended(slot, 'over'));
      },
      (error: unknown) => log.error({ err: error, match: slot.match.id }, 'no debrief'),
    );
  }

  #debrief(session: Session, worlds: readonly WorldSlot[]): void {
    settleOver(session, { kind: 'debrief', worlds });
    session.time = { kind: 'running' };
    session.notice = null;
    session.debriefed = true;
    // What is compared is the truth: harms that nobody saw count as well.
    const totals = new Map(
      worlds.map((one) => [one.id, one.report?.total ?? summaryOf(one).score]),
    );
    const last = Math.max(0, ...totals.keys());
    session.lastRound = Array.from({ length: last }, (_, i) => totals.get(i + 1) ?? null);
    if (modes[session.settings.mode].swaps && session.half === 1) {
      session.firstHalf = session.lastRound;
    }
  }

  /** Tells those who played a world, and desks that look into it, how it was. */
  #tell(session: Session, slot: WorldSlot): void {
    const { report } = slot;
    if (report === null) return;
    for (const seat of session.seats) {
      if (this.#parts.seating.world(session, seat) !== slot) continue;
      connectionOf(seat)?.send('match:debrief', report);
    }
    for (const { connection, as, world } of session.desks) {
      if (as === 'console' && world === slot.id) connection.send('match:debrief', report);
    }
  }

  #lost(session: Session, slot: WorldSlot): void {
    const { log, lifetime, writer, broadcast } = this.#parts;
    log.error({ match: slot.match.id, session: session.id }, 'a match was lost');
    writer.later('the loss of a match', () => writer.ended(slot, 'lost'));
    const worlds = worldsOf(session);
    // The other teams go on; a class that has nothing left to play or to look back at is over.
    if (worlds.some(({ match, report }) => match.running || report !== null)) {
      if (worlds.every(({ match }) => !match.running)) this.#debrief(session, worlds);
      broadcast.publish(session);
      return;
    }
    lifetime.close(session).catch((error: unknown) => {
      log.error({ err: error, session: session.id }, 'a lost session was not saved');
    });
  }
}
