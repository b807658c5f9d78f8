import type { Debrief } from '../../shared/match/report.ts';
import type { ClientEvent, ClientPayload, RejoinCode } from '../../shared/protocol/messages.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type {
  Looks,
  Reply,
  SeatState,
  SessionState,
  Taken,
  Welcome,
  Word,
} from '../../shared/protocol/server.ts';
import type { Shelf } from '../storage.ts';
import type { Link, LinkEvents, LinkStatus } from './link.ts';
import { createOutbox, type Outbox, type OutgoingOrder } from './outbox.ts';
import { createPatience, type Waiting } from './patience.ts';
import {
  dropRecent,
  dropRemoved,
  forgetSeat,
  keepRemoved,
  noteRecent,
  recallRemoved,
  recallSeat,
  rememberSeat,
  type SeatMemory,
} from './seat-memory.ts';
import { bytesOf, isOutdated, type SocketPort } from './socket-port.ts';

/** How one comes to a seat. */
export type Entry =
  | {
      readonly kind: 'join';
      readonly code: string;
      readonly nickname: string;
      /** What the projected QR code carries; `null` when the code was typed. */
      readonly ticket: string | null;
      /** The key to the seat, drawn here: the same again is the same join. */
      readonly token: string;
    }
  /** To the seat that this tab holds, or to one that another tab of this browser held. */
  | { readonly kind: 'resume'; readonly code: string; readonly seat?: SeatMemory }
  /** By the words that were written down, on whichever device. */
  | { readonly kind: 'rejoin'; readonly code: string; readonly rejoin: RejoinCode };

export interface SocketLink extends Link {
  enter(entry: Entry): Promise<Reply<Welcome>>;
}

export interface SocketLinkOptions extends Waiting {
  readonly socket: SocketPort;
  readonly events: LinkEvents;
  /** Of this tab. */
  readonly shelf: Shelf;
  /** Of this browser. */
  readonly recent: Shelf;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
  /** The last tick the client has seen, or -1. */
  readonly lastTick: () => number;
}

/**
 * Numbers that another tab may have given to orders of which the server has not heard yet: they stay
 * that tab's, so that no order is ever answered as another one was.
 */
const TAB_GAP = 1000;
/** Between two attempts at a seat that is there, but cannot be had at the moment. */
const RETRY_MS = 2000;
/** Answers that mean that there is no such seat, now or later. */
const GONE: ReadonlySet<string> = new Set([
  'session.unknown',
  'session.seat-unknown',
  'session.seat-moved',
  'session.no-seat',
  'session.removed',
]);
/** Whoever leaves waits so long for the server to have heard of it. */
const LEAVE_MS = 500;
const UNANSWERED = { ok: false, refusal: { code: 'protocol.unanswered', facts: {} } } as const;
const NO_SEAT = { ok: false, refusal: { code: 'session.no-seat', facts: {} } } as const;

interface Seated {
  readonly code: string;
  readonly token: string;
  readonly seat: number;
  readonly outbox: Outbox;
}

