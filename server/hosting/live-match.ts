import type { Beat, MatchAuthority } from '../../shared/authority/contract.ts';
import { refuse } from '../../shared/commands/refusal.ts';
import type { Input } from '../../shared/match/input.ts';
import { type Refusal, refuseWire } from '../../shared/protocol/refusal.ts';
import type { SeatState } from '../../shared/protocol/server.ts';
import type { Audience } from '../../shared/view/audience.ts';
import type { Moment } from '../../shared/view/moment.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Role, Side } from '../../shared/world/people/seat.ts';
import type { Connection, Log, Outlet } from '../ports.ts';
import { audienceRoom } from '../rooms.ts';
import type { CheckpointRow, JournalRow } from '../store/store.ts';
import { type Answering, Orders } from './orders.ts';
import { type Pace, STEADY } from './pace.ts';

/** Ticks that a match may make up after it was held back. */
const MOST_OWED = 2;

const AUDIENCES: readonly Audience[] = ['blue', 'red', 'projector'];

/** Ticks between two places from which a match could go on after a restart. */
const CHECKPOINT_EVERY = 50;

export interface Order {
  readonly n: number;
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
}

/** What a match needs to know of those who play it. */
export interface MatchOwner {
  /** Where the player of a place is to be reached, or `null` when nobody is there now. */
  connectionOf(place: number): Connection | null;
  /** The last tick is durable. */
  onOver(): void;
  /** The match cannot go on: its rows were lost, or its rules failed. */
  onLost(): void;
}

/** Someone who is owed what they are missing, and gets the room's frames only after that. */
export interface Arrival {
  /** Their place in the world; `null` for someone who only looks on. */
  readonly place: number | null;
  readonly audience: Audience;
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
  /** On which of the beats of a tick it steps. */
  readonly slot: number;
  readonly authority: MatchAuthority;
  readonly #outlet: Outlet;
  readonly #log: Log;
  readonly #owner: MatchOwner;
  readonly #orders = new Orders();
  /** The tick from which a place is in the world. */
  readonly #seatedFrom = new Map<number, number>();
  /** Ticks by which its checkpoints are put off, so that not all matches write theirs at once. */
  readonly #stagger: number;
  #pace: Pace = STEADY;
  #durable: number;
  #shown: BlueView;
  readonly #views = new Map<number, BlueView>();
  #owed = 0;
  #state: 'running' | 'over' | 'lost' = 'running';
  /** Inputs of the instructor whose tick is not durable yet. */
  #puts: { readonly tick: number; readonly resolve: () => void }[] = [];
  #early: Arrival[] = [];
  #deliveries: Delivery[] = [];

