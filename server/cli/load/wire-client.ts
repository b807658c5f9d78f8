import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { SOCKET_PATH } from '../../../shared/protocol/limits.ts';
import type { ClientEvent, ClientPayload } from '../../../shared/protocol/messages.ts';
import type {
  Created,
  Desk,
  Reply,
  ServerEvents,
  Taken,
  Welcome,
} from '../../../shared/protocol/server.ts';

/** What each message is answered with when it is not refused. */
interface Values extends Record<ClientEvent, unknown> {
  'session:create': Created;
  'session:join': Welcome;
  'session:resume': Welcome;
  'session:rejoin': Welcome;
  'match:order': Taken;
  'desk:open': Desk;
}

export type Transport = 'websocket' | 'polling';

/** One line to a server, as a page has one. */
export class WireClient {
  readonly socket: Socket;
  /** Bytes of the messages that came down. */
  down = 0;

  /** @param transports in the order a page would try them */
  constructor(url: string, transports: Transport[] = ['websocket']) {
    this.socket = io(url, {
      path: SOCKET_PATH,
      parser,
      transports,
      forceNew: true,
      reconnection: false,
    });
    this.socket.io.engine.on('packet', ({ data }: { data?: { readonly length?: number } }) => {
      this.down += data?.length ?? 0;
    });
  }

  on<E extends keyof ServerEvents>(
    event: E,
    take: (...args: Parameters<ServerEvents[E]>) => void,
  ): void {
    this.socket.on(event as string, (...args: unknown[]) => {
      take(...(args as Parameters<ServerEvents[E]>));
    });
  }

  /** Sends a message as a page would. The answer never comes when the line breaks before it. */
  ask<E extends ClientEvent>(event: E, payload: ClientPayload<E>): Promise<Reply<Values[E]>> {
    return this.say<Values[E]>(event, payload);
  }

  /** Sends anything at all. */
  say<T>(event: string, ...args: unknown[]): Promise<Reply<T>> {
    return new Promise((resolve) => {
      this.socket.emit(event, ...args, resolve);
    });
  }

  /** @throws when it is refused */
  async get<E extends ClientEvent>(event: E, payload: ClientPayload<E>): Promise<Values[E]> {
    const reply = await this.ask(event, payload);
    if (!reply.ok) throw new Error(`${event} was refused: ${reply.refusal.code}`);
    return reply.value;
  }

  close(): void {
    this.socket.close();
  }
}

/** Makes a session and opens its desk. */
export async function openDesk(
  url: string,
  settings: ClientPayload<'session:create'>['settings'],
): Promise<{ readonly desk: WireClient; readonly created: Created }> {
  const desk = new WireClient(url);
  const created = await desk.get('session:create', { settings });
  await desk.get('desk:open', { code: created.code, key: created.instructor, as: 'console' });
  return { desk, created };
}

/**
 * The tick of an encoded patch, which is the first of its four members; the rest is not read.
 * @throws on bytes that are no patch
 */
export function tickOf(frame: Uint8Array): number {
  const [head, first = 0, a = 0, b = 0, c = 0, d = 0] = frame;
  if (head !== 0x94) throw new Error('not a patch');
  if (first < 0x80) return first;
  if (first === 0xcc) return a;
  if (first === 0xcd) return (a << 8) | b;
  if (first === 0xce) return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  throw new Error('a patch without a tick');
}
