import { decode, encode } from '@msgpack/msgpack';
import type { SocketPort } from '../../client/net/socket-port.ts';
import type { Connection, Outlet } from '../../server/ports.ts';
import type { Line as Place } from '../../server/realtime/ingress.ts';
import type { Services } from '../../server/services.ts';
import type { Dice } from './dice.ts';
import type { Timeline } from './timeline.ts';

/** Told of everything that crosses the wire, at the moment it does. */
export interface Witness {
  /** The server sends an event to a line. */
  sends(connection: Connection, event: string, value: unknown): void;
  /** A message has come to the server. */
  asks(connection: Connection, event: string, payload: unknown): void;
  /** The server answers one. */
  answers(connection: Connection, event: string, payload: unknown, reply: unknown): void;
  /** A page has taken an event in. */
  heard(socket: PageSocket, event: string, value: unknown): void;
}

/** Milliseconds between two attempts of a page to connect, as Socket.IO draws them. */
const RETRY_MS = [150, 3000] as const;
/** How long a server may hold a line for open that is not: its pings find out at last. */
const SILENT_MS = 9000;

/** Milliseconds that a message takes on the slowest line, when nothing is wrong. */
export const LONGEST_LAG_MS = 150;

/** Frames are bytes already, and must stay the same bytes; all else is written as it is now. */
const written = (value: unknown): unknown =>
  value instanceof Uint8Array ? value : encode(value, { ignoreUndefined: true });
const readAgain = (sent: unknown, bytes: unknown): unknown =>
  sent instanceof Uint8Array ? sent : decode(bytes as Uint8Array);

/** One TCP connection: in order each way, late each way, and lost with all that was under way. */
class Line {
  readonly connection: ServerEnd;
  readonly lag: number;
  /** Nothing arrives any more. */
  cut = false;
  #upAt = 0;
  #downAt = 0;

  constructor(
    readonly network: Network,
    readonly socket: PageSocket,
    id: string,
  ) {
    this.lag = network.calm ? 5 : network.dice.int(2, LONGEST_LAG_MS);
    this.connection = new ServerEnd(this, id);
  }

  /** To the server. */
  up(run: () => void): void {
    this.#upAt = this.#plan(this.#upAt, run);
  }

  /** To the page. */
  down(run: () => void): void {
    this.#downAt = this.#plan(this.#downAt, run);
  }

  #plan(last: number, run: () => void): number {
    const { time, dice, calm } = this.network;
    const late = calm ? 0 : dice.int(0, dice.chance(30) ? 1500 : 20);
    const at = Math.max(last, time.now() + this.lag + late);
    time.at(at, () => {
      if (!this.cut) run();
    });
    return at;
  }
}

/** The server's end of a line. */
class ServerEnd implements Connection {
  readonly rooms = new Set<string>();
  place: Place | null = null;
  open = true;

  constructor(
    private readonly line: Line,
    readonly id: string,
  ) {}

  send(event: string, ...args: unknown[]): void {
    const { network, socket } = this.line;
    if (!this.open) return;
    const [value] = args;
    network.witness.sends(this, event, value);
    const bytes = written(value);
    this.line.down(() => socket.hear(this.line, event, readAgain(value, bytes)));
  }

  reply(event: string, payload: unknown, id: number, reply: unknown): void {
    if (!this.open) return;
    this.line.network.witness.answers(this, event, payload, reply);
    const bytes = written(reply);
    this.line.down(() => this.line.socket.answered(this.line, id, readAgain(reply, bytes)));
  }

  join(room: string): void {
    if (this.open) this.rooms.add(room);
  }

  leave(room: string): void {
    this.rooms.delete(room);
  }

  cut(): void {
    if (!this.open) return;
    this.line.down(() => this.line.socket.lost(this.line));
    this.gone();
  }

  /** The server has noticed that nobody is there. */
  gone(): void {
    if (!this.open) return;
    this.open = false;
    this.rooms.clear();
    this.line.network.forget(this);
  }
}

interface Buffered {
  readonly event: string;
  readonly payload: unknown;
  readonly answer: (value: unknown) => void;
}

/**
 * A page's end, with the habits of a Socket.IO socket: it comes back by itself, keeps what is said
 * while it is away and says it first, and never answers what was under way when a line broke.
 */
export class PageSocket implements SocketPort {
  connected = false;
  /** Of this page: the witness knows by it who hears. */
  owner: unknown = null;
  readonly #network: Network;
  readonly #listeners = new Map<string, ((value: unknown) => void)[]>();
  readonly #answers = new Map<number, (value: unknown) => void>();
  #buffer: Buffered[] = [];
  #line: Line | null = null;
  #wants = false;
  #attempt = 0;
  #asked = 0;

  constructor(network: Network) {
    this.#network = network;
  }

  get line(): Line | null {
    return this.#line;
  }

