import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Reply, Welcome } from '../../../shared/protocol/server.ts';
import { loadPart } from '../../net/load.ts';
import type { Waiting } from '../../net/patience.ts';
import { type RecentSeat, recallSeat, recentSeats } from '../../net/seat-memory.ts';
import type { Entry, SocketLink } from '../../net/socket-link.ts';
import type { TabWatch } from '../../net/tab-watch.ts';
import type { Trouble } from '../../net/trouble.ts';
import { type KeptMatches, type SoloMatch, tabToken } from '../../solo/kept-matches.ts';
import type { Shelf } from '../../storage.ts';
import type { Game, GamePorts } from '../match/game.ts';

/** A seat that one could come back to from this tab. */
export interface WayBack extends RecentSeat {
  /** Another tab of this browser has it open: taking it closes it there. */
  readonly open: boolean;
}

/** The one game this page is in, if any, and the ways into one. */
export interface Sessions {
  readonly game: ReadonlySignal<Game | null>;
  /** What is wrong while a way in is being taken, as far as it is known. */
  readonly trouble: ReadonlySignal<Trouble | null>;
  /** Tries to come in at once, once there is a line to try; `null` before. */
  readonly retry: ReadonlySignal<(() => void) | null>;
  /** Comes to a seat in a session. On a refusal the page is in no game. */
  enter(entry: Entry): Promise<Reply<Welcome>>;
  /**
   * The seat that this tab held before a reload. `null` when there is none, or when another tab has
   * it open: a tab that was duplicated must not take a seat from the first without being asked to.
   */
  own(code: string): Promise<Extract<Entry, { kind: 'resume' }> | null>;
  /** Seats of a session that were taken in this browser, the latest first. */
  waysBack(code: string): Promise<readonly WayBack[]>;
  /**
   * Plays a match alone, in a worker of this page: from where it was left, when it is kept.
   * @param again takes the place of a match that has been debriefed
   * @param take from another tab that plays it; else that goes on, and nothing is played here
   * @returns whether another tab plays it
   */
  playAlone(match: SoloMatch, again: () => void, take?: boolean): Promise<'here' | 'elsewhere'>;
  /** Gives the seat up. */
  leave(): Promise<void>;
  /** Puts the game away without giving the seat up: the page has gone elsewhere. */
  putAway(): void;
}

export interface SessionShelves {
  /** Of this tab. */
  readonly tab: Shelf;
  /** Of this browser. */
  readonly browser: Shelf;
}

