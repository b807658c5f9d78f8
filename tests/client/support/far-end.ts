import type { SocketPort } from '../../../client/net/socket-port.ts';

interface Sent {
  readonly event: string;
  readonly payload: unknown;
  readonly answer: (value: unknown) => void;
}

/** The far end of a socket, played by hand: what was sent, and when the line stands. */
export function farEnd() {
  const listeners = new Map<string, (value: unknown) => void>();
  const sent: Sent[] = [];
  const socket = {
    connected: false as boolean,
    on: (event: string, listener: (value: unknown) => void) => listeners.set(event, listener),
    emit: (event: string, payload: unknown, answer: (value: unknown) => void) =>
      sent.push({ event, payload, answer }),
    connect: () => tell('connect', undefined, true),
    disconnect: () => tell('disconnect', undefined, false),
  } satisfies SocketPort;
  const tell = (event: string, value?: unknown, connected?: boolean): void => {
    if (connected !== undefined) socket.connected = connected;
    listeners.get(event)?.(value);
  };
  return { socket, sent, tell, of: (event: string) => sent.filter((s) => s.event === event) };
}
