import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Offer as Option } from '../../../shared/commands/command.ts';
import type { Debrief } from '../../../shared/match/report.ts';
import type { RejoinCode } from '../../../shared/protocol/messages.ts';
import type {
  Ends,
  Looks,
  RosterEntry,
  SeatState,
  SessionState,
} from '../../../shared/protocol/server.ts';
import type { TeamState } from '../../../shared/protocol/team.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { rowOf } from '../../../shared/view/reading.ts';
import { RED_COLUMNS } from '../../../shared/view/red/red-columns.ts';
import type { RedRows, RedTeamRow } from '../../../shared/view/red/red-rows.ts';
import type { MatchRow } from '../../../shared/view/rows.ts';
import type { BlueView, View } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import type { Side } from '../../../shared/world/people/seat.ts';
import {
  isRedRef,
  type Link,
  type LinkEvents,
  type LinkStatus,
  type PaceState,
  type Subject,
} from '../../net/link.ts';
import { type Bets, createBets } from './bets.ts';
import { type BlastLook, createBlast } from './blast.ts';
import { follow } from './follow.ts';
import { type Hint, hintFor, type Learnt, learn, NOTHING_LEARNT } from './guide.ts';
import type { Layer } from './layers.ts';
import { keepLooking, type Notes } from './looking.ts';
import { createMatchClock, type MatchClock } from './match-clock.ts';
import { offerOf } from './offered.ts';
import { createOrders, type Orders } from './orders.ts';
import { createPacing } from './pacing.ts';
import { hiddenDetailOf } from './role-details.ts';
import { createTalk, type Talk } from './talk.ts';
import { seatOf, teamOf } from './team.ts';
import { type Happening, happened } from './told/happenings.ts';
import { type RedHappening, redHappened } from './told/red-happenings.ts';
import { createToldList, type ToldList } from './told/told.ts';

/** Where this page sits: alone, at a seat of a class, or at a desk that looks into one world. */
export type Viewpoint =
  | { readonly kind: 'alone' }
  | { readonly kind: 'seat' }
  | { readonly kind: 'desk'; readonly world: number; readonly eyes: Side };

/** Everything a page knows of one session or one match alone. All of it is signals. */
export interface Game {
  readonly solo: boolean;
  /** Nothing can be ordered or said from here: a desk looks on, and so may a seat. It may change. */
  readonly watching: boolean;
  readonly status: ReadonlySignal<LinkStatus>;
  readonly session: ReadonlySignal<SessionState | null>;
  readonly seat: ReadonlySignal<SeatState | null>;
  /** The number of the own seat in the session, known from the moment of coming in; else 0. */
  readonly mySeat: ReadonlySignal<number>;
  /** The own place in the match, by which jobs and orders name it; 0 before one. */
  readonly myPlace: ReadonlySignal<number>;
  readonly me: ReadonlySignal<RosterEntry | null>;
  readonly myTeam: ReadonlySignal<TeamState | null>;
  /** The world that is played or looked at; 0: none yet. */
  readonly world: ReadonlySignal<number>;
  /** The side that is played, or whose eyes are looked through. */
  readonly side: ReadonlySignal<Side>;
  /** The way back to the seat on another device. */
  readonly rejoin: ReadonlySignal<RejoinCode | null>;
  /** What the defenders see. */
  readonly view: ReadonlySignal<BlueView | null>;
  readonly match: ReadonlySignal<MatchRow | null>;
  /** What the attackers see. */
  readonly red: ReadonlySignal<View<RedRows> | null>;
  /** The row of whichever side is played: its phase and its times. */
  readonly times: ReadonlySignal<MatchRow | RedTeamRow | null>;
  readonly debrief: ReadonlySignal<Debrief | null>;
  readonly pace: ReadonlySignal<PaceState>;
  /** What has become otherwise in the defenders' view, the latest last. */
  readonly happenings: ReadonlySignal<readonly Happening[]>;
  /** The same of what the attackers know. */
  readonly redHappenings: ReadonlySignal<readonly RedHappening[]>;
  /** Something is being read that stands before the match: alone, time waits for it. */
  readonly held: ReadonlySignal<boolean>;
  readonly clock: MatchClock;
  /** What is looked at, on whichever side: what one points out to one's team. */
  readonly looked: ReadonlySignal<Subject | null>;
  /** The same, when it is something of the defenders' view. */
  readonly selection: ReadonlySignal<RowRef | null>;
  readonly layer: Signal<Layer>;
  readonly bets: Bets;
  readonly blast: BlastLook;
  /** The option under the pointer or the focus. */
  readonly considered: Signal<Option | null>;
  /** Frames that the considered option, or else the first one of a request, would hand out. */
  readonly offered: ReadonlySignal<readonly number[]>;
  /** The card that was unfolded by hand, '' after one was folded; `null` leaves it to the panel. */
  readonly cardToOpen: Signal<string | null>;
  readonly hint: ReadonlySignal<Hint | null>;
  /** The player wants no hints. */
  readonly hintsOff: Signal<boolean>;
  readonly orders: Orders;
  /** Where each of the own team looks. */
  readonly looks: ReadonlySignal<Looks>;
  readonly talk: Talk;
  readonly link: Link;
  select(ref: Subject | null): void;
  setPace(pace: PaceState): void;
  /** Alone, time stands still until the answer is called; in a class it is not one's own to stop. */
  hold(): () => void;
  close(): void;
}