export function createSessions(
  ports: GamePorts & Waiting,
  shelves: SessionShelves,
  tabs: TabWatch,
  keptMatches: KeptMatches,
): Sessions {
  const table: GamePorts = { ...ports, tab: shelves.tab };
  const game = signal<Game | null>(null);
  const trouble = signal<Trouble | null>(null);
  const retry = signal<(() => void) | null>(null);
  /** Counts the ways in: a slow one must not replace one that was taken later. */
  let attempt = 0;
  /** Waited for, and not shown yet. */
  let coming: Game | null = null;
  const takeAnother = (): number => {
    coming?.close();
    coming = null;
    attempt += 1;
    return attempt;
  };

  /** Fetches what a way in needs, however long that takes; nothing comes of it once another is taken. */
  const fetchFor = <T>(mine: number, load: () => Promise<T>): Promise<T> =>
    loadPart(load, ports, (told) => {
      if (mine === attempt) trouble.value = told;
    }).result;

  const replace = (next: Game | null): void => {
    const before = game.peek();
    batch(() => {
      game.value = next;
    });
    before?.close();
  };

  // Other tabs are told that this one holds its seat, or plays its match alone, for as long as it does.
  effect(() => {
    const now = game.value;
    const code = now?.session.value?.code;
    const holds = now !== null && HOLDING.has(now.status.value.kind);
    const alone = now?.link.alone;
    if (holds && alone) tabs.hold(tabToken(alone), alone.giveWay);
    else
      tabs.hold(
        holds && code !== undefined ? (recallSeat(shelves.tab, code)?.token ?? null) : null,
      );
  });

  const sessions: Sessions = {
    game,
    trouble,
    retry,
    enter: async (entry) => {
      const mine = takeAnother();
      trouble.value = null;
      retry.value = null;
      const [{ createGame }, { createSocketLink }, socket] = await fetchFor(mine, () =>
        Promise.all([
          import('../match/game.ts'),
          import('../../net/socket-link.ts'),
          import('../../net/socket-port.ts').then(({ openSocketPort }) => openSocketPort()),
        ]),
      );
      let link: SocketLink | null = null;
      const entered = createGame(table, { kind: 'seat' }, (events, lastTick) => {
        link = createSocketLink({
          socket,
          events,
          shelf: shelves.tab,
          recent: shelves.browser,
          now: ports.now,
          after: ports.after,
          online: ports.online,
          lastTick,
        });
        return link;
      });
      if (mine !== attempt || link === null) {
        entered.close();
        return { ok: false, refusal: { code: 'session.no-seat', facts: {} } };
      }
      // Shown from the start, so that a connection that does not come about can say so.
      if (entry.kind === 'resume') replace(entered);
      else coming = entered;
      const comesIn: SocketLink = link;
      retry.value = comesIn.retry;
      const stop = effect(() => {
        const status = entered.status.value;
        trouble.value = 'trouble' in status ? (status.trouble ?? null) : null;
      });
      const reply = await comesIn.enter(entry);
      stop();
      if (mine === attempt) coming = null;
      if (mine === attempt && reply.ok) {
        if (game.peek() !== entered) replace(entered);
      } else if (game.peek() === entered) replace(null);
      else entered.close();
      return reply;
    },
    own: async (code) => {
      const memory = recallSeat(shelves.tab, code);
      if (memory === null || (await tabs.isHeld(memory.token))) return null;
      return { kind: 'resume', code };
    },
    waysBack: (code) =>
      Promise.all(
        recentSeats(shelves.browser, code).map(async (seat) => ({
          ...seat,
          open: await tabs.isHeld(seat.token),
        })),
      ),
    playAlone: async (match, again, take = false) => {
      const mine = takeAnother();
      trouble.value = null;
      const token = tabToken(match);
      // Nobody plays what nothing was written of: a match that begins waits for no answer.
      const begins = take || keptMatches.find(match) === null;
      const elsewhere = begins ? Promise.resolve(false) : tabs.isHeld(token);
      const [{ createGame }, { forgetLooking }, { createWorkerLink }, { createKeeper }] =
        await fetchFor(mine, () =>
          Promise.all([
            import('../match/game.ts'),
            import('../match/looking.ts'),
            import('../../solo/worker-link.ts'),
            import('../../solo/keeper.ts'),
          ]),
        );
      if (mine === attempt && (await elsewhere)) return 'elsewhere';
      // Taken in any case: a tab that slept has not answered.
      const taken = tabs.take(token);
      const handed = take ? await taken : null;
      if (mine !== attempt) return 'here';
      const keeper = createKeeper(keptMatches, match, handed);
      const restart = (): void => {
        forgetLooking(shelves.tab);
        void sessions.playAlone(match, again, true);
      };
      const takeBack = (): void => void sessions.playAlone(match, again, true);
      replace(
        createGame(table, { kind: 'alone' }, (events) =>
          createWorkerLink({ events, waiting: ports, match, keeper, again, restart, takeBack }),
        ),
      );
      return 'here';
    },
    leave: async () => {
      takeAnother();
      const leaving = game.peek();
      game.value = null;
      await leaving?.link.leave();
      leaving?.close();
    },
    putAway: () => {
      takeAnother();
      replace(null);
    },
  };
  return sessions;
}

/** States in which the seat is this tab's, though the line may be down. */
const HOLDING: ReadonlySet<string> = new Set(['connecting', 'online', 'dropped']);
