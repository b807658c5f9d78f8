import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { onTestFinished } from 'vitest';
import { decodePatch } from '../../../shared/protocol/codec.ts';
import { SOCKET_PATH } from '../../../shared/protocol/limits.ts';
import type { ClientEvent, ClientPayload, RejoinCode } from '../../../shared/protocol/messages.ts';
import type {
  Created,
  Desk,
  Injection,
  Looks,
  Reply,
  SeatState,
  ServerEvents,
  SessionState,
  Taken,
  Welcome,
  Word,
} from '../../../shared/protocol/server.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { RED_COLUMNS } from '../../../shared/view/red/red-columns.ts';
import type { RedRows } from '../../../shared/view/red/red-rows.ts';
import type { RedTeamView } from '../../../shared/view/red/red-team.ts';
import { applyPatch, type BlueView, type Patch } from '../../../shared/view/view.ts';

/** What each message is answered with when it is not refused. */
interface Values extends Record<ClientEvent, unknown> {
  'session:create': Created;
  'session:join': Welcome;
  'session:resume': Welcome;
  'session:rejoin': Welcome;
  'match:order': Taken;
  'desk:open': Desk;
  'desk:injections': readonly Injection[];
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
  readonly words: Word[] = [];
  readonly looks: Looks[] = [];
  view: BlueView | null = null;
  red: RedTeamView | null = null;
  rejoinCode: RejoinCode = [0, 0, 0];
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
    this.on('match:frame', (frame) => {
      const patch = decodePatch(new Uint8Array(frame));
      this.patches.push(patch);
      this.view = applyPatch(BLUE_COLUMNS, this.view, patch);
    });
    this.on('match:red', (frame) => {
      this.red = applyPatch<RedRows>(RED_COLUMNS, this.red, decodePatch(new Uint8Array(frame)));
    });
    this.on('session:state', (state) => this.states.push(state));
    this.on('seat:state', (state) => this.seatStates.push(state));
    this.on('seat:elsewhere', () => undefined);
    this.on('seat:removed', () => undefined);
    this.on('team:word', (word) => this.words.push(word));
    this.on('team:looks', (looks) => this.looks.push(looks));
    this.on('match:debrief', (debrief) => this.debriefs.push(debrief));
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

  async join(code: string, nickname: string, ticket: string | null = null): Promise<Welcome> {
    return this.#enter(await this.ask('session:join', { code, nickname, ticket }));
  }

  async rejoin(code: string, rejoin: RejoinCode): Promise<Welcome> {
    return this.#enter(await this.ask('session:rejoin', { code, rejoin }));
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
    this.rejoinCode = value.rejoin;
    this.seat = value.seat;
    this.code = value.session.code;
    this.states.push(value.session);
    this.#check();
    return value;
  }

  protected on<E extends keyof ServerEvents>(
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
