import { decode, encode } from '@msgpack/msgpack';
import { recallSeat } from '../../client/net/seat-memory.ts';
import type { LiveMatch } from '../../server/hosting/live-match.ts';
import type { Services } from '../../server/services.ts';
import { matchOf } from '../../server/sessions/place-key.ts';
import { hashToken } from '../../server/sessions/secrets.ts';
import { isHeld, type Session, worldOf, worldsOf } from '../../server/sessions/session.ts';
import { stateOf } from '../../server/sessions/states.ts';
import { teamOf } from '../../server/sessions/teams.ts';
import { DEFAULT_SETTINGS } from '../../server/settings.ts';
import { Authority } from '../../shared/authority/authority.ts';
import type { Answer } from '../../shared/authority/contract.ts';
import type { Input } from '../../shared/match/input.ts';
import { decodePatch } from '../../shared/protocol/codec.ts';
import { peopleAttack } from '../../shared/protocol/modes/mode.ts';
import { modes } from '../../shared/protocol/modes/registry.ts';
import type { Audience } from '../../shared/view/audience.ts';
import { BLUE_COLUMNS } from '../../shared/view/columns.ts';
import { RED_COLUMNS } from '../../shared/view/red/red-columns.ts';
import { applyPatch, same } from '../../shared/view/view.ts';
import type { DurableStore } from './durable-store.ts';
import type { Instructor } from './instructor.ts';
import { type Oracle, orderKey } from './oracle.ts';
import type { DeskPage, Given, SeatPage } from './pages.ts';
import type { Person } from './people.ts';
import type { Timeline } from './timeline.ts';

/** What is left of a simulation to be judged. */
interface Aftermath {
  readonly time: Timeline;
  readonly vault: DurableStore;
  readonly oracle: Oracle;
  readonly server: Services | null;
  readonly instructor: Instructor | null;
  readonly people: readonly Person[];
  readonly orders: readonly Given[];
  readonly errors: readonly string[];
}

/** A match as its journal alone tells it. */
interface Retold {
  readonly authority: Authority;
  /** By `place/n`. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Once everything is calm: whether all is as it must be. Problems go to the oracle. */
export function verdict(simulation: Aftermath): void {
  const { oracle, server, instructor } = simulation;
  for (const error of simulation.errors) {
    // What a failing store brings about is told, and is no fault.
    if (!/the disk is full|the line to the disk/.test(error)) oracle.problem(`logged: ${error}`);
  }
  if (server === null || instructor === null) {
    oracle.problem('there is no server');
    return;
  }
  const [session] = server.registry.all().filter(({ code }) => code === instructor.code);
  const retold = new Map(
    [...simulation.vault.records.keys()].map((id) => [id, retell(simulation, id)]),
  );
  judgeOrders(simulation, session, retold);
  if (session === undefined) {
    if (!instructor.closed) oracle.problem('the session is lost');
    return;
  }
  for (const { match } of worldsOf(session)) judgeMatch(simulation, match, retold);
  judgeSeats(simulation, session);
  for (const person of simulation.people) {
    for (const page of person.pages)
      if (page.alive && !page.over) judgePage(simulation, session, page);
  }
  for (const page of [instructor.desk, instructor.projector]) judgeDesk(simulation, session, page);
}

/** Runs a match again from its journal, and from nothing else. */
function retell({ vault }: Aftermath, id: string): Retold {
  const record = vault.records.get(id);
  if (!record) throw new Error(`no match ${id}`);
  const authority = new Authority(record);
  const answers = new Map<string, Answer>();
  const rows = vault.rowsOf(id);
  for (let tick = 1; tick <= vault.reached(id); tick += 1) {
    for (const input of rows.get(tick)?.inputs ?? []) authority.submit(input);
    for (const answer of authority.step().answers)
      answers.set(`${answer.seat}/${answer.n}`, answer);
  }
  return { authority, answers };
}

function judgeMatch(
  { oracle, vault }: Aftermath,
  match: LiveMatch,
  retold: ReadonlyMap<string, Retold>,
): void {
  const again = retold.get(match.id)?.authority;
  const live = match.authority as Authority;
  if (again === undefined) {
    oracle.problem('a match that the store does not know');
    return;
  }
  if (live.tick !== vault.reached(match.id)) {
    // The rows of a match that is given up may never be written.
    if (match.running)
      oracle.problem(`at tick ${live.tick}, of which ${vault.reached(match.id)} kept`);
    return;
  }
  if (live.hash().whole !== again.hash().whole) {
    oracle.problem(`a match is not what its journal makes of it at tick ${live.tick}`);
  }
}

function judgeSeats({ oracle, people }: Aftermath, session: Session): void {
  const ids = session.seats.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) oracle.problem(`seats are doubled: ${ids.join()}`);
  const places = session.seats
    .filter((seat) => isHeld(seat) && seat.place !== 0)
    .map((seat) => `${teamOf(session, seat.team)?.world}/${seat.place}`);
  if (new Set(places).size !== places.length)
    oracle.problem(`places are doubled: ${places.join()}`);
  const present = session.seats.filter(({ line }) => line.kind === 'present');
  const online = people.flatMap(({ pages }) =>
    pages.filter(({ alive, over, status }) => alive && !over && status === 'online'),
  );
  const there = present.map(({ id }) => id).sort();
  const sit = online.map(({ game }) => game.mySeat.peek()).sort();
  if (there.join() !== sit.join())
    oracle.problem(`seats ${there} are present, pages sit at ${sit}`);
  const running = worldsOf(session).some(({ match }) => match.running);
  if (!running) return;
  for (const seat of session.seats) {
    if (seat.standing === 'held' && seat.team !== 0 && seat.place === 0) {
      const world = worldOf(session, teamOf(session, seat.team)?.world ?? 0);
      if (world?.match.running) oracle.problem(`seat ${seat.id} has no place in its match`);
    }
  }
}

