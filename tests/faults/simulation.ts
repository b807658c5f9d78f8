import type { Debriefing, Log, Outlet, Ports } from '../../server/ports.ts';
import { createServices, type Services } from '../../server/services.ts';
import { DEFAULT_SETTINGS } from '../../server/settings.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { MODES, type Mode, modes } from '../../shared/protocol/modes/registry.ts';
import type { Created } from '../../shared/protocol/server.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';
import { Dice } from './dice.ts';
import { DurableStore, FAIR, StoreConnection, type Weather } from './durable-store.ts';
import { Instructor } from './instructor.ts';
import { verdict } from './invariants.ts';
import { LONGEST_LAG_MS, Network } from './network.ts';
import { Oracle } from './oracle.ts';
import { type Given, makeSession } from './pages.ts';
import { type Ground, Person } from './people.ts';
import { Timeline } from './timeline.ts';

const vacated = scenarios['vacated-seat'];
if (!vacated) throw new Error('the scenario of the simulation is gone');

/** One that is over within half a minute, so that a class plays more than one round of it. */
const short: Scenario = {
  ...vacated,
  id: 'short',
  pace: { ...vacated.pace, prepare: 20, live: 100 },
};

const BEAT_MS = 50;
/** How long a class goes on while things break. */
const CLASS_MS = 36_000;

/** What came about in a simulation. */
export interface Outcome {
  readonly problems: readonly string[];
  readonly mode: Mode;
  readonly restarts: number;
  readonly breaks: number;
  readonly accepted: number;
  readonly refused: number;
  readonly matches: number;
}

/** Something to break on purpose, to see that it is noticed. */
export interface Sabotage {
  store?(door: StoreConnection): Ports['store'];
  ports?(ports: Ports): Ports;
  outlet?(outlet: Outlet): Outlet;
}

/** A class with its server, its people and everything that can go wrong. */
export class Simulation {
  readonly time = new Timeline();
  readonly dice: Dice;
  readonly vault = new DurableStore();
  readonly oracle: Oracle;
  readonly network: Network;
  readonly mode: Mode;
  readonly orders: Given[] = [];
  readonly people: Person[] = [];
  readonly errors: string[] = [];
  instructor: Instructor | null = null;
  server: Services | null = null;
  restarts = 0;
  breaks = 0;
  #door: StoreConnection | null = null;
  #weather: Weather = FAIR;
  readonly #sabotage: Sabotage;

  constructor(seed: number, sabotage: Sabotage = {}) {
    this.dice = new Dice(seed);
    this.mode = this.dice.pick(MODES);
    this.oracle = new Oracle(this.vault, () => this.server);
    this.network = new Network(this.time, this.dice, this.oracle);
    this.#sabotage = sabotage;
  }

  async run(): Promise<Outcome> {
    const { time, dice } = this;
    this.#start();
    time.every(BEAT_MS, () => {
      this.server?.beat().catch((error: unknown) => this.oracle.problem(`a beat failed: ${error}`));
    });
    const settings = {
      mode: this.mode,
      scenario: 'short',
      teams: modes[this.mode].sides.length > 1 ? dice.int(1, 2) : dice.int(1, 3),
      versed: true,
      chat: true,
      lockRoles: dice.chance(200),
    };
    makeSession(this.network, settings, (made) => this.#open(made));
    this.#break();
    await time.pass(CLASS_MS);
    await this.#settle();
    return this.#outcome();
  }

  #open(made: Created): void {
    const ground: Ground = { network: this.network, dice: this.dice, orders: this.orders };
    this.instructor = new Instructor(ground, this.oracle, made);
    for (let i = 0; i < this.dice.int(3, 6); i += 1) {
      this.people.push(new Person(ground, `사람${i}-`, made.code));
    }
    for (const person of this.people) this.#again(100, 1600, () => person.act());
    this.#again(300, 2500, () => this.instructor?.act());
  }

