import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Reply, Welcome } from '../../shared/protocol/server.ts';
import type { Entry, SocketLink } from '../net/socket-link.ts';
import type { Game, GamePorts } from './game.ts';
import type { Shelf } from './storage.ts';

/** The one game this page is in, if any, and the ways into one. */
export interface Sessions {
  readonly game: ReadonlySignal<Game | null>;
  /** Comes to a seat in a session. On a refusal the page is in no game. */
  enter(entry: Entry): Promise<Reply<Welcome>>;
  /** Begins a match alone, in a worker of this page. */
  playAlone(scenario: string | null, seed: number): Promise<void>;
  /** Gives the seat up. */
  leave(): Promise<void>;
  /** Puts the game away without giving the seat up: the page has gone elsewhere. */
  putAway(): void;
}

export function createSessions(ports: GamePorts, shelf: Shelf): Sessions {
  const game = signal<Game | null>(null);
  /** Counts the ways in: a slow one must not replace one that was taken later. */
  let attempt = 0;

  const replace = (next: Game | null): void => {
    const before = game.peek();
    batch(() => {
      game.value = next;
    });
    before?.close();
  };

  const sessions: Sessions = {
    game,
    enter: async (entry) => {
      attempt += 1;
      const mine = attempt;
      const [{ createGame }, { createSocketLink }, { openSocketPort }] = await Promise.all([
        import('./game.ts'),
        import('../net/socket-link.ts'),
        import('../net/socket-port.ts'),
      ]);
      const socket = await openSocketPort();
      let link: SocketLink | null = null;
      const next = createGame(ports, false, (events, lastTick) => {
        link = createSocketLink({ socket, events, shelf, now: ports.now, lastTick });
        return link;
      });
      if (mine !== attempt || link === null) {
        next.close();
        return { ok: false, refusal: { code: 'session.no-seat', facts: {} } };
      }
      // Shown from the start, so that a connection that does not come about can say so.
      if (entry.kind === 'resume') replace(next);
      const reply = await (link as SocketLink).enter(entry);
      if (mine !== attempt) next.close();
      else if (reply.ok) {
        if (game.peek() !== next) replace(next);
      } else if (game.peek() === next) replace(null);
      else next.close();
      return reply;
    },
    playAlone: async (scenario, seed) => {
      attempt += 1;
      const mine = attempt;
      const [{ createGame }, { createWorkerLink }] = await Promise.all([
        import('./game.ts'),
        import('../solo/worker-link.ts'),
      ]);
      if (mine !== attempt) return;
      const again = (): void => void sessions.playAlone(scenario, seed + 1);
      replace(
        createGame(ports, true, (events) => createWorkerLink({ events, scenario, seed, again })),
      );
    },
    leave: async () => {
      attempt += 1;
      const leaving = game.peek();
      game.value = null;
      await leaving?.link.leave();
      leaving?.close();
    },
    putAway: () => {
      attempt += 1;
      replace(null);
    },
  };
  return sessions;
}
