import { createDeskLink, openSession } from '../../client/net/desk-link.ts';
import type { Args } from '../../client/net/link.ts';
import type { Waiting } from '../../client/net/patience.ts';
import { recallSeat } from '../../client/net/seat-memory.ts';
import { createSocketLink, type Entry, type SocketLink } from '../../client/net/socket-link.ts';
import { createDesk, type Desk } from '../../client/state/desk/desk.ts';
import { createGame, type Game, type GamePorts } from '../../client/state/match/game.ts';
import type { Shelf } from '../../client/storage.ts';
import type { Created, Reply, Taken, Welcome } from '../../shared/protocol/server.ts';
import type { SessionSettings } from '../../shared/protocol/settings.ts';
import type { Audience } from '../../shared/view/audience.ts';
import { type Network, PageSocket } from './network.ts';
import type { Viewer } from './oracle.ts';
import type { Timeline } from './timeline.ts';

/** An order as its page gave it, and what the page was told. */
export interface Given {
  readonly code: string;
  readonly seat: number;
  readonly n: number;
  readonly placeKey: number;
  readonly command: string;
  readonly args: Args;
  readonly page: SeatPage;
  readonly replies: Reply<Taken>[];
}

/** A browser's storage: it can be copied, as a duplicated tab copies it. */
export class TabShelf implements Shelf {
  readonly #kept: Map<string, string>;

  constructor(like?: TabShelf) {
    this.#kept = new Map(like === undefined ? [] : like.#kept);
  }

  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }

  removeItem(key: string): void {
    this.#kept.delete(key);
  }
}

/** Timers of one page: they die with it. */
function portsOf(time: Timeline, isAlive: () => boolean): GamePorts & Waiting {
  return {
    now: () => time.now(),
    every: (ms, run) => time.every(ms, () => isAlive() && run()),
    after: (ms, run) => time.after(ms, () => isAlive() && run()),
    online: () => true,
  };
}

/** A tab with a seat, made of what the real page is made of. */
export class SeatPage implements Viewer {
  alive = true;
  readonly socket: PageSocket;
  readonly game: Game;
  readonly link: SocketLink;
  /** Things that were asked for and not answered yet, orders aside. */
  readonly asked = new Set<string>();
  /** What its last way in came to; `null` while it is under way. */
  entered: Reply<Welcome> | null = null;

  constructor(
    network: Network,
    readonly browser: TabShelf,
    readonly tab: TabShelf,
    readonly orders: Given[],
  ) {
    this.socket = new PageSocket(network);
    this.socket.owner = this;
    const ports = portsOf(network.time, () => this.alive);
    let link: SocketLink | null = null;
    this.game = createGame(ports, { kind: 'seat' }, (events, lastTick) => {
      link = createSocketLink({
        socket: this.socket,
        events,
        shelf: tab,
        recent: browser,
        now: ports.now,
        after: ports.after,
        online: ports.online,
        lastTick,
      });
      return link;
    });
    if (link === null) throw new Error('no link');
    this.link = link;
  }

  get status(): string {
    return this.game.status.peek().kind;
  }

  tickOf(audience: Audience): number {
    const { view, red } = this.game;
    return (audience === 'red' ? red : view).peek()?.tick ?? -1;
  }

  enter(entry: Entry, then: (reply: Reply<Welcome>) => void): void {
    this.entered = null;
    const code = recallSeat(this.tab, entry.code)?.token;
    if (entry.kind === 'resume') this.tokens.add(entry.seat?.token ?? code ?? '');
    void this.link.enter(entry).then((reply) => {
      this.entered = reply;
      if (reply.ok) this.tokens.add(reply.value.token);
      if (this.alive) then(reply);
    });
  }

  order(command: string, args: Args): void {
    const code = this.game.session.peek()?.code ?? '';
    const seat = this.game.mySeat.peek();
    const memory = recallSeat(this.tab, code);
    if (memory === null || seat === 0) return;
    const placeKey = this.game.me.peek()?.placeKey ?? 0;
    const { next: n } = memory;
    const given: Given = { code, seat, n, placeKey, command, args, page: this, replies: [] };
    this.orders.push(given);
    void this.link.order(command, args).then((reply) => given.replies.push(reply));
  }

  /** Asks for something that is no order. Whoever asked is answered, whatever happens. */
  ask(what: string, run: () => Promise<unknown>): void {
    this.asked.add(what);
    void run().then(() => this.asked.delete(what));
  }

  /** Its player has given the seat up. */
  over = false;

  leave(): void {
    this.over = true;
    void this.link.leave();
  }

  /** The keys that it has had. */
  readonly tokens = new Set<string>();

  /** The tab is closed, or its machine goes to sleep. */
  kill(): void {
    this.alive = false;
    this.socket.kill();
    this.game.close();
  }
}

/** The instructor's page, or the projected one. */
export class DeskPage implements Viewer {
  alive = true;
  readonly socket: PageSocket;
  readonly desk: Desk;

  constructor(
    network: Network,
    readonly as: 'console' | 'projector',
    code: string,
    key: string,
  ) {
    this.socket = new PageSocket(network);
    this.socket.owner = this;
    const ports = portsOf(network.time, () => this.alive);
    this.desk = createDesk(ports, (events) =>
      createDeskLink({ ...ports, socket: this.socket, events, code, key, as }),
    );
  }

  get status(): string {
    return this.desk.status.peek().kind;
  }

  tickOf(audience: Audience): number {
    const game = this.desk.watching.peek()?.game;
    const view = audience === 'red' ? game?.red : game?.view;
    return view?.peek()?.tick ?? -1;
  }

  kill(): void {
    this.alive = false;
    this.socket.kill();
    this.desk.close();
  }
}

/** Makes a session, as the page does that opens a class; again until it comes about. */
export function makeSession(
  network: Network,
  settings: Partial<SessionSettings>,
  then: (made: Created) => void,
): void {
  const ports = portsOf(network.time, () => true);
  const { opened } = openSession(new PageSocket(network), settings, ports, () => {});
  void opened.then((reply) => {
    if (reply.ok) then(reply.value);
    else makeSession(network, settings, then);
  });
}
