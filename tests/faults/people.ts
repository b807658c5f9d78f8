import { recentSeats } from '../../client/net/seat-memory.ts';
import type { Entry } from '../../client/net/socket-link.ts';
import { PHRASES, PINGS } from '../../shared/protocol/talk.ts';
import { rowsOf } from '../../shared/view/reading.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import { ROLE_NAMES } from '../../shared/world/people/seat.ts';
import type { Dice } from './dice.ts';
import type { Network } from './network.ts';
import { type Given, SeatPage, TabShelf } from './pages.ts';

/** What everyone in a simulation shares. */
export interface Ground {
  readonly network: Network;
  readonly dice: Dice;
  readonly orders: Given[];
}

/** Pages that are over: whoever sits before one opens another. */
const OVER: ReadonlySet<string> = new Set(['removed', 'lost', 'closed', 'outdated']);

/** Someone of a class with a browser, in which a tab or two are open. */
export class Person {
  readonly pages: SeatPage[] = [];
  /** Where their tabs remember things; another device has another one. */
  #browser = new TabShelf();
  #names = 0;
  #left = false;

  constructor(
    private readonly ground: Ground,
    private readonly name: string,
    private readonly code: string,
  ) {}

  /** The tab they sit before. */
  get page(): SeatPage | undefined {
    return this.pages.filter(({ alive }) => alive).at(-1);
  }

  /** Does something that people do. */
  act(): void {
    const { dice } = this.ground;
    const { page } = this;
    if (page === undefined) {
      this.#open();
      return;
    }
    if (page.status === 'elsewhere') {
      if (dice.chance(500)) page.link.takeBack();
      else this.#close(page);
      return;
    }
    const refused = page.entered !== null && !page.entered.ok && page.status !== 'online';
    if (OVER.has(page.status) || refused || this.#left) {
      this.#left = false;
      this.#close(page);
      return;
    }
    const what = dice.weighted([
      [50, () => this.#order(page)],
      [14, () => this.#look(page)],
      [10, () => this.#talk(page)],
      [4, () => this.#choose(page)],
      [5, () => this.#reload(page)],
      [2, () => this.#duplicate(page)],
      [2, () => this.#close(page)],
      [1, () => this.#leave(page)],
      [2, () => this.#otherDevice(page)],
    ] as const);
    what();
  }

  #page(tab: TabShelf): SeatPage {
    const { network, orders } = this.ground;
    const page = new SeatPage(network, this.#browser, tab, orders);
    this.pages.push(page);
    return page;
  }

  #enter(page: SeatPage, entry: Entry): void {
    page.enter(entry, () => undefined);
  }

  /** Comes back by what the browser remembers, or joins anew. */
  #open(): void {
    const { dice } = this.ground;
    const [way] = recentSeats(this.#browser, this.code);
    const page = this.#page(new TabShelf());
    if (way !== undefined && dice.chance(800)) {
      this.#enter(page, { kind: 'resume', code: this.code, seat: way });
      return;
    }
    this.#names += 1;
    const nickname = `${this.name}${this.#names}`;
    // A key of nothing but letters and digits, and no other person's.
    const token = Buffer.from(`${this.code} ${nickname}`).toString('hex').padEnd(40, 'x');
    this.#enter(page, { kind: 'join', code: this.code, nickname, ticket: null, token });
  }

  #reload(page: SeatPage): void {
    const next = this.#page(page.tab);
    page.kill();
    this.#enter(next, { kind: 'resume', code: this.code });
  }

  /** The copied tab comes to the same seat: the newest has it. */
  #duplicate(page: SeatPage): void {
    if (page.status !== 'online') return;
    const next = this.#page(new TabShelf(page.tab));
    this.#enter(next, { kind: 'resume', code: this.code });
    // Whoever has two tabs goes on in either.
    if (this.ground.dice.chance(300)) this.pages.reverse();
  }

  #close(page: SeatPage): void {
    page.kill();
  }

  #leave(page: SeatPage): void {
    if (page.status !== 'online') return;
    this.#left = true;
    page.leave();
  }

  #otherDevice(page: SeatPage): void {
    const rejoin = page.game.rejoin.peek();
    if (rejoin === null) return;
    this.#browser = new TabShelf();
    const next = this.#page(new TabShelf());
    this.#enter(next, { kind: 'rejoin', code: this.code, rejoin });
  }

  #order(page: SeatPage): void {
    const { dice } = this.ground;
    const { view, red, seat, side } = page.game;
    const options = seat.peek()?.options ?? [];
    if (side.peek() === 'red') {
      const cards = (red.peek()?.tables.cards ?? []).filter((card) => card !== null);
      if (cards.length === 0) {
        page.order('entry-tenant', {});
        return;
      }
      const { attack, args } = dice.pick(cards);
      page.order(attack, { ...args, ...(dice.chance(300) ? { quiet: 1 } : {}) });
      return;
    }
    const now = view.peek();
    if (options.length > 0 && dice.chance(500)) {
      const { command, args } = dice.pick(options);
      page.order(command, args);
      return;
    }
    const job = now && rowsOf(now, 'jobs')[0];
    if (job && dice.chance(300)) {
      page.order('cancel-job', { job: job.id });
      return;
    }
    const vm = dice.int(1, 6);
    const [command, args] = dice.pick([
      ['investigate-vm', { vm }],
      ['stop-vm', { vm }],
      ['start-vm', { vm }],
      ['scrub-frames', { host: dice.int(1, 2) }],
      ['scrub-policy', { host: dice.int(1, 2), policy: 'on-free' }],
      ['nothing-like-it', { vm }],
    ] as const);
    page.order(command, args);
  }

  #look(page: SeatPage): void {
    page.game.select(this.#subject());
  }

  #subject(): RowRef {
    const { dice } = this.ground;
    const table = dice.pick(['vms', 'hosts', 'requests', 'frames'] as const);
    return `${table}/${dice.int(1, 4)}`;
  }

  #talk(page: SeatPage): void {
    const { dice } = this.ground;
    const { team } = page.link;
    if (team === null) return;
    const subject = this.#subject();
    const say = dice.pick([
      () => team.ping(subject, dice.pick(PINGS)),
      () => team.say(dice.pick(PHRASES), subject),
      () => team.chat('여기 보세요'),
    ]);
    page.ask(`word ${dice.int(1, 1_000_000)}`, say);
  }

  #choose(page: SeatPage): void {
    const { dice } = this.ground;
    const { team } = page.link;
    if (team === null) return;
    const choose = dice.pick([
      () => team.chooseTeam(dice.int(1, 3)),
      () => team.chooseRoles([dice.pick(ROLE_NAMES)]),
    ]);
    page.ask(`choice ${dice.int(1, 1_000_000)}`, choose);
  }
}
