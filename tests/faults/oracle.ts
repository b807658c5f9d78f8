import type { Authorities, Connection } from '../../server/ports.ts';
import type { Services } from '../../server/services.ts';
import { matchOf, placeKeyOf } from '../../server/sessions/place-key.ts';
import type { Party } from '../../server/sessions/registry.ts';
import { worldsOf } from '../../server/sessions/session.ts';
import { teamOf } from '../../server/sessions/teams.ts';
import { Authority } from '../../shared/authority/authority.ts';
import type { Input } from '../../shared/match/input.ts';
import type { RejoinCode } from '../../shared/protocol/messages.ts';
import type { Looks, Reply, SeatState, Taken, Word } from '../../shared/protocol/server.ts';
import type { Audience } from '../../shared/view/audience.ts';
import type { DurableStore } from './durable-store.ts';
import type { PageSocket, Witness } from './network.ts';

/** Where a frame comes from: its bytes are told apart by being the very same ones. */
interface Origin {
  readonly authority: Authority;
  readonly audience: Audience;
  readonly tick: number;
  match: string;
}

/** A page that holds a view. */
export interface Viewer {
  /** The tick of the view that it holds for that audience; -1: none. */
  tickOf(audience: Audience): number;
}

interface Rejoining {
  readonly code: string;
  readonly rejoin: RejoinCode;
}

/** What of an order's message is looked at. */
interface OrderSaid {
  readonly n: number;
  readonly placeKey: number;
}

interface Seen {
  readonly match: string;
  readonly audience: Audience;
  readonly tick: number;
}

/** Somewhere that an order may have been taken in. */
export interface Arrival {
  readonly match: string;
  readonly place: number;
}

/** An order in a journal. */
export interface Journalled extends Arrival {
  readonly tick: number;
  readonly input: Input;
}

/** Two pages of a seat may give the same number to different orders, but not at the same place of a match. */
export const orderKey = (code: string, seat: number, placeKey: number, n: number): string =>
  `${code}/${seat}/${placeKey}/${n}`;

/** Watches everything that crosses the wire, and writes down what must not be. */
export class Oracle implements Witness {
  readonly problems: string[] = [];
  /** Where each order came to, by its key. */
  readonly arrivals = new Map<string, Arrival[]>();
  /** Seats that were given up or taken away, as `code/seat`. */
  readonly ended = new Set<string>();
  /** Tokens that a rejoin has replaced. */
  readonly replaced = new Set<string>();
  readonly #vault: DurableStore;
  readonly #server: () => Services | null;
  readonly #frames = new WeakMap<Uint8Array, Origin>();
  readonly #seen = new WeakMap<PageSocket, Seen>();
  /** Whose a token or a key is: `seat code/n`, `console code` or `projector code`. */
  readonly #secrets = new Map<string, string>();
  /** The token that each seat has now. */
  readonly #tokens = new Map<string, string>();

  constructor(vault: DurableStore, server: () => Services | null) {
    this.#vault = vault;
    this.#server = server;
  }

  problem(text: string): void {
    // The first few tell enough, and a match has thousands of frames.
    if (this.problems.length < 20) this.problems.push(text);
  }

