import type { Beat, MatchAuthority } from '../../shared/authority/contract.ts';
import { refuse } from '../../shared/commands/refusal.ts';
import { type Refusal, refuseWire } from '../../shared/protocol/refusal.ts';
import type { Audience } from '../../shared/view/audience.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Connection, Log, Outlet } from '../ports.ts';
import { audienceRoom } from '../rooms.ts';
import type { JournalRow } from '../store/store.ts';
import { type Answering, Orders } from './orders.ts';

/** Ticks that a match may make up after it was held back. */
const MOST_OWED = 2;

export interface Order {
  readonly n: number;
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
}

/** What a match needs to know of those who play it. */
export interface Table {
  /** Where a seat is to be reached, or `null` when it is not there now. */
  connectionOf(seat: number): Connection | null;
  /** The last tick is durable. */
  onOver(): void;
  /** The match cannot go on: its rows were lost, or its rules failed. */
  onLost(): void;
}

/** Someone who is owed what they are missing, and gets the room's frames only after that. */
interface Arrival {
  readonly seat: number;
  readonly connection: Connection;
  /** The last tick they have, or -1. */
  readonly has: number;
}

interface Delivery extends Arrival {
  /** Nothing of this may leave before this tick is durable. */
  readonly tick: number;
  readonly give: () => void;
}

/** One running match: takes orders in, lets nothing out that is not durable. */
export class LiveMatch {
  readonly id: string;
  /** On which of four beats it steps. */
  readonly slot: number;
  readonly authority: MatchAuthority;
  readonly #outlet: Outlet;
  readonly #log: Log;
  readonly #table: Table;
  readonly #orders = new Orders();
  /** The tick from which a seat is in the world. */
  readonly #seatedFrom = new Map<number, number>();
  #durable = 0;
  #owed = 0;
  #state: 'running' | 'over' | 'lost' = 'running';
  #early: Arrival[] = [];
  #deliveries: Delivery[] = [];

  constructor(parts: {
    id: string;
    slot: number;
    authority: MatchAuthority;
    outlet: Outlet;
    log: Log;
    table: Table;
  }) {
    this.id = parts.id;
    this.slot = parts.slot;
    this.authority = parts.authority;
    this.#outlet = parts.outlet;
    this.#log = parts.log;
    this.#table = parts.table;
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  /** The last tick whose row is durable. */
  get durable(): number {
    return this.#durable;
  }

  /** Puts a person into a seat from the next tick on. */
  seat(seat: number): void {
    this.#seatedFrom.set(seat, this.authority.tick + 1);
    this.authority.submit({ kind: 'seat', seat, pilot: 'human' });
  }

  /** The seat's person has gone for good. */
  unseat(seat: number): void {
    if (this.running) this.authority.submit({ kind: 'seat', seat, pilot: 'computer' });
  }

  /** @param reply called with the answer, when the order's tick is durable */
  order(seat: number, { n, command, args }: Order, reply: Answering): void {
    const isNew = this.#orders.take(seat, n, this.authority.tick, reply);
    if (isNew) this.authority.submit({ kind: 'order', seat, n, command, args });
  }

  /** What a seat has selected. Its options come with the next beat. */
  look(seat: number, subject: RowRef | null): void {
    this.authority.look(seat, subject);
  }

  /**
   * Gives a client what it is missing after `tick` (-1 for everything), and from then on each
   * frame. It leaves the room meanwhile: a frame must never overtake those it builds on.
   */
  arrive(seat: number, connection: Connection, tick: number): void {
    connection.leave(audienceRoom(this.id, 'blue'));
    this.#forget(connection);
    const has = tick > this.authority.tick ? -1 : tick;
    const seatedFrom = this.#seatedFrom.get(seat) ?? 1;
    // Whoever comes after the last tick is never seated, and sees how it ended all the same.
    const isEarly = this.authority.tick < seatedFrom && !this.authority.over;
    if (isEarly) this.#early.push({ seat, connection, has });
    else this.#prepare({ seat, connection, has });
  }

  /** A client that no longer belongs to this match. */
  depart(connection: Connection): void {
    connection.leave(audienceRoom(this.id, 'blue'));
    this.#forget(connection);
  }

  /** The match was not stepped when it was due: part of that may be made up later. */
  owe(): void {
    this.#owed = Math.min(MOST_OWED, this.#owed + 1);
  }

  /** Runs the tick that is due, and what is owed. Nothing leaves yet. */
  step(): Beat[] {
    const beats: Beat[] = [];
    const ticks = 1 + this.#owed;
    this.#owed = 0;
    for (let i = 0; i < ticks && this.running && !this.authority.over; i += 1) {
      beats.push(this.authority.step());
    }
    return beats;
  }

  rowOf({ tick, inputs }: Beat): JournalRow {
    return { match: this.id, tick, inputs };
  }

  /** Its row is durable: answers, frames, seat states, then those who were waiting to come in. */
  release(beat: Beat): void {
    if (!this.running) return;
    this.#durable = beat.tick;
    const forgotten = this.#orders.answer(beat.tick, beat.answers);
    if (forgotten > 0) this.#log.error({ match: this.id, forgotten }, 'orders without an answer');
    for (const [audience, frame] of beat.frames) this.#show(audience, frame);
    for (const state of beat.seats) {
      this.#table.connectionOf(state.seat)?.send('seat:state', state);
    }
    this.#letIn(beat.tick);
    if (!beat.over) return;
    this.#state = 'over';
    this.#orders.refuseAll(refuse('rule.match-over'));
    this.#table.onOver();
  }

  /** Ends it without a result. Whatever waits for an answer is refused. */
  abandon(): void {
    if (!this.running) return;
    this.#end(refuseWire('protocol.internal'));
    this.#table.onLost();
  }

  /** Ends it because nobody plays it any more. */
  stop(): void {
    if (this.running) this.#end(refuse('rule.match-over'));
  }

  #end(refusal: Refusal): void {
    this.#state = 'lost';
    this.#early = [];
    this.#deliveries = [];
    this.#orders.refuseAll(refusal);
  }

  #show(audience: Audience, frame: Uint8Array): void {
    this.#outlet.emit(audienceRoom(this.id, audience), 'match:frame', frame);
  }

  #letIn(tick: number): void {
    const ready = this.#deliveries.filter((delivery) => delivery.tick <= tick);
    this.#deliveries = this.#deliveries.filter((delivery) => delivery.tick > tick);
    for (const delivery of ready) delivery.give();
    const early = this.#early;
    this.#early = [];
    for (const { seat, connection, has } of early) this.arrive(seat, connection, has);
  }

  /** Takes the missing frames as they are now; they leave when this tick is durable. */
  #prepare({ seat, connection, has }: Arrival): void {
    const frames = this.authority.since('blue', has);
    const state = this.authority.seatState(seat);
    const give = (): void => {
      for (const frame of frames) connection.send('match:frame', frame);
      connection.send('seat:state', state);
      connection.join(audienceRoom(this.id, 'blue'));
    };
    const { tick } = this.authority;
    if (tick <= this.#durable) give();
    else this.#deliveries.push({ seat, connection, has, tick, give });
  }

  #forget(connection: Connection): void {
    this.#early = this.#early.filter((arrival) => arrival.connection !== connection);
    this.#deliveries = this.#deliveries.filter((arrival) => arrival.connection !== connection);
  }
}
