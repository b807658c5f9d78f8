import { refuse } from '../../shared/commands/refusal.ts';
import type { ClientMessage } from '../../shared/protocol/messages.ts';
import { refuseWire } from '../../shared/protocol/refusal.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Connection } from '../ports.ts';
import { DONE, type Outcome, refused } from './outcome.ts';
import { placeKeyOf } from './place-key.ts';
import type { Holder, SessionContext } from './registry.ts';
import type { Seating } from './seating.ts';
import { isLookingOn } from './session.ts';
import type { SessionWriter } from './session-writer.ts';
import { membersOf, mostInTeam, settleRoles, teamOf } from './teams.ts';

/** What players do: choose where they sit, look, order. */
export class Play {
  readonly #context: SessionContext;
  readonly #writer: SessionWriter;
  readonly #seating: Seating;

  constructor(context: SessionContext, writer: SessionWriter, seating: Seating) {
    this.#context = context;
    this.#writer = writer;
    this.#seating = seating;
  }

  /** Into another team, while the instructor lets them choose. */
  async team(connection: Connection, { team }: ClientMessage<'seat:team'>): Promise<Outcome> {
    const holder = this.#holderOn(connection);
    if (holder === null) return refused(refuseWire('session.no-seat'));
    const { session, seat } = holder;
    if (isLookingOn(seat)) return refused(refuseWire('session.watching'));
    if (!session.settings.choose) return refused(refuseWire('session.no-choice'));
    if (!teamOf(session, team)) return refused(refuseWire('session.no-team'));
    if (seat.team === team) return DONE;
    const limit = mostInTeam(session);
    if (membersOf(session, team).length >= limit) {
      return refused(refuseWire('session.team-full', { limit }));
    }
    seat.chosen = null;
    this.#seating.move(session, seat, team);
    session.broadcast = 'soon';
    await this.#writer.seats(session, [seat]);
    return DONE;
  }

  /** What they would like to be; the others of the team share the rest. */
  async roles(connection: Connection, { roles }: ClientMessage<'seat:roles'>): Promise<Outcome> {
    const holder = this.#holderOn(connection);
    if (holder === null) return refused(refuseWire('session.no-seat'));
    const { session, seat } = holder;
    if (isLookingOn(seat)) return refused(refuseWire('session.watching'));
    if (!session.settings.choose) return refused(refuseWire('session.no-choice'));
    seat.chosen = roles;
    settleRoles(session, seat.team);
    session.broadcast = 'soon';
    await this.#writer.seats(session, membersOf(session, seat.team));
    return DONE;
  }

  order(connection: Connection, order: ClientMessage<'match:order'>): Outcome {
    const holder = this.#holderOn(connection);
    if (holder === null) return refused(refuseWire('session.no-seat'));
    const { session, seat } = holder;
    const match = this.#seating.world(session, seat)?.match;
    if (isLookingOn(seat)) return refused(refuseWire('session.watching'));
    if (match === undefined || seat.place === 0) return refused(refuseWire('session.no-world'));
    if (order.placeKey !== undefined && order.placeKey !== placeKeyOf(session, seat)) {
      return refused(refuse('rule.match-over'));
    }
    // While time stands still nothing is taken in, so nothing new could be answered.
    // After its last tick a match takes nothing in, though that tick may not be durable yet.
    const isOver = !match.running || match.authority.over;
    if (isOver || session.time.kind !== 'running') {
      const refusal = isOver ? refuse('rule.match-over') : refuseWire('session.paused');
      return {
        pending: (settle) => {
          if (!match.recall(seat.place, order.n, settle)) settle({ ok: false, refusal });
        },
      };
    }
    session.usedAt = this.#context.clock.now();
    seat.orders = Math.max(seat.orders, order.n);
    return { pending: (settle) => match.order(seat.place, order, settle) };
  }

  look(connection: Connection, { subject }: ClientMessage<'match:look'>): Outcome {
    const holder = this.#holderOn(connection);
    if (holder === null) return refused(refuseWire('session.no-seat'));
    const { session, seat } = holder;
    // The schema has seen to its form.
    seat.looking = subject as RowRef | null;
    session.looksNews.add(seat.team);
    if (seat.place !== 0) {
      this.#seating.world(session, seat)?.match.look(seat.place, seat.looking);
    }
    return DONE;
  }

  /** @returns `null` when the line is no player's */
  sync(connection: Connection, { tick }: ClientMessage<'match:sync'>): Outcome | null {
    const holder = this.#holderOn(connection);
    if (holder === null) return null;
    const { session, seat } = holder;
    return { ...DONE, after: () => this.#seating.follow(session, seat, connection, tick) };
  }

  #holderOn(connection: Connection): Holder | null {
    const party = this.#context.registry.on(connection);
    return party?.kind === 'seat' ? party : null;
  }
}