const OUT: ReadonlySet<string> = new Set(['elsewhere', 'removed', 'lost', 'closed']);

function judgePage(simulation: Aftermath, session: Session, page: SeatPage): void {
  const { oracle } = simulation;
  const { game, status } = page;
  const number = game.mySeat.peek();
  if (page.asked.size > 0) oracle.problem(`never answered: ${[...page.asked].join()}`);
  if (status !== 'online') {
    const isOut = OUT.has(status) || page.entered?.ok === false;
    if (!isOut)
      oracle.problem(`a page at seat ${number} is ${status}, entered ${page.entered?.ok}`);
    const taken = oracle.isGone(page.tokens);
    if (status === 'lost' && !taken) oracle.problem(`seat ${number} was lost`);
    return;
  }
  const seat = session.seats.find(({ id }) => id === number);
  const token = recallSeat(page.tab, session.code)?.token ?? '';
  if (seat === undefined || seat.tokenHash !== hashToken(token)) {
    oracle.problem(`a page is online without its seat ${number}`);
    return;
  }
  judgeState(simulation, session, game.session.peek(), `seat ${number}`);
  const team = teamOf(session, seat.team);
  const slot = team && worldOf(session, team.world);
  if (!slot || !team || seat.place === 0) return;
  judgeView(
    simulation,
    slot.match,
    team.side,
    team.side === 'red' ? game.red.peek() : game.view.peek(),
    `seat ${number}`,
  );
  const other = team.side === 'red' ? game.view.peek() : game.red.peek();
  if (other !== null)
    oracle.problem(`seat ${number} of ${team.side} holds a view of the other side`);
  const state = slot.match.authority.seatState(seat.place);
  // Of a match that is over nothing can be ordered, and nobody is told what could have been.
  if (slot.match.running && !same(game.seat.peek(), overTheWire(state))) {
    oracle.problem(
      `seat ${number} holds ${JSON.stringify(game.seat.peek())}, it is ${JSON.stringify(state)}`,
    );
  }
  if (slot.report && !same(game.debrief.peek(), overTheWire(slot.report))) {
    oracle.problem(`seat ${number} was not told its debrief`);
  }
}

function judgeDesk(simulation: Aftermath, session: Session, page: DeskPage): void {
  const { oracle } = simulation;
  if (page.status !== 'online') {
    oracle.problem(`the ${page.as} is ${page.status}`);
    return;
  }
  const { state, shown, watching } = page.desk;
  const told = page.as === 'console' ? state.peek()?.session : shown.peek()?.session;
  judgeState(simulation, session, told ?? null, page.as);
  const watch = watching.peek();
  const slot = watch && worldOf(session, watch.world);
  if (!slot) return;
  const { view, red } = watch.game;
  if (page.as === 'projector') judgeView(simulation, slot.match, 'projector', view.peek(), page.as);
  else {
    const isRed = watch.eyes === 'red' && peopleAttack(modes[session.settings.mode]);
    judgeView(
      simulation,
      slot.match,
      isRed ? 'red' : 'blue',
      isRed ? red.peek() : view.peek(),
      page.as,
    );
  }
}

