import { SOCKET_PATH } from '../../shared/protocol/limits.ts';

/** What of a Socket.IO socket the game uses. */
export interface SocketPort {
  readonly connected: boolean;
  on(event: string, listener: (value: unknown) => void): unknown;
  emit(event: string, payload: unknown, answer: (value: unknown) => void): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

/** Loads Socket.IO, which the first page does without, and makes a socket that is not yet open. */
export async function openSocketPort(): Promise<SocketPort> {
  const [{ io }, parser] = await Promise.all([
    import('socket.io-client'),
    import('socket.io-msgpack-parser'),
  ]);
  // Default transports, polling first: school proxies that block websockets never get in the way.
  return io({
    path: new URL(SOCKET_PATH.slice(1), document.baseURI).pathname,
    parser,
    autoConnect: false,
    reconnectionDelay: 300,
    // Back in the seat within three seconds of the server's being there again.
    reconnectionDelayMax: 1500,
  });
}

const OLD_VERSION = 426;

/** Whether a failed connection means that this page is older than the server. */
export function isOutdated(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { description, context } = error as { description?: unknown; context?: unknown };
  if (description === OLD_VERSION) return true;
  const status =
    typeof context === 'object' && context !== null && 'status' in context ? context.status : null;
  return status === OLD_VERSION;
}

/** Bytes as they come out of the parser, which differs between browsers and Node. */
export function bytesOf(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return null;
}
