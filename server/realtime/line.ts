import type { Server, Socket } from 'socket.io';
import type { ServerEvents } from '../../shared/protocol/server.ts';
import type { Connection, Outlet } from '../ports.ts';

/** A socket, as the rooms behind see it. */
export class SocketConnection implements Connection {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  get id(): string {
    return this.#socket.id;
  }

  get open(): boolean {
    return this.#socket.connected;
  }

  send<E extends keyof ServerEvents>(event: E, ...args: Parameters<ServerEvents[E]>): void {
    this.#socket.emit(event, ...args);
  }

  join(room: string): void {
    void this.#socket.join(room);
  }

  leave(room: string): void {
    void this.#socket.leave(room);
  }

  cut(): void {
    this.#socket.disconnect(true);
  }
}

/** Everyone in a room: Socket.IO encodes such a message once and writes the same bytes to each. */
export function createOutlet(io: Server): Outlet {
  return {
    emit(room, event, ...args) {
      io.to(room).emit(event, ...args);
    },
  };
}
