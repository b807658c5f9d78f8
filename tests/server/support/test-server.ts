import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../../server/app.ts';
import { createDebriefing } from '../../../server/hosting/debriefing.ts';
import type { Log, Ports } from '../../../server/ports.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/settings.ts';
import { MemoryStore } from '../../../server/store/memory.ts';
import { Authority } from '../../../shared/authority/authority.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';

const vacated = scenarios['vacated-seat'];
if (!vacated) throw new Error('the scenario of the tests is gone');

/** Real ones, and one that is over after 60 ticks. */
const testScenarios: Readonly<Record<string, Scenario>> = {
  ...scenarios,
  short: { ...vacated, id: 'short', pace: { ...vacated.pace, prepare: 20, live: 40 } },
};

/** A clock that stands still until it is told to go on. */
class ManualClock {
  ms = 1_700_000_000_000;

  now(): number {
    return this.ms;
  }
}

/** Everything that was logged, as one text: to look for what must not be in it. */
class LogBook implements Log {
  readonly lines: string[] = [];
  readonly errors: string[] = [];

  debug(facts: object, text: string): void {
    this.#write(facts, text);
  }

  info(facts: object, text: string): void {
    this.#write(facts, text);
  }

  warn(facts: object, text: string): void {
    this.#write(facts, text);
  }

  error(facts: object, text: string): void {
    this.errors.push(this.#write(facts, text));
  }

  #write(facts: object, text: string): string {
    const line = `${text} ${JSON.stringify(facts, (_, value: unknown) => (value instanceof Error ? (value.stack ?? value.message) : value))}`;
    this.lines.push(line);
    return line;
  }
}

export interface TestServer {
  readonly app: App;
  readonly url: string;
  readonly port: number;
  readonly clock: ManualClock;
  readonly log: LogBook;
  /** The authorities of all matches, in the order they began: what the store and the wire are compared with. */
  readonly authorities: Authority[];
  /** Runs beats of 50 ms, each to its end. */
  beats(count: number): Promise<void>;
  /**
   * Runs beats until something has come about, at most 2,000 of them. What needs a thread, such as a
   * debrief, may come after the last; the test's own time limit bounds it.
   */
  until<T>(promise: Promise<T>): Promise<T>;
}

/** A whole server on a free port, whose time is in the test's hand. */
export async function openServer(
  ports: Partial<Ports> = {},
  settings: Partial<Settings> = {},
): Promise<TestServer> {
  const clock = new ManualClock();
  const log = new LogBook();
  const authorities: Authority[] = [];
  const keep = (authority: Authority): Authority => {
    authorities.push(authority);
    return authority;
  };
  const app = createApp(
    {
      clock,
      log,
      random: randomBytes,
      store: new MemoryStore(),
      authorities: {
        open: (spec) => keep(new Authority(spec)),
        restore: (spec, found, rows) =>
          keep(
            Authority.restore(
              spec,
              found,
              rows.map(({ tick, inputs }) => [tick, inputs]),
            ),
          ),
      },
      debriefing: createDebriefing(),
      scenarios: testScenarios,
      ...ports,
    },
    { ...DEFAULT_SETTINGS, version: '1.2.3', clientDir: '/nowhere', ...settings },
  );
  await app.recover();
  const port = await app.listen(0, '127.0.0.1');
  onTestFinished(() => app.close());
  const beats = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      clock.ms += 50;
      await app.beat();
    }
  };
  return {
    app,
    port,
    url: `http://127.0.0.1:${port}`,
    clock,
    log,
    authorities,
    beats,
    async until(promise) {
      let settled = false;
      const watched = promise.finally(() => {
        settled = true;
      });
      watched.catch(() => undefined);
      for (let i = 0; i < 2_000 && !settled; i += 1) {
        await beats(1);
        // Lets the sockets have their turn.
        for (let turn = 0; turn < 4 && !settled; turn += 1) await setImmediate();
      }
      return watched;
    },
  };
}
