import { type ReadonlySignal, signal } from '@preact/signals';
import type { InstructorAct } from '../../../shared/protocol/messages.ts';
import type {
  DeskState,
  Injection,
  ProjectorState,
  Reply,
} from '../../../shared/protocol/server.ts';
import type { Side } from '../../../shared/world/people/seat.ts';
import type { DeskEvents, DeskLink, DeskStatus } from '../../net/desk-link.ts';
import type { Link, LinkEvents } from '../../net/link.ts';
import { createGame, type Game, type GamePorts } from '../match/game.ts';
import { createOrders, type Orders } from '../match/orders.ts';

/** A world that a desk looks into: a game in which nothing can be ordered. */
interface Watch {
  readonly world: number;
  readonly eyes: Side;
  readonly game: Game;
}

/** Everything the instructor's page or the projected page knows. All of it is signals. */
export interface Desk {
  readonly status: ReadonlySignal<DeskStatus>;
  /** Of the instructor's desk. */
  readonly state: ReadonlySignal<DeskState | null>;
  /** Of the projected page. */
  readonly shown: ReadonlySignal<ProjectorState | null>;
  /** What the projected page is opened with; '' until it is known. */
  readonly projectorKey: ReadonlySignal<string>;
  readonly watching: ReadonlySignal<Watch | null>;
  /** Acts that are on their way, and what came back for them, by the key they were given with. */
  readonly acts: Orders;
  /** Does something. While it is on its way the same key does nothing more. */
  act(key: string, act: InstructorAct): Promise<Reply<unknown>>;
  watch(world: number, eyes: Side): void;
  unwatch(): void;
  injections(world: number): Promise<Reply<readonly Injection[]>>;
  /** Tries to connect at once, whatever is under way. */
  retry(): void;
  close(): void;
}

/** What a page that only looks on has of a link: no order, no seat, no team. */
function onlookersLink(sync: () => void): Link {
  const refused = { ok: false, refusal: { code: 'session.no-seat', facts: {} } } as const;
  return {
    order: () => Promise.resolve(refused),
    look: () => {},
    sync,
    retry: () => {},
    takeBack: () => {},
    leave: () => Promise.resolve(),
    close: () => {},
    team: null,
    alone: null,
  };
}

export function createDesk(ports: GamePorts, connect: (events: DeskEvents) => DeskLink): Desk {
  const status = signal<DeskStatus>({ kind: 'connecting' });
  const state = signal<DeskState | null>(null);
  const shown = signal<ProjectorState | null>(null);
  const projectorKey = signal('');
  const watching = signal<Watch | null>(null);
  const acts = createOrders(() => Promise.resolve({ ok: true, value: null }), ports.after);
  /** What comes in for the world that is watched. */
  let inward: LinkEvents | null = null;

  const session = () => state.peek()?.session ?? shown.peek()?.session ?? null;

  const lookInto = (world: number, eyes: Side): void => {
    watching.peek()?.game.close();
    const game = createGame(ports, { kind: 'desk', world, eyes }, (events) => {
      inward = events;
      return onlookersLink(() => link.sync());
    });
    watching.value = { world, eyes, game };
    const now = session();
    if (now !== null) inward?.session(now);
    tell(status.peek());
  };

  const lookAway = (): void => {
    watching.peek()?.game.close();
    watching.value = null;
    inward = null;
  };

  const tell = (now: DeskStatus): void => {
    if (now.kind === 'online' || now.kind === 'dropped') inward?.status(now);
  };

  const link = connect({
    console: (next) => {
      state.value = next;
      inward?.session(next.session);
    },
    projector: (next) => {
      shown.value = next;
      // The server decides what is projected: whatever it sends is of that world.
      const world = watching.peek()?.world ?? 0;
      if (next.world === 0) lookAway();
      else if (next.world !== world) {
        lookInto(next.world, 'blue');
        // Its first frames may have come before this word of it, when nobody took them in.
        link.sync();
      }
      inward?.session(next.session);
    },
    projectorKey: (key) => {
      projectorKey.value = key;
    },
    frame: (bytes) => inward?.frame(bytes),
    red: (bytes) => inward?.red(bytes),
    debrief: (debrief) => inward?.debrief(debrief),
    status: (next) => {
      status.value = next;
      tell(next);
    },
  });
  link.open();

  return {
    status,
    state,
    shown,
    projectorKey,
    watching,
    acts,
    act: async (key, act) => {
      const reply = link.act(act);
      acts.watch(key, reply);
      return reply;
    },
    watch: (world, eyes) => {
      const now = watching.peek();
      if (now?.world === world && now.eyes === eyes) return;
      lookInto(world, eyes);
      link.watch(world, eyes);
    },
    unwatch: () => {
      lookAway();
      link.watch(0, 'blue');
    },
    injections: (world) => link.injections(world),
    retry: () => link.retry(),
    close: () => {
      lookAway();
      link.close();
    },
  };
}
