import type { Debrief } from '../../shared/match/report.ts';
import type { ClientEvent, ClientPayload } from '../../shared/protocol/messages.ts';
import type {
  Reply,
  SeatState,
  SessionState,
  Taken,
  Welcome,
} from '../../shared/protocol/server.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Shelf } from '../state/storage.ts';
import type { Link, LinkEvents } from './link.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { forgetSeat, recallSeat, rememberSeat } from './seat-memory.ts';
import { bytesOf, isOutdated, type SocketPort } from './socket-port.ts';

/** How one comes to a seat. */
export type Entry =
  | { readonly kind: 'create'; readonly nickname: string; readonly scenario: string }
  | { readonly kind: 'join'; readonly code: string; readonly nickname: string }
  | { readonly kind: 'resume'; readonly code: string };

export interface SocketLink extends Link {
  enter(entry: Entry): Promise<Reply<Welcome>>;
}

export interface SocketLinkOptions {
  readonly socket: SocketPort;
  readonly events: LinkEvents;
  readonly shelf: Shelf;
  readonly now: () => number;
  /** The last tick the client has seen, or -1. */
  readonly lastTick: () => number;
}

/** Numbers another tab may have used while it held the seat. */
const TAKE_BACK_GAP = 1000;
const NO_SEAT = { ok: false, refusal: { code: 'session.no-seat', facts: {} } } as const;

export function createSocketLink(options: SocketLinkOptions): SocketLink {
  const { socket, events, shelf, now, lastTick } = options;
  let seat: { readonly code: string; readonly token: string; readonly outbox: Outbox } | null =
    null;
  /** Whether the server knows which seat this connection is: orders wait until it does. */
  let seated = false;
  let over = false;

  const ask = <T>(event: ClientEvent, payload: ClientPayload<ClientEvent>): Promise<Reply<T>> =>
    new Promise((resolve) => {
      socket.emit(event, payload, (reply) => resolve(reply as Reply<T>));
    });

  const connected = (): Promise<void> =>
    new Promise((resolve) => {
      if (socket.connected) resolve();
      else {
        arrivals.push(resolve);
        socket.connect();
      }
    });
  const arrivals: (() => void)[] = [];

  const send = (order: {
    n: number;
    command: string;
    args: Readonly<Record<string, number | string>>;
  }): void => {
    const { n, command, args } = order;
    void ask<Taken>('match:order', { n, command, args: { ...args } }).then((reply) =>
      seat?.outbox.answer(n, reply),
    );
  };

  const sit = (welcome: Welcome, first: number): void => {
    const { code } = welcome.session;
    const keep = (next: number): void => rememberSeat(shelf, code, { token: welcome.token, next });
    const outbox = seat?.code === code ? seat.outbox : createOutbox(first, keep);
    seat = { code, token: welcome.token, outbox };
    keep(outbox.next);
    seated = true;
    events.seated(welcome.seat);
    events.session(welcome.session);
    events.status({ kind: 'online' });
    for (const order of outbox.unanswered()) send(order);
  };

  const lose = (reply: Reply<Welcome> & { readonly ok: false }, code: string): void => {
    forgetSeat(shelf, code);
    seat?.outbox.abandon(NO_SEAT);
    over = true;
    events.status({ kind: 'lost', refusal: reply.refusal });
    socket.disconnect();
  };

  const resume = async (code: string, token: string, first: number): Promise<Reply<Welcome>> => {
    const reply = await ask<Welcome>('session:resume', { token, tick: lastTick() });
    if (reply.ok) sit(reply.value, first);
    else lose(reply, code);
    return reply;
  };

  socket.on('connect', () => {
    if (seat !== null) void resume(seat.code, seat.token, seat.outbox.next);
    for (const arrive of arrivals.splice(0)) arrive();
  });
  socket.on('disconnect', () => {
    seated = false;
    if (!over) events.status({ kind: 'dropped', since: now() });
  });
  socket.on('connect_error', (error) => {
    if (!isOutdated(error)) return;
    over = true;
    events.status({ kind: 'outdated' });
    socket.disconnect();
  });
  socket.on('session:state', (state) => {
    const session = state as SessionState;
    events.session(session);
    if (session.phase === 'closed') {
      over = true;
      forgetSeat(shelf, session.code);
      events.status({ kind: 'closed' });
    }
  });
  socket.on('seat:state', (state) => events.seat(state as SeatState));
  socket.on('seat:elsewhere', () => {
    over = true;
    seated = false;
    events.status({ kind: 'elsewhere' });
    socket.disconnect();
  });
  socket.on('match:frame', (value) => {
    const bytes = bytesOf(value);
    if (bytes !== null) events.frame(bytes);
  });
  socket.on('match:debrief', (debrief) => events.debrief(debrief as Debrief));

  return {
    enter: async (entry) => {
      events.status({ kind: 'connecting' });
      await connected();
      if (entry.kind === 'resume') {
        const memory = recallSeat(shelf, entry.code);
        if (memory === null) {
          socket.disconnect();
          return NO_SEAT;
        }
        return resume(entry.code, memory.token, memory.next);
      }
      const reply =
        entry.kind === 'create'
          ? await ask<Welcome>('session:create', {
              nickname: entry.nickname,
              scenario: entry.scenario,
            })
          : await ask<Welcome>('session:join', { code: entry.code, nickname: entry.nickname });
      if (reply.ok) sit(reply.value, 1);
      else {
        over = true;
        socket.disconnect();
      }
      return reply;
    },
    order: (command, args) => {
      if (seat === null) return Promise.resolve(NO_SEAT);
      const { order, reply } = seat.outbox.add(command, args);
      if (seated) send(order);
      return reply;
    },
    look: (subject: RowRef | null) => {
      if (seated) void ask('match:look', { subject });
    },
    sync: (tick) => {
      if (seated) void ask('match:sync', { tick });
    },
    start: () => ask('session:start', {}),
    again: () => ask('session:again', {}),
    takeBack: () => {
      over = false;
      seat?.outbox.skip(TAKE_BACK_GAP);
      events.status({ kind: 'connecting' });
      socket.connect();
    },
    leave: async () => {
      if (seat !== null) forgetSeat(shelf, seat.code);
      over = true;
      if (seated)
        await Promise.race([ask('session:leave', {}), new Promise((r) => setTimeout(r, 500))]);
      socket.disconnect();
    },
    close: () => {
      over = true;
      socket.disconnect();
    },
    setPace: null,
  };
}
