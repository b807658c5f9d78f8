import { randomBytes } from 'node:crypto';
import { createApp } from '../../server/app.ts';
import { openDesk, WireClient } from '../../server/cli/load/wire-client.ts';
import { createDebriefing } from '../../server/hosting/debriefing.ts';
import { BEAT_MS } from '../../server/hosting/hosting.ts';
import type { Log } from '../../server/ports.ts';
import { DEFAULT_SETTINGS } from '../../server/settings.ts';
import { MemoryStore } from '../../server/store/memory.ts';
import type { JournalRow, StoredMatch } from '../../server/store/store.ts';
import { Authority } from '../../shared/authority/authority.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import type { Loot, Sender } from './malicious-client.ts';

/** Few, so that sessions which strangers open give way to each other. */
const MOST_SESSIONS = 20;

/** A server in which a class plays, with lines of people who mean it no good. */
export interface FuzzServer {
  readonly url: string;
  readonly loot: Loot;
  readonly clients: Readonly<Record<Sender, WireClient>>;
  /** The insider's number in the world. */
  readonly place: number;
  /** What the server wrote down as warnings and errors. */
  readonly complaints: readonly string[];
  /** Runs beats, each to its end. */
  beats(count: number): Promise<void>;
  /** Lets so many milliseconds pass in which no beat comes. */
  pass(ms: number): void;
  /** All about the class that no refused message may change, as one text. */
  standing(): Promise<string>;
  /** The class's match as it is, and as it is kept. */
  match(): { readonly tick: number; readonly hash: string };
  kept(): Promise<{ readonly match: StoredMatch; readonly rows: readonly JournalRow[] }>;
  close(): Promise<void>;
}

export async function openFuzzServer(): Promise<FuzzServer> {
  const store = new MemoryStore();
  const complaints: string[] = [];
  const complain = (facts: object, text: string): void => {
    complaints.push(`${text} ${JSON.stringify(facts, inWords)}`);
  };
  const log: Log = { debug() {}, info() {}, warn: complain, error: complain };
  const authorities: Authority[] = [];
  let now = 1_700_000_000_000;
  const app = createApp(
    {
      clock: { now: () => now },
      log,
      random: randomBytes,
      store,
      authorities: {
        open: (spec) => {
          const authority = new Authority(spec);
          authorities.push(authority);
          return authority;
        },
        restore: () => {
          throw new Error('nothing is there to be found');
        },
      },
      debriefing: createDebriefing(),
      scenarios,
    },
    { ...DEFAULT_SETTINGS, clientDir: '/nowhere', maxSessions: MOST_SESSIONS },
  );
  const url = `http://127.0.0.1:${await app.listen(0, '127.0.0.1')}`;
  const beats = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      now += BEAT_MS;
      await app.beat();
    }
  };

  const ours = await openDesk(url, { scenario: 'three-tenants' });
  const theirs = await openDesk(url, { scenario: 'three-tenants' });
  const sit = async (code: string, nickname: string) => {
    const client = new WireClient(url);
    return { client, welcome: await client.get('session:join', { code, nickname, ticket: null }) };
  };
  const victim = await sit(ours.created.code, '홍길동');
  const insider = await sit(ours.created.code, '방해꾼');
  const rival = await sit(theirs.created.code, '이웃');
  const screen = new WireClient(url);
  const { code, projector } = ours.created;
  await screen.get('desk:open', { code, key: projector, as: 'projector' });
  const act = { kind: 'settings', settings: { locked: true } } as const;
  await ours.desk.get('desk:act', { act });
  await ours.desk.get('desk:act', { act: { kind: 'start', sameSeed: false } });
  await beats(8);
  // Its own desk is not there while others try: nobody is to act in its name.
  ours.desk.close();

  const clients = {
    stranger: new WireClient(url),
    insider: insider.client,
    rival: rival.client,
    screen,
  };
  const ourMatch = (): Authority => {
    const [authority] = authorities;
    if (!authority) throw new Error('the match did not begin');
    return authority;
  };
  const ourSession = async () => {
    const session = (await store.sessions()).find((one) => one.code === code);
    if (!session) throw new Error('the class is gone');
    return session;
  };
  return {
    url,
    loot: {
      ours: ours.created,
      theirs: theirs.created,
      victim: victim.welcome,
      insider: insider.welcome,
    },
    clients,
    place: 2,
    complaints,
    beats,
    pass(ms) {
      now += ms;
    },
    async standing() {
      const desk = new WireClient(url);
      const reply = await desk.get('desk:open', {
        code,
        key: ours.created.instructor,
        as: 'console',
      });
      desk.close();
      if (reply.as !== 'console') throw new Error('a desk is no projector');
      const { session, acts, people, projected } = reply.state;
      const { phase, settings, teams, roster, time, half } = session;
      const { usedAt: _, ...record } = await ourSession();
      const rejoin = people.map((person) => person.rejoin);
      const seats = await store.seats(record.id);
      const told = { phase, settings, teams, roster, time, half, acts, rejoin, projected };
      return JSON.stringify({ told, record, seats });
    },
    match: () => ({ tick: ourMatch().tick, hash: ourMatch().hash().whole }),
    async kept() {
      const [match] = await store.matches((await ourSession()).id);
      if (!match) throw new Error('the match was not kept');
      return { match, rows: await store.journal(match.id, 0) };
    },
    async close() {
      const lines = [...Object.values(clients), victim.client, theirs.desk];
      for (const line of lines) line.close();
      await app.close();
    },
  };
}

function inWords(_: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value;
}
