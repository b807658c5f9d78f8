import type { Debrief } from '../../shared/match/report.ts';
import type { ClientEvent, ClientPayload, InstructorAct } from '../../shared/protocol/messages.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type {
  Created,
  Desk,
  DeskState,
  Injection,
  ProjectorState,
  Reply,
} from '../../shared/protocol/server.ts';
import type { SessionSettings } from '../../shared/protocol/settings.ts';
import type { Side } from '../../shared/world/people/seat.ts';
import { createPatience, type Waiting } from './patience.ts';
import { bytesOf, isOutdated, type SocketPort } from './socket-port.ts';
import type { Trouble } from './trouble.ts';

/** Where the connection to a desk stands. */
export type DeskStatus =
  /** `trouble`: what is known to be wrong. It goes on trying all the same. */
  | { readonly kind: 'connecting'; readonly trouble?: Trouble }
  | { readonly kind: 'online' }
  /** Gone since that time (ms); it comes back by itself. */
  | { readonly kind: 'dropped'; readonly since: number; readonly trouble?: Trouble }
  /** The page is older than the server. */
  | { readonly kind: 'outdated' }
  /** The key opens nothing here, or there is no such session any more. */
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What comes in at a desk. */
export interface DeskEvents {
  console(state: DeskState): void;
  projector(state: ProjectorState): void;
  /** The key of the projected page, for the console to open it with. */
  projectorKey(key: string): void;
  /** Of the world that is watched, or projected: patches of the defenders' and the attackers' view. */
  frame(bytes: Uint8Array): void;
  red(bytes: Uint8Array): void;
  debrief(debrief: Debrief): void;
  status(status: DeskStatus): void;
}

export interface DeskLink {
  /** Opens the desk, and opens it again whenever the connection comes back. */
  open(): void;
  /** Tries to connect at once, whatever is under way. */
  retry(): void;
  /** Looks into a world with those eyes; 0: into none. The answer is a whole view, then patches. */
  watch(world: number, eyes: Side): void;
  /** Asks for the whole view of what is looked into, when a frame was missed. */
  sync(): void;
  act(act: InstructorAct): Promise<Reply<unknown>>;
  injections(world: number): Promise<Reply<readonly Injection[]>>;
  close(): void;
}

export interface DeskLinkOptions extends Waiting {
  readonly socket: SocketPort;
  readonly events: DeskEvents;
  readonly code: string;
  readonly key: string;
  readonly as: Desk['as'];
  /** Milliseconds. */
  readonly now: () => number;
}

const UNANSWERED = { ok: false, refusal: { code: 'protocol.unanswered', facts: {} } } as const;

const asker =
  (socket: SocketPort) =>
  <T>(event: ClientEvent, payload: ClientPayload<ClientEvent>): Promise<Reply<T>> =>
    new Promise((resolve) => {
      socket.emit(event, payload, (reply) => resolve(reply as Reply<T>));
    });

