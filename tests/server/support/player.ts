import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { onTestFinished } from 'vitest';
import { decodePatch } from '../../../shared/protocol/codec.ts';
import { SOCKET_PATH } from '../../../shared/protocol/limits.ts';
import type { ClientEvent, ClientPayload } from '../../../shared/protocol/messages.ts';
import type {
  Reply,
  SeatState,
  ServerEvents,
  SessionState,
  Taken,
  Welcome,
} from '../../../shared/protocol/server.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { applyPatch, type BlueView, type Patch } from '../../../shared/view/view.ts';

interface Values {
  'session:create': Welcome;
  'session:join': Welcome;
  'session:resume': Welcome;
  'session:start': null;
  'session:again': null;
  'session:leave': null;
  'match:look': null;
  'match:order': Taken;
  'match:sync': null;
}

/** A client as a page is one: it keeps its seat's token, and the view that its frames add up to. */
export class Player {
  readonly socket: Socket;
  readonly patches: Patch[] = [];
  readonly states: SessionState[] = [];
  readonly seatStates: SeatState[] = [];
  debriefs: unknown[] = [];
  /** Names of events in the order they came, answers included. */
  readonly heard: string[] = [];
  view: BlueView | null = null;
  token = '';
  seat = 0;
  code = '';
  #waiting: { ready: () => boolean; resolve: () => void }[] = [];

  constructor(url: string, transports: ('polling' | 'websocket')[] = ['websocket']) {
    this.socket = io(url, {
      path: SOCKET_PATH,
      parser,
      transports,
      forceNew: true,
      reconnection: false,
    });
    onTestFinished(() => {
      this.socket.close();
    });
    this.#on('match:frame', (frame) => {
      const patch = decodePatch(new Uint8Array(frame));
      this.patches.push(patch);
      this.view = applyPatch(BLUE_COLUMNS, this.view, patch);
    });
    this.#on('session:state', (state) => this.states.push(state));
    this.#on('seat:state', (state) => this.seatStates.push(state));
    this.#on('seat:elsewhere', () => undefined);
    this.#on('match:debrief', (debrief) => this.debriefs.push(debrief));
    this.socket.on('disconnect', () => this.#heard('disconnect'));
    this.socket.on('connect', () => this.#heard('connect'));
  }

  get state(): SessionState | undefined {
    return this.states.at(-1);
  }

  /** Sends a message as the page would. */
  ask<E extends ClientEvent>(event: E, payload: ClientPayload<E>): Promise<Reply<Values[E]>> {
    return this.say<Values[E]>(event, payload);
  }

  /** Sends anything at all. */
  say<T>(event: string, ...args: unknown[]): Promise<Reply<T>> {
    return new Promise((resolve) => {
      this.socket.emit(event, ...args, (reply: Reply<T>) => {
        this.#heard(`answer ${event}`);
        resolve(reply);
      });
    });
  }

  /** Sends an order. The number must be a new one. */
  order(n: number, command: string, args: Record<string, number | string>): Promise<Reply<Taken>> {
    return this.ask('match:order', { n, command, args });
  }

  /** Makes a session and takes its first seat. */
  async create(nickname: string, scenario = 'vacated-seat'): Promise<Welcome> {
    return this.#enter(await this.ask('session:create', { nickname, scenario }));
  }

  async join(code: string, nickname: string): Promise<Welcome> {
    return this.#enter(await this.ask('session:join', { code, nickname }));
  }

  async resume(token: string, tick: number): Promise<Welcome> {
    return this.#enter(await this.ask('session:resume', { token, tick }));
  }

  /** Resolves when it is so, now or after some event. */
  when(ready: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ ready, resolve });
      this.#check();
    });
  }

  whenHeard(event: string): Promise<void> {
    return this.when(() => this.heard.includes(event));
  }

  #enter(reply: Reply<Welcome>): Welcome {
    if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`);
    const { value } = reply;
    this.token = value.token;
    this.seat = value.seat;
    this.code = value.session.code;
    this.states.push(value.session);
    this.#check();
    return value;
  }

  #on<E extends keyof ServerEvents>(
    event: E,
    take: (...args: Parameters<ServerEvents[E]>) => void,
  ) {
    this.socket.on(event as string, (...args: unknown[]) => {
      take(...(args as Parameters<ServerEvents[E]>));
      this.#heard(event);
    });
  }

  #heard(what: string): void {
    this.heard.push(what);
    this.#check();
  }

  #check(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wait of waiting) {
      if (wait.ready()) wait.resolve();
      else this.#waiting.push(wait);
    }
  }
}
