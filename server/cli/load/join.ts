import { setTimeout as delay } from 'node:timers/promises';
import type { Welcome } from '../../../shared/protocol/server.ts';
import { type JoinFigures, spreadOf } from './figures.ts';
import { commonMs } from './letters.ts';
import { openDesk, WireClient } from './wire-client.ts';

/** One in so many reloads the page. */
const RELOAD_EVERY = 5;

const MOST_TEAM = 5;

/** Milliseconds of match before and after the reloads. */
const BEFORE_MS = 3000;
const AFTER_MS = 3000;

interface Person {
  readonly client: WireClient;
  readonly welcome: Welcome;
  readonly ms: number;
}

/**
 * A class joins one session from one address, all in the same moment, and plays; in the middle every
 * fifth reloads the page.
 */
export async function measureJoin(url: string, people: number): Promise<JoinFigures> {
  const teams = Math.ceil(people / MOST_TEAM);
  const { desk, created } = await openDesk(url, {
    mode: 'parallel',
    scenario: 'three-tenants',
    teams,
  });
  const { code } = created;
  const began = commonMs();
  const came = await Promise.all(
    Array.from({ length: people }, (_, i) => join(url, code, `student ${i + 1}`)),
  );
  const lastMs = commonMs() - began;
  const inside = came.filter((one) => one !== null);
  const seen = inside.map(({ client }) => firstFrame(client));
  await desk.get('desk:act', { act: { kind: 'start', sameSeed: false } });
  await Promise.all(seen);
  await delay(BEFORE_MS);
  const reloading = inside.filter((_, i) => i % RELOAD_EVERY === 0);
  const reloaded = await Promise.all(reloading.map((person) => reload(url, person)));
  await delay(AFTER_MS);
  const back = reloaded.filter((one) => one !== null);
  const lines = [...inside.map(({ client }) => client), ...back.map(({ client }) => client), desk];
  await desk.get('desk:act', { act: { kind: 'close' } });
  for (const line of lines) line.close();
  return {
    people,
    refused: people - inside.length,
    join: spreadOf(inside.map(({ ms }) => ms)),
    lastMs,
    reloads: reloading.length,
    seatsLost: reloading.length - back.length,
    reload: spreadOf(back.map(({ ms }) => ms)),
  };
}

/** As a page comes: long polling first, then a websocket. */
async function join(url: string, code: string, nickname: string): Promise<Person | null> {
  const from = commonMs();
  const client = new WireClient(url, ['polling', 'websocket']);
  const reply = await client.ask('session:join', { code, nickname, ticket: null });
  const ms = commonMs() - from;
  return reply.ok ? { client, welcome: reply.value, ms } : null;
}

/** A page that is loaded again knows its token, and nothing of the match. */
async function reload(url: string, before: Person): Promise<Person | null> {
  before.client.close();
  const from = commonMs();
  const client = new WireClient(url, ['polling', 'websocket']);
  const seen = firstFrame(client);
  const reply = await client.ask('session:resume', { token: before.welcome.token, tick: -1 });
  if (!reply.ok || reply.value.seat !== before.welcome.seat) return null;
  await seen;
  return { client, welcome: reply.value, ms: commonMs() - from };
}

function firstFrame(client: WireClient): Promise<void> {
  return new Promise((resolve) => client.on('match:frame', () => resolve()));
}