export function createDeskLink(options: DeskLinkOptions): DeskLink {
  const { socket, code, key, as, now } = options;
  const patience = createPatience<DeskStatus>(options, (status) => options.events.status(status));
  const events: DeskEvents = { ...options.events, status: (status) => patience.tell(status) };
  const ask = asker(socket);
  let watched: { readonly world: number; readonly eyes: Side } | null = null;
  /** The server knows what this connection is: acts that were given meanwhile wait until it does. */
  let opened = false;
  /** Nothing more comes of this link. */
  let over = false;
  const waiting: (() => void)[] = [];
  /** Answers that are still to come, and never will once the line has broken. */
  const unanswered = new Set<() => void>();

  /** Whether it was done is not known after a break: whoever asked is told so, and sees the desk. */
  const askNow = <T>(event: ClientEvent, payload: ClientPayload<ClientEvent>): Promise<Reply<T>> =>
    new Promise((resolve) => {
      const fail = (): void => resolve(UNANSWERED);
      unanswered.add(fail);
      void ask<T>(event, payload).then((reply) => {
        unanswered.delete(fail);
        resolve(reply);
      });
    });

  const end = (status: DeskStatus): void => {
    over = true;
    events.status(status);
    socket.disconnect();
  };

  const look = (): void => {
    if (watched !== null && opened) void ask('desk:watch', watched);
  };

  const come = async (): Promise<void> => {
    const reply = await ask<Desk>('desk:open', { code, key, as });
    if (over) return;
    if (!reply.ok) {
      end({ kind: 'refused', refusal: reply.refusal });
      return;
    }
    opened = true;
    const desk = reply.value;
    if (desk.as === 'console') {
      events.projectorKey(desk.projector);
      events.console(desk.state);
    } else events.projector(desk.state);
    events.status({ kind: 'online' });
    look();
    for (const send of waiting.splice(0)) send();
  };

  const whenOpen = <T>(send: () => Promise<Reply<T>>): Promise<Reply<T>> =>
    opened
      ? send()
      : new Promise((resolve) => {
          waiting.push(() => void send().then(resolve));
        });

  socket.on('connect', () => {
    patience.connected();
    void come();
  });
  socket.on('disconnect', () => {
    opened = false;
    for (const fail of unanswered) fail();
    unanswered.clear();
    if (!over) events.status({ kind: 'dropped', since: now() });
  });
  socket.on('connect_error', (error) => {
    if (isOutdated(error)) end({ kind: 'outdated' });
    else patience.failed(error);
  });
  socket.on('desk:state', (state) => events.console(state as DeskState));
  socket.on('projector:state', (state) => events.projector(state as ProjectorState));
  socket.on('match:frame', (value) => {
    const bytes = bytesOf(value);
    if (bytes !== null) events.frame(bytes);
  });
  socket.on('match:red', (value) => {
    const bytes = bytesOf(value);
    if (bytes !== null) events.red(bytes);
  });
  socket.on('match:debrief', (debrief) => events.debrief(debrief as Debrief));

  return {
    open: () => {
      events.status({ kind: 'connecting' });
      socket.connect();
    },
    retry: () => {
      socket.disconnect();
      socket.connect();
    },
    watch: (world, eyes) => {
      watched = world === 0 ? null : { world, eyes };
      if (world !== 0) look();
      else if (opened) void ask('desk:watch', { world, eyes });
    },
    sync: () => {
      if (opened) void ask('match:sync', { tick: -1 });
    },
    act: (act) => whenOpen(() => askNow('desk:act', { act })),
    injections: (world) => whenOpen(() => askNow('desk:injections', { world })),
    close: () => {
      over = true;
      socket.disconnect();
    },
  };
}

/** What came of asking for a session; `outdated`: this page is older than the server. */
export type Opened = Reply<Created> | { readonly ok: false; readonly outdated: true };

/** A class on its way. */
interface Opening {
  readonly opened: Promise<Opened>;
  /** Tries at once; once it has been asked for, waits no longer, since asking again could open two. */
  retry(): void;
  /** Tries no longer. One that has been asked for is opened all the same, and `opened` tells its keys. */
  stop(): void;
}

/**
 * Makes a session over a connection of its own, which is closed again.
 * @param hear told what is wrong while it waits, and `null` when nothing is known to be
 */
export function openSession(
  socket: SocketPort,
  settings: Partial<SessionSettings>,
  waiting: Waiting,
  hear: (trouble: Trouble | null) => void,
): Opening {
  const patience = createPatience<DeskStatus>(waiting, (status) =>
    hear(status.kind === 'connecting' ? (status.trouble ?? null) : null),
  );
  let asked = false;
  let answered = false;
  let retry = (): void => {};
  const opened = new Promise<Opened>((resolve) => {
    const done = (answer: Opened): void => {
      if (answered) return;
      answered = true;
      patience.tell({ kind: 'online' });
      resolve(answer);
      socket.disconnect();
    };
    socket.on('connect', () => {
      patience.connected();
      if (asked) return;
      asked = true;
      void asker(socket)<Created>('session:create', { settings }).then(done);
    });
    // Asking by itself once more could open two classes.
    socket.on('disconnect', () => {
      if (asked) done(UNANSWERED);
    });
    socket.on('connect_error', (error) => {
      if (isOutdated(error)) done({ ok: false, outdated: true });
      else patience.failed(error);
    });
    retry = () => {
      if (answered) return;
      if (asked) {
        done(UNANSWERED);
        return;
      }
      socket.disconnect();
      socket.connect();
    };
    patience.tell({ kind: 'connecting' });
    socket.connect();
  });
  const stop = (): void => {
    if (!asked) socket.disconnect();
  };
  return { opened, retry: () => retry(), stop };
}