  /** Authorities whose frames are known again on the wire. */
  readonly authorities: Authorities = {
    open: (spec) => this.#watch(new Authority(spec)),
    restore: (spec, found, rows) =>
      this.#watch(
        Authority.restore(
          spec,
          found,
          rows.map(({ tick, inputs }) => [tick, inputs]),
        ),
      ),
  };

  sends(connection: Connection, event: string, value: unknown): void {
    const party = this.#server()?.registry.on(connection);
    if (event === 'seat:elsewhere' || event === 'seat:removed') return;
    if (party === undefined) {
      this.problem(`${event} went to a line that is nobody's`);
      return;
    }
    if (value instanceof Uint8Array) this.#frame(party, event, value);
    else this.#words(party, event, value);
  }

  asks(connection: Connection, event: string, payload: unknown): void {
    const party = this.#server()?.registry.on(connection);
    if (event === 'session:rejoin') this.#rejoins(payload as Rejoining);
    if (party?.kind !== 'seat') return;
    const { session, seat } = party;
    if (event === 'session:leave') this.ended.add(`${session.code}/${seat.id}`);
    if (event !== 'match:order') return;
    const { n, placeKey } = payload as OrderSaid;
    const match = matchOf(session, seat);
    // What is for another match is refused and comes into no journal.
    if (match === null || placeKey !== placeKeyOf(session, seat)) return;
    const key = orderKey(session.code, seat.id, placeKey, n);
    const arrivals = this.arrivals.get(key) ?? [];
    const isKnown = arrivals.some((one) => one.match === match && one.place === seat.place);
    if (!isKnown) this.arrivals.set(key, [...arrivals, { match, place: seat.place }]);
  }

  answers(connection: Connection, event: string, payload: unknown, reply: unknown): void {
    const party = this.#server()?.registry.on(connection);
    const { ok, value } = reply as { readonly ok: boolean; readonly value?: unknown };
    if (ok && /^session:(join|resume|rejoin)$/.test(event)) this.#welcomed(value);
    if (ok && event === 'session:create') {
      const made = value as { readonly [name: string]: string };
      this.#secrets.set(made.instructor ?? '', `console ${made.code}`);
      this.#secrets.set(made.projector ?? '', `projector ${made.code}`);
      return;
    }
    if (event === 'match:order' && party?.kind === 'seat') {
      const { n, placeKey } = payload as OrderSaid;
      const key = orderKey(party.session.code, party.seat.id, placeKey, n);
      this.#answered(key, n, reply as Reply<Taken>);
    }
    const isWelcome = /^session:(join|resume|rejoin)$/.test(event);
    const owner = isWelcome && ok ? ownerOf(value) : null;
    this.#keepsSecrets(value, event, party, owner);
  }

  heard(socket: PageSocket, event: string, value: unknown): void {
    if (!(value instanceof Uint8Array)) return;
    const origin = this.#frames.get(value);
    if (origin === undefined) return;
    const { match, audience } = origin;
    const tick = (socket.owner as Viewer).tickOf(audience);
    const seen = this.#seen.get(socket);
    const goesOn = seen?.match === match && seen.audience === audience;
    if (goesOn && tick !== -1 && tick < seen.tick) {
      this.problem(`a page's ${audience} view went from tick ${seen.tick} back to ${tick}`);
    }
    if (tick > origin.tick)
      this.problem(`${event}: a page is at ${tick}, its frame at ${origin.tick}`);
    this.#seen.set(socket, { match, audience, tick });
  }

  /** Whether none of these tokens opens a seat any more, and rightly so. */
  isGone(tokens: ReadonlySet<string>): boolean {
    return [...tokens].some((token) => {
      const seat = this.#secrets.get(token)?.replace('seat ', '') ?? '';
      return this.replaced.has(token) || this.ended.has(seat);
    });
  }

  /** How often an order is in the journals, and when. */
  journalled(key: string, n: number): readonly Journalled[] {
    const found: Journalled[] = [];
    for (const { match, place } of this.arrivals.get(key) ?? []) {
      for (const { tick, inputs } of this.#vault.rowsOf(match).values()) {
        for (const input of inputs) {
          const isIt = input.kind === 'order' && input.seat === place && input.n === n;
          if (isIt) found.push({ match, place, tick, input });
        }
      }
    }
    return found;
  }

  #watch(authority: Authority): Authority {
    const note = (audience: Audience, tick: number, frame: Uint8Array): void => {
      if (!this.#frames.has(frame))
        this.#frames.set(frame, { authority, audience, tick, match: '' });
    };
    const step = authority.step.bind(authority);
    authority.step = () => {
      const beat = step();
      for (const [audience, frame] of beat.frames) note(audience, beat.tick, frame);
      return beat;
    };
    const since = authority.since.bind(authority);
    authority.since = (audience, tick) => {
      const frames = since(audience, tick);
      for (const frame of frames) note(audience, authority.tick, frame);
      return frames;
    };
    return authority;
  }

  #frame(party: Party, event: string, frame: Uint8Array): void {
    const origin = this.#frames.get(frame);
    if (origin === undefined) {
      this.problem(`${event}: bytes of no authority`);
      return;
    }
    const { session } = party;
    const slot = worldsOf(session).find(({ match }) => match.authority === origin.authority);
    if (slot === undefined) {
      this.problem(`${event}: of a match that is not this session's`);
      return;
    }
    origin.match = slot.match.id;
    if (this.#vault.reached(origin.match) < origin.tick) {
      this.problem(`${event}: tick ${origin.tick} left before it was durable`);
    }
    if ((origin.audience === 'red') !== (event === 'match:red')) {
      this.problem(`${event}: a frame for ${origin.audience}`);
    }
    if (party.kind === 'seat') {
      const team = teamOf(session, party.seat.team);
      if (team?.world !== slot.id) this.problem(`${event}: of world ${slot.id}, to another`);
      if (team?.side !== origin.audience) {
        this.problem(`${event}: the ${origin.audience} view, to someone of ${team?.side}`);
      }
      return;
    }
    const { as, world } = party.desk;
    if (as === 'projector' && origin.audience !== 'projector') {
      this.problem(`${event}: the ${origin.audience} view, to a projector`);
    }
    const shown = as === 'console' ? world : session.projected;
    if (shown !== slot.id) this.problem(`${event}: of world ${slot.id}, to a desk at ${shown}`);
  }

  #words(party: Party, event: string, value: unknown): void {
    const { session } = party;
    this.#keepsSecrets(value, event, party, null);
    const own = party.kind === 'seat' ? party.seat.team : 0;
    const isMate = (id: number): boolean =>
      session.seats.some((seat) => seat.id === id && seat.team === own);
    switch (event) {
      case 'seat:state': {
        const { seat } = value as SeatState;
        if (party.kind !== 'seat' || party.seat.place !== seat) {
          this.problem(`the state of place ${seat} went to someone else`);
        }
        break;
      }
      case 'team:word': {
        const word = value as Word;
        if (word.kind !== 'notice' && !isMate(word.seat)) {
          this.problem(`a word of seat ${word.seat} went to another team`);
        }
        break;
      }
      case 'team:looks':
        for (const { seat } of value as Looks) {
          if (!isMate(seat)) this.problem(`a look of seat ${seat} went to another team`);
        }
        break;
      case 'session:state':
        if ((value as { readonly code: string }).code !== session.code) {
          this.problem('the state of another session');
        }
        break;
      case 'desk:state':
      case 'projector:state': {
        const as = event === 'desk:state' ? 'console' : 'projector';
        if (party.kind !== 'desk' || party.desk.as !== as) this.problem(`${event} to no ${as}`);
        break;
      }
      case 'match:debrief': {
        const slot = worldsOf(session).find(({ report }) => report === value);
        const team = party.kind === 'seat' ? teamOf(session, own) : undefined;
        const world = party.kind === 'seat' ? team?.world : party.desk.world;
        if (slot === undefined || slot.id !== world) this.problem('the debrief of another world');
        else if (!slot.match.authority.over) this.problem('a debrief before the end');
        break;
      }
    }
  }

  #answered(key: string, n: number, reply: Reply<Taken>): void {
    if (reply.ok) {
      const taken = this.journalled(key, n);
      const isThere = taken.some(
        ({ match, tick }) => tick === reply.value.tick && this.#vault.reached(match) >= tick,
      );
      if (!isThere) this.problem(`order ${key} was answered before its row was durable`);
    }
  }

  /** From now on a seat may have another key, of which nobody has heard if the answer is lost. */
  #rejoins({ code, rejoin }: Rejoining): void {
    const session = this.#server()?.registry.byCode(code);
    const seat = session?.seats.find((one) => one.rejoin.join() === rejoin.join());
    for (const [token, owner] of this.#secrets) {
      if (seat && owner === `seat ${code}/${seat.id}`) this.replaced.add(token);
    }
  }

  #welcomed(value: unknown): void {
    const { token } = value as { readonly token: string };
    const owner = ownerOf(value);
    const before = this.#tokens.get(owner);
    if (before !== undefined && before !== token) this.replaced.add(before);
    this.#tokens.set(owner, token);
    this.#secrets.set(token, owner);
  }

  /** No token, no key and no rejoin code is told to anyone but whose it is, and the instructor. */
  #keepsSecrets(
    value: unknown,
    event: string,
    party: Party | undefined,
    owner: string | null,
  ): void {
    const code = party?.session.code ?? '';
    const isConsole = party?.kind === 'desk' && party.desk.as === 'console';
    const visit = (part: unknown, name: string): void => {
      if (typeof part === 'string') {
        const whose = this.#secrets.get(part);
        if (whose === undefined || whose === owner) return;
        if (isConsole && whose === `projector ${code}`) return;
        this.problem(`${event}: a secret of ${whose} in ${name}`);
      } else if (typeof part === 'object' && part !== null && !(part instanceof Uint8Array)) {
        if (name === 'rejoin' && owner === null && !isConsole) {
          this.problem(`${event}: a rejoin code`);
        }
        for (const [key, inner] of Object.entries(part)) visit(inner, key);
      }
    };
    visit(value, '');
  }
}

function ownerOf(welcome: unknown): string {
  const { seat, session } = welcome as {
    readonly seat: number;
    readonly session: { readonly code: string };
    readonly rejoin: RejoinCode;
  };
  return `seat ${session.code}/${seat}`;
}