export function createSocketLink(options: SocketLinkOptions): SocketLink {
  const { socket, shelf, recent, now, after, lastTick } = options;
  const patience = createPatience<LinkStatus>(options, (status) => options.events.status(status));
  const events: LinkEvents = { ...options.events, status: (status) => patience.tell(status) };
  let seat: Seated | null = null;
  let nickname = '';
  /** Stands for the place in the match that is played: orders are for that match and no other. */
  let placeKey = 0;
  /** Whether the server knows which seat this connection is: orders wait until it does. */
  let seated = false;
  let over = false;
  /** It comes back to a seat that another tab had meanwhile. */
  let takesBack = false;

  const ask = <T>(event: ClientEvent, payload: ClientPayload<ClientEvent>): Promise<Reply<T>> =>
    new Promise((resolve) => {
      socket.emit(event, payload, (reply) => resolve(reply as Reply<T>));
    });
  /** Whether it was done is not known after a break: whoever asked is told so. Orders are kept. */
  const askSeated = (
    event: ClientEvent,
    payload: ClientPayload<ClientEvent>,
  ): Promise<Reply<unknown>> => {
    if (!seated) return Promise.resolve(NO_SEAT);
    return new Promise((resolve) => {
      const fail = (): void => resolve(UNANSWERED);
      unanswered.add(fail);
      void ask(event, payload).then((reply) => {
        unanswered.delete(fail);
        resolve(reply);
      });
    });
  };
  const unanswered = new Set<() => void>();
  const forget = (): void => {
    for (const fail of unanswered) fail();
    unanswered.clear();
  };

  /** Asks to come in, and again on the next line when one breaks before the answer. */
  const askIn = (send: () => Promise<Reply<Welcome>>): Promise<Reply<Welcome>> =>
    new Promise((resolve) => {
      entering = () => {
        void send().then((reply) => {
          entering = null;
          resolve(reply);
        });
      };
      entering();
    });
  let entering: (() => void) | null = null;

  const connected = (): Promise<void> =>
    new Promise((resolve) => {
      if (socket.connected) resolve();
      else {
        arrivals.push(resolve);
        socket.connect();
      }
    });
  const arrivals: (() => void)[] = [];

  const send = ({ n, placeKey, command, args }: OutgoingOrder): void => {
    void ask<Taken>('match:order', { n, placeKey, command, args: { ...args } }).then((reply) =>
      seat?.outbox.answer(n, reply),
    );
  };

  /** The roster is the last word on one's place, and one's name: an instructor may change both. */
  const learn = (session: SessionState): void => {
    const me = session.roster.find((entry) => entry.seat === seat?.seat);
    placeKey = me?.placeKey ?? 0;
    const mine = me?.nickname;
    if (mine === undefined || mine === nickname || seat === null) return;
    nickname = mine;
    keep(seat.code, seat.token, seat.seat, seat.outbox.next);
  };
  const keep = (code: string, token: string, number: number, next: number): void => {
    rememberSeat(shelf, code, { token, next });
    noteRecent(recent, { code, token, seat: number, nickname, next });
  };

  const sit = (welcome: Welcome, first: number, gap = 0): void => {
    const { code, roster } = welcome.session;
    const { token, seat: number } = welcome;
    nickname = roster.find((entry) => entry.seat === number)?.nickname ?? nickname;
    const outbox =
      seat?.token === token
        ? seat.outbox
        : createOutbox(first, (next) => keep(code, token, number, next));
    // Whatever number this seat has used elsewhere is not used twice.
    outbox.skip(Math.max(0, welcome.orders + 1 - outbox.next) + gap);
    seat = { code, token, seat: number, outbox };
    keep(code, token, number, outbox.next);
    seated = true;
    learn(welcome.session);
    events.seated(number, welcome.rejoin);
    events.session(welcome.session);
    events.status({ kind: 'online' });
    for (const order of outbox.unanswered()) send(order);
  };

  /** The seat is gone for good: nothing waits for it, and nobody is offered it again. */
  const end = (code: string, token: string): void => {
    forgetSeat(shelf, code);
    dropRecent(recent, token);
    seat?.outbox.abandon(NO_SEAT);
    over = true;
    seated = false;
  };
  const lose = (refusal: Refusal, code: string, token: string): void => {
    const removed = refusal.code === 'session.removed';
    if (removed) keepRemoved(recent, code, token);
    end(code, token);
    events.status(removed ? { kind: 'removed' } : { kind: 'lost', refusal });
    socket.disconnect();
  };

  const resume = async (code: string, memory: SeatMemory, gap = 0): Promise<Reply<Welcome>> => {
    const { token } = memory;
    const reply = await ask<Welcome>('session:resume', { token, tick: lastTick() });
    if (reply.ok) sit(reply.value, memory.next, gap);
    else if (GONE.has(reply.refusal.code)) lose(reply.refusal, code, token);
    return reply;
  };

  /** Too many at once, or a server that is just starting, is no reason to give a seat up. */
  const resumeUntilSeated = async ({ code, token, outbox }: Seated): Promise<void> => {
    const reply = await resume(code, { token, next: outbox.next }, takesBack ? TAB_GAP : 0);
    if (reply.ok) takesBack = false;
    if (reply.ok || over) return;
    after(RETRY_MS, () => {
      if (seat !== null && socket.connected && !seated && !over) void resumeUntilSeated(seat);
    });
  };

  socket.on('connect', () => {
    patience.connected();
    if (seat !== null) void resumeUntilSeated(seat);
    else entering?.();
    for (const arrive of arrivals.splice(0)) arrive();
  });
  socket.on('disconnect', () => {
    seated = false;
    forget();
    if (!over) events.status({ kind: 'dropped', since: now() });
  });
  socket.on('connect_error', (error) => {
    if (!isOutdated(error)) {
      patience.failed(error);
      return;
    }
    over = true;
    events.status({ kind: 'outdated' });
    socket.disconnect();
  });
  socket.on('session:state', (state) => {
    const session = state as SessionState;
    learn(session);
    events.session(session);
    // One that is over stays to be read until it is deleted.
    if (session.phase === 'closed' && session.retentionHours === 0 && seat !== null) {
      end(session.code, seat.token);
      events.status({ kind: 'closed' });
      socket.disconnect();
    }
  });
  socket.on('seat:state', (state) => events.seat(state as SeatState));
  socket.on('seat:elsewhere', () => {
    over = true;
    seated = false;
    events.status({ kind: 'elsewhere' });
    socket.disconnect();
  });
  socket.on('seat:removed', () => {
    if (seat !== null) {
      keepRemoved(recent, seat.code, seat.token);
      end(seat.code, seat.token);
    }
    over = true;
    events.status({ kind: 'removed' });
    socket.disconnect();
  });
  const onFrame = (event: string, take: (bytes: Uint8Array) => void): void => {
    socket.on(event, (value) => {
      const bytes = bytesOf(value);
      if (bytes !== null) take(bytes);
    });
  };
  onFrame('match:frame', (bytes) => events.frame(bytes));
  onFrame('match:red', (bytes) => events.red(bytes));
  socket.on('match:debrief', (debrief) => events.debrief(debrief as Debrief));
  socket.on('team:looks', (looks) => events.looks(looks as Looks));
  socket.on('team:word', (word) => events.word(word as Word));

  /** Joins or rejoins: unlike coming back, a refusal leaves nothing behind. */
  const arrive = async (entry: Exclude<Entry, { kind: 'resume' }>): Promise<Reply<Welcome>> => {
    const { code } = entry;
    if (entry.kind === 'join') nickname = entry.nickname;
    const reply =
      entry.kind === 'join'
        ? await ask<Welcome>('session:join', {
            code,
            nickname,
            ticket: entry.ticket,
            token: recallRemoved(recent, code) ?? entry.token,
          })
        : await ask<Welcome>('session:rejoin', { code, rejoin: entry.rejoin });
    if (reply.ok) {
      dropRemoved(recent, code);
      sit(reply.value, 1);
    } else {
      over = true;
      socket.disconnect();
    }
    return reply;
  };

  return {
    enter: async (entry) => {
      events.status({ kind: 'connecting' });
      if (entry.kind !== 'resume') {
        await connected();
        return askIn(() => arrive(entry));
      }
      const memory = entry.seat ?? recallSeat(shelf, entry.code);
      if (memory === null) return NO_SEAT;
      await connected();
      return askIn(() => resume(entry.code, memory, TAB_GAP));
    },
    order: (command, args) => {
      if (seat === null) return Promise.resolve(NO_SEAT);
      const { order, reply } = seat.outbox.add(command, args, placeKey);
      if (seated) send(order);
      return reply;
    },
    look: (subject) => {
      if (seated) void ask('match:look', { subject });
    },
    sync: (tick) => {
      if (seated) void ask('match:sync', { tick });
    },
    retry: () => {
      socket.disconnect();
      socket.connect();
    },
    takeBack: () => {
      over = false;
      takesBack = true;
      events.status({ kind: 'connecting' });
      socket.connect();
    },
    leave: async () => {
      over = true;
      if (seat !== null) {
        forgetSeat(shelf, seat.code);
        dropRecent(recent, seat.token);
        seat.outbox.abandon(NO_SEAT);
      }
      if (seated)
        await Promise.race([
          ask('session:leave', {}),
          new Promise<void>((r) => after(LEAVE_MS, r)),
        ]);
      socket.disconnect();
    },
    close: () => {
      over = true;
      socket.disconnect();
    },
    team: {
      ping: (subject, ping) => askSeated('team:ping', { subject, ping }),
      say: (phrase, subject) => askSeated('team:say', { phrase, subject }),
      chat: (text) => askSeated('team:chat', { text }),
      chooseTeam: (team) => askSeated('seat:team', { team }),
      chooseRoles: (roles) => askSeated('seat:roles', { roles: [...roles] }),
    },
    alone: null,
  };
}
