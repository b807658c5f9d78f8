import { WireClient } from '../../server/cli/load/wire-client.ts';
import { decodePatch } from '../../shared/protocol/codec.ts';
import type { Reply, Taken, Welcome } from '../../shared/protocol/server.ts';
import { BLUE_COLUMNS } from '../../shared/view/columns.ts';
import { applyPatch, type BlueView } from '../../shared/view/view.ts';

/** An order as it was given, and what was heard of it. */
export interface Given {
  readonly n: number;
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
  /** `null`: no answer came. */
  reply: Reply<Taken> | null;
  /** The line on which it was last sent. */
  line?: WireClient;
}

/** A player who is scripted, remembers all they were told, and comes back when the server does. */
export class Classmate {
  /** What was seen at each tick, from the first server to the last. */
  readonly seen: BlueView[] = [];
  readonly given: Given[] = [];
  /** The number by which the world knows them. */
  place = 0;
  /** Whether match time goes on, as far as they were told. */
  running = false;
  seat = 0;
  token = '';
  #client: WireClient | null = null;
  #view: BlueView | null = null;
  #next: (() => void)[] = [];
  #waiting: { readonly ready: () => boolean; readonly resolve: () => void }[] = [];

  /** The last tick that was seen, or -1. */
  get tick(): number {
    return this.#view?.tick ?? -1;
  }

  get view(): BlueView | null {
    return this.#view;
  }

  async join(url: string, code: string, nickname: string): Promise<void> {
    const client = this.#open(url);
    const welcome = await client.get('session:join', { code, nickname, ticket: null });
    this.token = welcome.token;
    this.seat = welcome.seat;
  }

  /** As a page that still holds its view, or as one that was loaded anew. */
  async comeBack(url: string, anew: boolean): Promise<Welcome> {
    if (anew) this.#view = null;
    this.running = false;
    const client = this.#open(url);
    const welcome = await client.get('session:resume', { token: this.token, tick: this.tick });
    this.running = welcome.session.time.kind === 'running';
    return welcome;
  }

  /** Gives an order and waits for its answer, or until the line breaks. */
  async order(command: string, args: Given['args']): Promise<void> {
    const given: Given = { n: this.given.length + 1, command, args, reply: null };
    this.given.push(given);
    await this.again(given);
  }

  /** Sends an order that was sent before, as a page does that has heard no answer. */
  async again(given: Given): Promise<void> {
    const client = this.#client;
    if (client === null) return;
    given.line = client;
    const { n, command, args } = given;
    const broken = new Promise<null>((resolve) => {
      if (!client.socket.connected) resolve(null);
      client.socket.once('disconnect', () => resolve(null));
    });
    const reply = await Promise.race([
      client.ask('match:order', { n, command, args: { ...args } }),
      broken,
    ]);
    if (reply === null) return;
    given.reply ??= reply;
    this.#told();
  }

  /** Resolves when it is so, now or after a frame. */
  when(ready: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ ready, resolve });
      this.#check();
    });
  }

  /** Sends again what was sent on an earlier line and has had no answer. */
  async resend(): Promise<void> {
    const line = this.#client;
    const lost = this.given.filter((one) => one.reply === null && one.line !== line);
    await Promise.all(lost.map((one) => this.again(one)));
  }

  /** Resolves with the next answer or frame. */
  toldNext(): Promise<void> {
    return new Promise((resolve) => this.#next.push(resolve));
  }

  leaveLine(): void {
    this.#client?.close();
    this.#client = null;
  }

  #open(url: string): WireClient {
    this.leaveLine();
    const client = new WireClient(url);
    this.#client = client;
    client.on('match:frame', (frame) => {
      this.#view = applyPatch(BLUE_COLUMNS, this.#view, decodePatch(new Uint8Array(frame)));
      this.seen.push(this.#view);
      this.#told();
      this.#check();
    });
    client.on('session:state', ({ roster, time, phase }) => {
      this.running = phase === 'live' && time.kind === 'running';
      this.place = roster.find(({ seat }) => seat === this.seat)?.place ?? this.place;
      this.#check();
    });
    return client;
  }

  #told(): void {
    for (const resolve of this.#next.splice(0)) resolve();
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