  constructor(parts: {
    id: string;
    slot: number;
    stagger: number;
    authority: MatchAuthority;
    outlet: Outlet;
    log: Log;
    owner: MatchOwner;
  }) {
    this.id = parts.id;
    this.slot = parts.slot;
    this.authority = parts.authority;
    this.#outlet = parts.outlet;
    this.#log = parts.log;
    this.#owner = parts.owner;
    this.#stagger = parts.stagger % CHECKPOINT_EVERY;
    // Of a match that was found again, all that it has done is in the store.
    this.#durable = parts.authority.tick;
    this.#shown = parts.authority.projection;
    if (parts.authority.over) this.#state = 'over';
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  /** The last tick whose row is durable. */
  get durable(): number {
    return this.#durable;
  }

  /** What the defenders know, as of the last tick whose row is durable: what may be told of it. */
  get shown(): BlueView {
    return this.#shown;
  }

  /**
   * What was worth stopping for after the event `seq`, and the event up to which that was looked at.
   * Nothing while the last tick is not durable: it is told with the next look.
   */
  moments(seq: number): { readonly moments: readonly Moment[]; readonly upTo: number } {
    if (this.authority.tick > this.#durable) return { moments: [], upTo: seq };
    return this.authority.moments(seq);
  }

  get pace(): Pace {
    return this.#pace;
  }

  setPace(pace: Pace): void {
    this.#pace = pace;
    if (!pace.held) return;
    this.#owed = 0;
    this.#settlePuts();
    this.#tellStill();
  }

  /** Puts a person into a place from the next tick on, or changes what they may order for. */
  seat(place: number, side: Side, roles: readonly Role[]): void {
    if (!this.running) return;
    if (!this.#seatedFrom.has(place)) this.#seatedFrom.set(place, this.authority.tick + 1);
    this.authority.submit({ kind: 'seat', seat: place, pilot: 'human', side, roles });
  }

  /** A place that the store knows to be in the world. */
  found(place: number): void {
    this.#seatedFrom.set(place, 0);
  }

  /** Nobody plays that place now: its hands go to the others, or the computer plays for its side. */
  unseat(place: number): void {
    if (this.running) this.authority.submit({ kind: 'seat', seat: place, pilot: 'computer' });
  }

  /**
   * Something from the instructor, for the next tick.
   * @returns when that tick is durable; at once while time stands still, for it may do so for long
   */
  put(input: Input): Promise<void> {
    if (!this.running) return Promise.resolve();
    this.authority.submit(input);
    if (this.#pace.held) return Promise.resolve();
    const tick = this.authority.tick + 1;
    return new Promise((resolve) => this.#puts.push({ tick, resolve }));
  }

  /** @param reply called with the answer, when the order's tick is durable */
  order(place: number, { n, command, args }: Order, reply: Answering): void {
    const isNew = this.#orders.take(place, n, this.authority.tick, reply);
    if (isNew) this.authority.submit({ kind: 'order', seat: place, n, command, args });
  }

  /**
   * An order that comes while nothing new is taken in: one that was taken before is answered as it
   * was, or will be.
   * @returns false when it is a new one, which nothing will answer
   */
  recall(place: number, n: number, reply: Answering): boolean {
    if (this.#state === 'lost') return false;
    if (this.#orders.join(place, n, reply)) return true;
    const answer = this.authority.answered(place, n);
    if (answer !== null) reply(answer);
    return answer !== null;
  }

  /**
   * What the player of a place has selected. Its options come with the next beat; while time stands
   * still or is over, when no beat would bring them, at once.
   */
  look(place: number, subject: RowRef | null): void {
    this.authority.look(place, subject);
    if (this.#isStill) this.#tell(place);
  }

  /**
   * Gives a client what it is missing after the tick that it has (-1 for everything), and from then
   * on each frame. It leaves the room meanwhile: a frame must never overtake those it builds on.
   */
  arrive(arrival: Arrival): void {
    const { connection, place, audience } = arrival;
    this.depart(connection);
    this.authority.attend(audience);
    const has = arrival.has > this.authority.tick ? -1 : arrival.has;
    const seatedFrom = place === null ? 0 : (this.#seatedFrom.get(place) ?? 1);
    // Whoever comes after the last tick is never seated, and sees how it ended all the same.
    // While time stands still there is no tick to wait for: they look on until it goes on.
    const waits = !this.#pace.held && !this.authority.over;
    const isEarly = waits && this.authority.tick < seatedFrom;
    if (isEarly) this.#early.push({ ...arrival, has });
    else this.#prepare({ ...arrival, has });
  }

  /** A client that no longer belongs to this match. */
  depart(connection: Connection): void {
    for (const audience of AUDIENCES) connection.leave(audienceRoom(this.id, audience));
    this.#early = this.#early.filter((arrival) => arrival.connection !== connection);
    this.#deliveries = this.#deliveries.filter((arrival) => arrival.connection !== connection);
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
      const beat = this.authority.step();
      beats.push(beat);
      this.#views.set(beat.tick, this.authority.projection);
    }
    return beats;
  }

  rowOf({ tick, inputs }: Beat): JournalRow {
    return { match: this.id, tick, inputs };
  }

  /** Where it could go on from, when one is due after these beats; always after the last one. */
  checkpointDue(beats: readonly Beat[]): CheckpointRow | null {
    const due = beats.some(
      ({ tick, over }) => over || (tick + this.#stagger) % CHECKPOINT_EVERY === 0,
    );
    return due ? this.checkpoint() : null;
  }

  checkpoint(): CheckpointRow {
    return { match: this.id, ...this.authority.checkpoint() };
  }

  /** Its row is durable: answers, frames, seat states, then those who were waiting to come in. */
  release(beat: Beat): void {
    if (!this.running) return;
    this.#durable = beat.tick;
    this.#shown = this.#views.get(beat.tick) ?? this.#shown;
    this.#views.delete(beat.tick);
    const forgotten = this.#orders.answer(beat.tick, beat.answers);
    if (forgotten > 0) this.#log.error({ match: this.id, forgotten }, 'orders without an answer');
    for (const [audience, frame] of beat.frames) this.#show(audience, frame);
    for (const state of beat.seats) {
      this.#owner.connectionOf(state.seat)?.send('seat:state', state);
    }
    this.#settlePuts(beat.tick);
    if (this.#pace.held) this.#tellStill();
    this.#letIn(beat.tick);
    if (!beat.over || !this.running) return;
    this.#state = 'over';
    this.#orders.refuseAll(refuse('rule.match-over'));
    this.#owner.onOver();
  }

  /** Ends it without a result. Whatever waits for an answer is refused. */
  abandon(): void {
    if (!this.running) return;
    this.#end(refuseWire('protocol.internal'));
    this.#owner.onLost();
  }

  /** Ends it because nobody plays it any more. */
  stop(): void {
    if (this.running) this.#end(refuse('rule.match-over'));
  }

  #end(refusal: Refusal): void {
    this.#state = 'lost';
    this.#early = [];
    this.#deliveries = [];
    this.#settlePuts();
    this.#orders.refuseAll(refusal);
  }

  /** Time stands still or is over, and all that has happened is durable. */
  get #isStill(): boolean {
    const stands = this.#pace.held || this.authority.over;
    return stands && this.authority.tick <= this.#durable;
  }

  /** What seats could order is told once a second: when time stops, it is told as it stands. */
  #tellStill(): void {
    if (!this.#isStill || !this.running) return;
    for (const place of this.#seatedFrom.keys()) this.#tell(place);
  }

  #tell(place: number): void {
    this.#owner.connectionOf(place)?.send('seat:state', this.#stateOf(place));
  }

  /** Whoever is in the world with the next tick only has no hands yet that could be told. */
  #stateOf(place: number): SeatState {
    const state = this.authority.seatState(place);
    const seatedFrom = this.#seatedFrom.get(place) ?? 0;
    return seatedFrom > this.authority.tick ? { ...state, hands: null } : state;
  }

  #settlePuts(durable = Number.POSITIVE_INFINITY): void {
    const puts = this.#puts;
    this.#puts = puts.filter(({ tick }) => tick > durable);
    for (const { tick, resolve } of puts) if (tick <= durable) resolve();
  }

  #show(audience: Audience, frame: Uint8Array): void {
    this.#outlet.emit(audienceRoom(this.id, audience), eventOf(audience), frame);
  }

  #letIn(tick: number): void {
    const ready = this.#deliveries.filter((delivery) => delivery.tick <= tick);
    this.#deliveries = this.#deliveries.filter((delivery) => delivery.tick > tick);
    for (const delivery of ready) delivery.give();
    const early = this.#early;
    this.#early = [];
    for (const arrival of early) this.arrive(arrival);
  }

  /** Takes the missing frames as they are now; they leave when this tick is durable. */
  #prepare(arrival: Arrival): void {
    const { place, audience, connection, has } = arrival;
    const frames = this.authority.since(audience, has);
    const state = place === null ? null : this.#stateOf(place);
    const give = (): void => {
      for (const frame of frames) connection.send(eventOf(audience), frame);
      if (state !== null) connection.send('seat:state', state);
      connection.join(audienceRoom(this.id, audience));
    };
    const { tick } = this.authority;
    if (tick <= this.#durable) give();
    else this.#deliveries.push({ ...arrival, tick, give });
  }
}

/** The attackers' frames have columns of their own, so they have an event of their own. */
function eventOf(audience: Audience): 'match:frame' | 'match:red' {
  return audience === 'red' ? 'match:red' : 'match:frame';
}