  /** Again and again, with a pause of some length between, until things calm down. */
  #again(low: number, high: number, run: () => void): void {
    this.time.after(this.dice.int(low, high), () => {
      if (this.network.calm) return;
      run();
      this.#again(low, high, run);
    });
  }

  #break(): void {
    const { dice, network } = this;
    this.#again(200, 3000, () => {
      const { lines } = network;
      if (lines.length === 0) return;
      this.breaks += 1;
      network.sever(dice.pick(lines));
    });
    this.#again(3000, 20_000, () => void this.#restart());
    this.#again(500, 6000, () => {
      this.#weather = dice.weighted([
        [5, FAIR],
        [2, { slow: 400, refused: 0, unsaid: 0 }],
        [1, { slow: 1500, refused: 0, unsaid: 0 }],
        [2, { slow: 30, refused: 150, unsaid: 150 }],
      ]);
    });
  }

  #start(): void {
    const { time, dice } = this;
    let alive = true;
    const door = new StoreConnection(this.vault, time, dice, () => this.#weather);
    const ports: Ports = {
      clock: time,
      log: this.#log(),
      random: (length) => dice.bytes(length),
      store: this.#sabotage.store?.(door) ?? door,
      authorities: this.oracle.authorities,
      debriefing: this.#debriefing(),
      scenarios: { short },
    };
    const outlet = this.network.outlet(() => alive && this.server === server);
    const server: Services = createServices(
      this.#sabotage.ports?.(ports) ?? ports,
      { ...DEFAULT_SETTINGS, clientDir: '/nowhere' },
      this.#sabotage.outlet?.(outlet) ?? outlet,
      { stepped() {}, slipped() {}, received() {} },
    );
    this.#door = door;
    server.recover().then(
      () => {
        if (this.#door !== door) {
          alive = false;
          return;
        }
        this.server = server;
        this.network.answerWith(server);
      },
      (error: unknown) => this.oracle.problem(`nothing was found again: ${error}`),
    );
  }

  async #restart(): Promise<void> {
    if (this.server === null) return;
    this.restarts += 1;
    this.server = null;
    this.network.dead();
    const door = this.#door;
    this.#door = null;
    await door?.die();
    this.time.after(this.dice.int(50, 2500), () => this.#start());
  }

  /** Of a debrief only what is known at once: its what-ifs are held in tests of their own. */
  #debriefing(): Debriefing {
    return {
      of: (authority) =>
        new Promise((resolve) => {
          this.time.after(this.dice.int(100, 2000), () => {
            resolve({ ...authority.outline(), proved: true });
          });
        }),
      close: async () => undefined,
    };
  }

  #log(): Log {
    const ignore = (): void => undefined;
    const error = (facts: object, text: string): void => {
      const { err } = facts as { readonly err?: unknown };
      const why = err instanceof Error ? (err.stack ?? err.message) : String(err ?? '');
      this.errors.push(`${text} ${why}`);
    };
    return { debug: ignore, info: ignore, warn: ignore, error };
  }

  /** Everything that breaks stops, and everyone gets the time to come back. */
  async #settle(): Promise<void> {
    const { time, network } = this;
    network.calm = true;
    this.#weather = FAIR;
    await time.pass(12_000);
    const { instructor } = this;
    if (instructor === null) return;
    const time1 = instructor.session?.time;
    if (instructor.session?.phase === 'live' && time1?.kind === 'paused') {
      instructor.do({ kind: 'resume' });
    }
    await time.pass(2_000);
    if (instructor.session?.phase === 'live') instructor.do({ kind: 'pause' });
    await time.pass(2_000);
    // Somebody's hands may have been handed over just now, and the class is about to hear of it.
    let before = '';
    for (let now = this.#standing(); now !== before; now = this.#standing()) {
      before = now;
      await time.pass(LONGEST_LAG_MS + 4 * BEAT_MS);
    }
    verdict(this);
  }

  /** Who is where, as the server has it. */
  #standing(): string {
    const sessions = this.server?.registry.all() ?? [];
    return JSON.stringify(
      sessions.map(({ seats }) =>
        seats.map(({ standing, away, roles }) => [standing, away, roles]),
      ),
    );
  }

  #outcome(): Outcome {
    const replies = this.orders.flatMap((given) => given.replies);
    return {
      problems: this.oracle.problems,
      mode: this.mode,
      restarts: this.restarts,
      breaks: this.breaks,
      accepted: replies.filter(({ ok }) => ok).length,
      refused: replies.filter(({ ok }) => !ok).length,
      matches: this.vault.records.size,
    };
  }
}
