import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Offer as Option } from '../../shared/commands/command.ts';
import type { Debrief } from '../../shared/match/report.ts';
import { decodePatch } from '../../shared/protocol/codec.ts';
import type { SeatState, SessionState } from '../../shared/protocol/server.ts';
import { BLUE_COLUMNS } from '../../shared/view/columns.ts';
import type { MatchRow } from '../../shared/view/rows.ts';
import { applyPatch, type BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Link, LinkEvents, LinkStatus, PaceState } from '../net/link.ts';
import { type Hint, hintFor, type Learnt, learn, NOTHING_LEARNT } from './guide.ts';
import { createMatchClock, type MatchClock } from './match-clock.ts';
import { offerOf } from './offered.ts';
import { createOrders, type Orders } from './orders.ts';
import { rowOf } from './rows.ts';

export type Layer = 'compute' | 'memory' | 'network' | 'traps';

/** Everything a page knows of one session or one match alone. All of it is signals. */
export interface Game {
  readonly solo: boolean;
  readonly status: ReadonlySignal<LinkStatus>;
  readonly session: ReadonlySignal<SessionState | null>;
  readonly seat: ReadonlySignal<SeatState | null>;
  /** The number of the own seat, known from the moment of coming in. */
  readonly mySeat: ReadonlySignal<number>;
  readonly view: ReadonlySignal<BlueView | null>;
  readonly match: ReadonlySignal<MatchRow | null>;
  readonly debrief: ReadonlySignal<Debrief | null>;
  readonly pace: ReadonlySignal<PaceState>;
  readonly clock: MatchClock;
  readonly selection: ReadonlySignal<RowRef | null>;
  readonly layer: Signal<Layer>;
  /** The option under the pointer or the focus. */
  readonly considered: Signal<Option | null>;
  /** Frames that the considered option, or else the first one of a request, would hand out. */
  readonly offered: ReadonlySignal<readonly number[]>;
  readonly hint: ReadonlySignal<Hint | null>;
  /** The player wants no hints. */
  readonly hintsOff: Signal<boolean>;
  readonly orders: Orders;
  readonly link: Link;
  select(ref: RowRef | null): void;
  setPace(pace: PaceState): void;
  close(): void;
}

export interface GamePorts {
  readonly now: () => number;
  readonly every: (ms: number, run: () => void) => () => void;
  readonly after: (ms: number, run: () => void) => void;
}

const NO_FRAMES: readonly number[] = [];

export function createGame(
  ports: GamePorts,
  solo: boolean,
  connect: (events: LinkEvents, lastTick: () => number) => Link,
): Game {
  const status = signal<LinkStatus>({ kind: 'connecting' });
  const session = signal<SessionState | null>(null);
  const seat = signal<SeatState | null>(null);
  const mySeat = signal(solo ? 1 : 0);
  const view = signal<BlueView | null>(null);
  const debrief = signal<Debrief | null>(null);
  const pace = signal<PaceState>({ paused: false, speed: 1 });
  const selection = signal<RowRef | null>(null);
  const layer = signal<Layer>('memory');
  const considered = signal<Option | null>(null);
  const hintsOff = signal(false);
  const learnt = signal<Learnt>(NOTHING_LEARNT);
  const clock = createMatchClock(ports);
  const match = computed(() => rowOf(view.value, 'match', 1));

  const forget = (): void => {
    selection.value = null;
    considered.value = null;
    debrief.value = null;
    seat.value = null;
    view.value = null;
  };

  const frame = (bytes: Uint8Array): void => {
    let next: BlueView;
    try {
      next = applyPatch(BLUE_COLUMNS, view.peek(), decodePatch(bytes));
    } catch {
      // A patch that does not follow: a frame was missed. The whole view puts it right.
      link.sync(-1);
      return;
    }
    const before = view.peek();
    // A new match begins again at its first tick, with its own rows under the same numbers.
    if (before !== null && next.tick < before.tick) forget();
    view.value = next;
    learnt.value = learn(learnt.peek(), next);
    clock.reach(next.tick);
  };

  const link = connect(
    {
      frame,
      seat: (state) => {
        seat.value = state;
      },
      seated: (number) => {
        mySeat.value = number;
      },
      session: (state) => {
        session.value = state;
        // Back in the lobby the last match is over and done with.
        if (state.phase === 'lobby') forget();
      },
      debrief: (report) => {
        debrief.value = report;
      },
      status: (next) => {
        const back = next.kind === 'online' && status.peek().kind !== 'online';
        status.value = next;
        // What a seat looks at is not kept by the server over a lost connection.
        if (back && selection.peek() !== null) link.look(selection.peek());
      },
      pace: (next) => {
        pace.value = next;
        clock.setPace(next);
      },
    },
    () => view.peek()?.tick ?? -1,
  );

  const stop = effect(() => {
    const phase = match.value?.phase;
    clock.setRunning(status.value.kind === 'online' && phase !== undefined && phase !== 'over');
  });

  const offered = computed(() => {
    const now = view.value;
    if (now === null) return NO_FRAMES;
    const option = considered.value ?? firstOffer(seat.value, selection.value);
    return (option && offerOf(now, option.args)?.frames) ?? NO_FRAMES;
  });

  return {
    solo,
    status,
    session,
    seat,
    mySeat,
    view,
    match,
    debrief,
    pace,
    clock,
    selection,
    layer,
    considered,
    offered,
    hint: computed(() =>
      view.value === null || hintsOff.value
        ? null
        : hintFor(view.value, selection.value, learnt.value),
    ),
    hintsOff,
    orders: createOrders((command, args) => link.order(command, args), ports.after),
    link,
    select: (ref) => {
      considered.value = null;
      if (ref === selection.peek()) return;
      selection.value = ref;
      link.look(ref);
    },
    setPace: (next) => link.setPace?.(next),
    close: () => {
      stop();
      clock.stop();
      link.close();
    },
  };
}

/** The first thing that could be done about a selected request. */
function firstOffer(seat: SeatState | null, selection: RowRef | null): Option | null {
  if (seat === null || selection === null || !selection.startsWith('requests/')) return null;
  if (seat.looking !== selection) return null;
  return seat.options.find((option) => option.refusal === null) ?? seat.options[0] ?? null;
}