  on(event: string, listener: (value: unknown) => void): void {
    const listeners = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, [...listeners, listener]);
  }

  emit(event: string, payload: unknown, answer: (value: unknown) => void): void {
    if (!this.connected || this.#line === null) {
      this.#buffer.push({ event, payload, answer });
      return;
    }
    const line = this.#line;
    this.#asked += 1;
    const id = this.#asked;
    this.#answers.set(id, answer);
    const bytes = written(payload);
    line.up(() => this.#network.receive(line.connection, event, readAgain(payload, bytes), id));
  }

  connect(): void {
    if (this.#wants) return;
    this.#wants = true;
    this.#try(0);
  }

  disconnect(): void {
    const line = this.#line;
    this.#wants = false;
    this.#attempt += 1;
    this.#line = null;
    line?.up(() => line.connection.gone());
    if (!this.connected) return;
    this.#close();
  }

  /** The page is gone, with a goodbye that the server hears or does not. */
  kill(): void {
    const line = this.#line;
    this.#listeners.clear();
    this.#answers.clear();
    this.#wants = false;
    this.#attempt += 1;
    this.#line = null;
    this.connected = false;
    if (line === null) return;
    const { dice, calm } = this.#network;
    if (calm || dice.chance(700)) line.up(() => line.connection.gone());
    else this.#network.sever(line);
  }

  hear(line: Line, event: string, value: unknown): void {
    if (line !== this.#line) return;
    this.#tell(event, value);
    this.#network.witness.heard(this, event, value);
  }

  answered(line: Line, id: number, reply: unknown): void {
    if (line !== this.#line) return;
    const answer = this.#answers.get(id);
    this.#answers.delete(id);
    answer?.(reply);
  }

  /** Notices that its line is broken. */
  lost(line: Line): void {
    if (line !== this.#line) return;
    this.#line = null;
    const was = this.connected;
    if (was) this.#close();
    if (this.#wants) this.#retry();
  }

  #close(): void {
    this.connected = false;
    // Socket.IO forgets what it waits for, and says so to nobody.
    this.#answers.clear();
    this.#tell('disconnect', 'transport close');
  }

  #retry(): void {
    const { calm, dice } = this.#network;
    this.#try(calm ? RETRY_MS[0] : dice.int(...RETRY_MS));
  }

  #try(ms: number): void {
    const network = this.#network;
    this.#attempt += 1;
    const attempt = this.#attempt;
    network.time.after(ms + 5, () => {
      if (!this.#wants || attempt !== this.#attempt) return;
      const line = network.open(this);
      if (line === null) {
        this.#tell('connect_error', new Error('xhr poll error'));
        if (this.#wants && attempt === this.#attempt) this.#retry();
        return;
      }
      this.#line = line;
      line.down(() => this.#opened(line));
    });
  }

  #opened(line: Line): void {
    if (line !== this.#line) return;
    this.connected = true;
    for (const { event, payload, answer } of this.#buffer.splice(0)) {
      this.emit(event, payload, answer);
    }
    this.#tell('connect', undefined);
  }

  #tell(event: string, value: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }
}

/** All lines between pages and whichever server answers now. */
export class Network {
  /** Nothing breaks any more, and nothing is late. */
  calm = false;
  readonly #lines = new Map<ServerEnd, Line>();
  #server: Services | null = null;
  #opened = 0;

  constructor(
    readonly time: Timeline,
    readonly dice: Dice,
    readonly witness: Witness,
  ) {}

  get lines(): readonly Line[] {
    return [...this.#lines.values()];
  }

  /** From now on this server answers. */
  answerWith(server: Services): void {
    this.#server = server;
  }

  /** The server has died: its lines break, sooner or later for those at the other end. */
  dead(): void {
    this.#server = null;
    for (const [connection, line] of this.#lines) {
      connection.open = false;
      connection.rooms.clear();
      // What is on its way to a page may still come, or be lost with the line.
      if (this.dice.chance(500)) line.cut = true;
      const { socket } = line;
      if (line.cut) this.time.after(this.dice.int(1, 400), () => socket.lost(line));
      else line.down(() => socket.lost(line));
    }
    this.#lines.clear();
  }

  /** The way out of one server: it leads nowhere once that one is dead. */
  outlet(isAlive: () => boolean): Outlet {
    return {
      emit: (room, event, ...args) => {
        if (!isAlive()) return;
        for (const connection of [...this.#lines.keys()]) {
          if (connection.rooms.has(room)) connection.send(event, ...args);
        }
      },
    };
  }

  open(socket: PageSocket): Line | null {
    if (this.#server === null) return null;
    this.#opened += 1;
    const line = new Line(this, socket, `line-${this.#opened}`);
    line.connection.place = this.#server.ingress.line(line.connection);
    this.#lines.set(line.connection, line);
    return line;
  }

  receive(connection: ServerEnd, event: string, payload: unknown, id: number): void {
    const { place } = connection;
    if (!connection.open || this.#server === null || place === null) return;
    this.witness.asks(connection, event, payload);
    const answer = (reply: unknown): void => connection.reply(event, payload, id, reply);
    void this.#server.ingress.receive(place, [event, payload, answer]);
  }

  /** Breaks a line with all that is under way on it; each end notices in its own time. */
  sever(line: Line): void {
    const { time, dice, calm } = this;
    line.cut = true;
    time.after(calm ? 5 : dice.int(1, 2500), () => line.socket.lost(line));
    const silent = dice.chance(300) ? SILENT_MS : 500;
    time.after(calm ? 5 : dice.int(1, silent), () => line.connection.gone());
  }

  /** The server lets a line go. */
  forget(connection: ServerEnd): void {
    if (this.#lines.delete(connection)) this.#server?.dropped(connection);
  }
}