function judgeState(
  { oracle, time }: Aftermath,
  session: Session,
  told: unknown,
  who: string,
): void {
  const now = { now: time.now(), retentionHours: DEFAULT_SETTINGS.retentionHours, slow: false };
  const is = overTheWire(stateOf(session, now));
  if (!same(told, is)) {
    oracle.problem(`${who} was told ${JSON.stringify(told)}, it is ${JSON.stringify(is)}`);
  }
}

function judgeView(
  { oracle }: Aftermath,
  match: LiveMatch,
  audience: Audience,
  held: unknown,
  who: string,
): void {
  const [whole] = match.authority.since(audience, -1);
  if (whole === undefined) {
    oracle.problem(`nothing to be seen for ${audience}`);
    return;
  }
  const layout = audience === 'red' ? RED_COLUMNS : BLUE_COLUMNS;
  const is = applyPatch(layout, null, decodePatch(whole));
  if (!same(rows(held), rows(is))) {
    const tick = (held as { readonly tick: number } | null)?.tick;
    oracle.problem(`${who} holds tick ${tick} of the ${audience} view, which is at ${is.tick}`);
  }
}

/** A view's rows without the holes: a table that was always empty has none on one side only. */
function rows(view: unknown): unknown {
  if (view === null) return null;
  const { tick, tables } = view as {
    readonly tick: number;
    readonly tables: Readonly<Record<string, readonly unknown[]>>;
  };
  const full = Object.entries(tables).map(([name, list]) => [
    name,
    list.filter((row) => row != null),
  ]);
  return { tick, ...Object.fromEntries(full) };
}

const overTheWire = (value: unknown): unknown => decode(encode(value, { ignoreUndefined: true }));

function judgeOrders(
  simulation: Aftermath,
  session: Session | undefined,
  retold: ReadonlyMap<string, Retold>,
): void {
  const { oracle } = simulation;
  for (const given of simulation.orders) {
    const key = orderKey(given.code, given.seat, given.placeKey, given.n);
    const what = `${given.command} ${key}`;
    const [reply, ...more] = given.replies;
    if (more.length > 0) oracle.problem(`${what} was answered ${1 + more.length} times`);
    const taken = oracle.journalled(key, given.n).filter(({ input }) => isOf(input, given));
    if (taken.length > 1) oracle.problem(`${what} is in the journal ${taken.length} times`);
    if (reply === undefined) {
      if (isWaiting(given)) oracle.problem(`${what} was never answered`);
      continue;
    }
    const [first] = taken;
    const answer = first && retold.get(first.match)?.answers.get(`${first.place}/${given.n}`);
    const truth = answer?.reply ?? null;
    const heard = reply.ok ? 'taken' : reply.refusal.code;
    if (first === undefined || truth === null) {
      if (reply.ok) oracle.problem(`${what} was never taken, but so answered`);
      continue;
    }
    if (same(truth, reply) || NOT_KNOWN.has(heard)) continue;
    // Two pages of a seat gave the very same order under the same number: it is the other one's.
    if (simulation.orders.some((other) => other !== given && isTwin(other, given))) continue;
    // Whoever was away until the next match hears that theirs is over, and no more.
    if (isPast(session, given, first) && PAST.has(heard)) continue;
    const is = truth.ok ? `taken at ${truth.value.tick}` : truth.refusal.code;
    oracle.problem(`${what} was answered ${heard}, the journal has ${is}`);
  }
}

/** Whoever has lost their seat, or whose match was lost, is told that and no more. */
const NOT_KNOWN: ReadonlySet<string> = new Set(['session.no-seat', 'protocol.internal']);
const PAST: ReadonlySet<string> = new Set(['session.not-now', 'rule.match-over']);

/** Two tabs may have given different orders the same number: only one of them is in the journal. */
function isOf(input: Input, { command, args }: Given): boolean {
  return input.kind === 'order' && input.command === command && same(input.args, args);
}

function isTwin(one: Given, other: Given): boolean {
  const { code, seat, placeKey, n, command } = one;
  return (
    `${code}/${seat}/${placeKey}/${n}/${command}` ===
      `${other.code}/${other.seat}/${other.placeKey}/${other.n}/${other.command}` &&
    same(one.args, other.args)
  );
}

function isPast(
  session: Session | undefined,
  given: Given,
  { match, place }: { readonly match: string; readonly place: number },
): boolean {
  const seat = session?.seats.find(({ id }) => id === given.seat);
  if (session === undefined || seat === undefined) return true;
  return seat.place !== place || matchOf(session, seat) !== match;
}

/** Whether somebody still sits and waits for it. */
function isWaiting({ page }: Given): boolean {
  return page.alive && !page.over && page.status === 'online';
}