export interface GamePorts {
  readonly now: () => number;
  readonly every: (ms: number, run: () => void) => () => void;
  readonly after: (ms: number, run: () => void) => void;
  /** Of this tab: with it, where one looks survives a reload. */
  readonly tab?: Notes;
}

const NO_FRAMES: readonly number[] = [];
const NO_LOOKS: Looks = [];

export function createGame(
  ports: GamePorts,
  table: Viewpoint,
  connect: (events: LinkEvents, lastTick: () => number) => Link,
): Game {
  const solo = table.kind === 'alone';
  const status = signal<LinkStatus>({ kind: 'connecting' });
  const session = signal<SessionState | null>(null);
  const seat = signal<SeatState | null>(null);
  const mySeat = signal(solo ? 1 : 0);
  const rejoin = signal<RejoinCode | null>(null);
  const view = signal<BlueView | null>(null);
  const red = signal<View<RedRows> | null>(null);
  const debrief = signal<Debrief | null>(null);
  const pace = signal<PaceState>({ paused: false, speed: 1 });
  const looked = signal<Subject | null>(null);
  const selection = computed(() => {
    const ref = looked.value;
    return ref === null || isRedRef(ref) ? null : ref;
  });
  const layer = signal<Layer>('memory');
  const considered = signal<Option | null>(null);
  const cardToOpen = signal<string | null>(null);
  const hintsOff = signal(false);
  const learnt = signal<Learnt>(NOTHING_LEARNT);
  const told = createToldList(happened);
  const redTold = createToldList(redHappened);
  const looks = signal<Looks>(NO_LOOKS);
  const talk = createTalk(ports.after);
  const clock = createMatchClock(ports);
  /** Times as the instructor has set them, though their tick may still have to come. */
  const timed = <Row extends Ends>(row: Row | null): Row | null => {
    const moved = session.value?.moved.find((ends) => ends.world === world.value);
    return row === null || moved === undefined
      ? row
      : { ...row, liveFrom: moved.liveFrom, overAt: moved.overAt };
  };
  const match = computed(() => timed(rowOf(view.value, 'match', 1)));

  const me = computed(() => seatOf(session.value, mySeat.value));
  const myTeam = computed(() => teamOf(session.value, me.value?.team ?? 0));
  const myPlace = computed(() => (solo ? 1 : me.value?.place || (seat.value?.seat ?? 0)));
  const world = computed(() =>
    table.kind === 'seat' ? (myTeam.value?.world ?? 0) : table.kind === 'desk' ? table.world : 1,
  );
  const side = computed(
    (): Side =>
      table.kind === 'seat' ? (myTeam.value?.side ?? 'blue') : solo ? 'blue' : table.eyes,
  );
  const times = computed(() =>
    side.value === 'red' ? timed(red.value?.tables.redTeam[1] ?? null) : match.value,
  );

  const bets = createBets();
  const forget = (): void => {
    looked.value = null;
    considered.value = null;
    cardToOpen.value = null;
    debrief.value = null;
    seat.value = null;
    view.value = null;
    red.value = null;
    looks.value = NO_LOOKS;
    told.forget();
    redTold.forget();
    talk.forget();
    bets.forget();
    clock.reset();
  };

  /** A frame of either view: what it makes of the view, and what follows from that. */
  const frameOf =
    <Rows>(
      layout: Parameters<typeof follow>[0],
      held: Signal<View<Rows> | null>,
      list: Pick<ToldList<View<Rows>, unknown>, 'follow'>,
    ) =>
    (bytes: Uint8Array): void => {
      const next = follow(layout, held.peek(), bytes);
      if (next === null) {
        // A patch that does not follow: a frame was missed. The whole view puts it right.
        link.sync(-1);
        return;
      }
      const before = held.peek();
      // A new match begins again at its first tick, with its own rows under the same numbers.
      if (before !== null && next.tick < before.tick) forget();
      held.value = next;
      clock.reach(next.tick);
      list.follow(before, next);
    };
  const takeBlue = frameOf(BLUE_COLUMNS, view, told);
  const takeRed = frameOf(RED_COLUMNS, red, redTold);

  const takeSession = (state: SessionState): void => {
    const was = { phase: session.peek()?.phase, placeKey: me.peek()?.placeKey ?? 0 };
    session.value = state;
    const now = me.peek()?.placeKey ?? 0;
    const elsewhere = was.placeKey !== 0 && now !== 0 && now !== was.placeKey;
    const anew = state.phase === 'live' && was.phase === 'debrief';
    // Back in the lobby the last match is over and done with; at another place it was another one.
    if (state.phase === 'lobby' || elsewhere || anew) forget();
    // What was said for the match is not said of the debrief, nor of the next match.
    if (was.phase !== undefined && was.phase !== state.phase) talk.quiet();
    if (solo) return;
    const { time } = state;
    pace.value = { paused: time.kind !== 'running', speed: time.speed };
    clock.setPace(pace.peek());
  };

  const link = connect(
    {
      frame: (bytes) => {
        takeBlue(bytes);
        const now = view.peek();
        if (now !== null) learnt.value = learn(learnt.peek(), now);
      },
      red: takeRed,
      seat: (state) => {
        seat.value = state;
      },
      seated: (number, code) => {
        mySeat.value = number;
        rejoin.value = code;
      },
      session: takeSession,
      debrief: (report) => {
        debrief.value = report;
      },
      status: (next) => {
        const back = next.kind === 'online' && status.peek().kind !== 'online';
        status.value = next;
        // What a seat looks at is not kept by the server over a lost connection.
        if (back && looked.peek() !== null) link.look(looked.peek());
      },
      pace: (next) => {
        pace.value = next;
        clock.setPace(next);
      },
      looks: (next) => {
        looks.value = next;
      },
      word: talk.hear,
    },
    () => (side.peek() === 'red' ? red : view).peek()?.tick ?? -1,
  );

  const pacing = createPacing(link.alone, pace.peek());
  const stop = effect(() => {
    const phase = times.value?.phase;
    clock.setRunning(status.value.kind === 'online' && phase !== undefined && phase !== 'over');
  });

  const looksOn = computed(() => table.kind === 'desk' || me.value?.presence === 'watching');

  const offered = computed(() => {
    const now = view.value;
    if (now === null || hiddenDetailOf(session.value, mySeat.value, 'frames') !== null)
      return NO_FRAMES;
    const option = considered.value ?? firstOffer(seat.value, selection.value);
    return (option && offerOf(now, option.args)?.frames) ?? NO_FRAMES;
  });

  const game: Game = {
    solo,
    get watching() {
      return looksOn.value;
    },
    status,
    session,
    seat,
    mySeat,
    myPlace,
    me,
    myTeam,
    world,
    side,
    rejoin,
    view,
    match,
    red,
    times,
    debrief,
    pace,
    happenings: told.all,
    redHappenings: redTold.all,
    held: pacing.held,
    clock,
    looked,
    selection,
    layer,
    considered,
    offered,
    cardToOpen,
    hint: computed(() =>
      view.value === null || hintsOff.value || looksOn.value
        ? null
        : hintFor(view.value, selection.value, learnt.value),
    ),
    hintsOff,
    bets,
    blast: createBlast({ view, selection, layer }),
    orders: createOrders((command, args) => link.order(command, args), ports.after),
    looks,
    talk,
    link,
    select: (ref) => {
      considered.value = null;
      if (ref === looked.peek()) return;
      looked.value = ref;
      link.look(ref);
    },
    setPace: pacing.setPace,
    hold: pacing.hold,
    close: () => {
      stop();
      stopLooking();
      pacing.stop();
      clock.stop();
      link.close();
    },
  };
  const stopLooking = ports.tab === undefined ? () => {} : keepLooking(game, ports.tab);
  return game;
}

/** The first thing that could be done about a selected request. */
function firstOffer(seat: SeatState | null, selection: RowRef | null): Option | null {
  if (seat === null || selection === null || !selection.startsWith('requests/')) return null;
  if (seat.looking !== selection) return null;
  return seat.options.find((option) => option.refusal === null) ?? seat.options[0] ?? null;
}
