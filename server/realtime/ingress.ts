import { MESSAGE_BYTES, SEAT_RATE } from '../../shared/protocol/limits.ts';
import {
  type ClientEvent,
  type ClientMessage,
  clientMessages,
} from '../../shared/protocol/messages.ts';
import { type Refusal, refuseWire } from '../../shared/protocol/refusal.ts';
import type { Reply } from '../../shared/protocol/server.ts';
import type { Clock, Connection, Log } from '../ports.ts';
import { TokenBucket } from '../sessions/bucket.ts';
import { type Outcome, refused, type Settled } from '../sessions/outcome.ts';
import type { Party, Registry } from '../sessions/registry.ts';
import { type Actor, authorise } from './authorise.ts';
import { OVERSIZE } from './parser.ts';

/** What is done with a message that has passed everything before. */
export type Handlers = {
  readonly [E in ClientEvent]: (
    connection: Connection,
    message: ClientMessage<E>,
  ) => Outcome | Promise<Outcome>;
};

/** Messages in a row beyond the rate after which a line is cut: no page sends so many. */
export const FLOOD = 500;

export interface IngressWatch {
  /** `outcome` is `ok`, a refusal's code, or `unanswerable`. */
  received(event: ClientEvent | 'unknown', outcome: string): void;
}

/** One client's place in the pipeline. */
export interface Line {
  readonly connection: Connection;
  /** For as long as it has no seat, or for a desk; a seat brings its own. */
  readonly bucket: TokenBucket;
  /** The last message about sessions or desks: the next one waits for it. */
  turn: Promise<void>;
  /** Messages in a row that were beyond the rate. */
  excess: number;
}

/** A message whose form is right, or what is wrong with it. */
type Read =
  | { readonly event: ClientEvent; readonly message: unknown }
  | { readonly refusal: Refusal };

/**
 * The one way in: decode, schema, rate, authorisation, handler. Whatever a client sends, this
 * answers it exactly once or, when it asked for no answer, leaves it aside; it never throws.
 */
export class Ingress {
  readonly #registry: Registry;
  readonly #handlers: Handlers;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #watch: IngressWatch;

  constructor(parts: {
    registry: Registry;
    handlers: Handlers;
    clock: Clock;
    log: Log;
    watch: IngressWatch;
  }) {
    this.#registry = parts.registry;
    this.#handlers = parts.handlers;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#watch = parts.watch;
  }

  line(connection: Connection): Line {
    const bucket = new TokenBucket(this.#clock, SEAT_RATE);
    return { connection, bucket, turn: Promise.resolve(), excess: 0 };
  }

  /**
   * @param packet the event's name, its arguments, and last the way to answer, if there is one
   * @returns when it is dealt with; never rejects
   */
  async receive(line: Line, packet: readonly unknown[]): Promise<void> {
    const read = readMessage(packet);
    const event = 'event' in read ? read.event : 'unknown';
    const waitMs = this.#take(line);
    const answer = packet.at(-1);
    if (typeof answer !== 'function') {
      this.#watch.received(event, 'unanswerable');
      return;
    }
    const finish = ({ reply, after }: Settled): void => {
      this.#watch.received(event, reply.ok ? 'ok' : reply.refusal.code);
      this.#guard(() => answer(reply satisfies Reply<unknown>));
      if (after) this.#guard(after);
    };
    if (waitMs > 0) return finish(refused(refuseWire('protocol.too-fast', { waitMs })));
    if ('refusal' in read) return finish(refused(read.refusal));
    const finished = line.turn.then(async () => {
      const outcome = await this.#handle(line.connection, read.event, read.message);
      if ('reply' in outcome) finish(outcome);
      else this.#guard(() => outcome.pending((reply) => finish({ reply })));
    });
    // Whose line it is changes only with these, so what follows must see what they have done.
    if (CHANGES_PARTY.has(read.event)) line.turn = finished;
    return finished;
  }

  async #handle(connection: Connection, event: ClientEvent, message: unknown): Promise<Outcome> {
    try {
      const party = this.#registry.on(connection);
      const refusal = authorise(event, actorOf(party), party?.session.phase.kind ?? null);
      if (refusal) return refused(refusal);
      if (party?.kind === 'seat') party.seat.activeAt = this.#clock.now();
      return await run(this.#handlers, event, connection, message);
    } catch (error) {
      this.#log.error({ err: error, event }, 'a message failed');
      return refused(refuseWire('protocol.internal'));
    }
  }

  #take(line: Line): number {
    const party = this.#registry.on(line.connection);
    const bucket = party?.kind === 'seat' ? party.seat.bucket : line.bucket;
    const waitMs = bucket.take();
    line.excess = waitMs === 0 ? 0 : line.excess + 1;
    // Answering a flood costs as much as serving it, and everyone else pays.
    if (line.excess > FLOOD) line.connection.cut();
    return waitMs;
  }

  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#log.error({ err: error }, 'an answer failed');
    }
  }
}

/** Messages after which a line may be someone else's, or an instructor's acts, which go in order. */
const CHANGES_PARTY: ReadonlySet<ClientEvent> = new Set([
  'session:create',
  'session:join',
  'session:resume',
  'session:rejoin',
  'session:leave',
  'desk:open',
  'desk:watch',
  'desk:injections',
  'desk:act',
]);

function actorOf(party: Party | undefined): Actor {
  if (party === undefined) return { kind: 'guest' };
  if (party.kind === 'desk') return { kind: party.desk.as };
  return { kind: 'seat', waiting: party.seat.standing === 'waiting' };
}

function readMessage(packet: readonly unknown[]): Read {
  const [event] = packet;
  const last = packet.length - 1;
  const end = typeof packet[last] === 'function' ? last : packet.length;
  const args = packet.slice(1, end);
  if (typeof event !== 'string' || !isClientEvent(event)) return malformed('event');
  if (args[0] === OVERSIZE) {
    return { refusal: refuseWire('protocol.too-large', { limit: MESSAGE_BYTES }) };
  }
  if (args.length !== 1) return malformed('arguments');
  const result = clientMessages[event].safeParse(args[0]);
  if (result.success) return { event, message: result.data };
  return malformed(result.error.issues[0]?.path.join('.') ?? '');
}

function malformed(path: string): Read {
  return { refusal: refuseWire('protocol.malformed', { path: path.slice(0, 80) }) };
}

function isClientEvent(name: string): name is ClientEvent {
  return Object.hasOwn(clientMessages, name);
}

/** The schema of the same event has made the message, which the compiler cannot follow. */
function run<E extends ClientEvent>(
  handlers: Handlers,
  event: E,
  connection: Connection,
  message: unknown,
): Outcome | Promise<Outcome> {
  return handlers[event](connection, message as ClientMessage<E>);
}
