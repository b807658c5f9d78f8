import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { defenders } from '../../../shared/minds/defenders/registry.ts';
import { type RunFigures, spreadOf } from './figures.ts';
import { commonMs } from './letters.ts';
import { WirePlayer } from './player.ts';
import type { LoadServer } from './server.ts';
import { openDesk, tickOf, WireClient } from './wire-client.ts';

/** The scenario with the most in it. */
const SCENARIO = 'three-tenants';

/** Classes that are opened at a time. */
const AT_ONCE = 8;

/** Of the time that is measured, what the compiler and the last that came in have before it. */
const WARM_SHARE = 0.25;

/** People select something else every so often, and each one of them a VM that is there. */
const LOOK_MS = 5000;
const LOOKED_AT = 12;

const ACT_MS = 1000;

/** Between two moments at which somebody does something. */
const STEP_MS = 20;

/** One match with its class: a desk, and the lines of those who play. */
interface Class {
  readonly desk: WireClient;
  readonly clients: readonly WireClient[];
  readonly player: WirePlayer;
}

/** A frame that came: of which match and tick, and when. */
type Came = readonly [match: number, tick: number, at: number];

/** Many matches at once, each with its class, at real time. */
export async function measureRun(
  server: LoadServer,
  matches: number,
  clients: number,
  seconds: number,
): Promise<RunFigures> {
  const due = new Map<number, Map<number, number>>();
  server.onDue(([match, tick, at]) => {
    const ticks = due.get(match) ?? new Map<number, number>();
    due.set(match, ticks.set(tick, at));
  });
  const classes: Class[] = [];
  const came: Came[] = [];
  for (let i = 0; i < matches; i += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, matches - i) }, () =>
      openClass(server.url, clients),
    );
    classes.push(...(await Promise.all(some)));
  }
  // One after another, so that matches begin in the order in which they are counted here.
  for (const [index, { desk, clients: members, player }] of classes.entries()) {
    members.forEach((client, i) => {
      client.on('match:frame', (bytes) => {
        const frame = new Uint8Array(bytes);
        came.push([index, tickOf(frame), commonMs()]);
        if (i === 0) player.see(frame);
      });
    });
    await desk.get('desk:act', { act: { kind: 'start', sameSeed: false } });
  }
  const leaders = everySoOften(classes, ACT_MS, ({ player }) => player.act());
  const lookers = classes.flatMap(({ clients: members }) => members.slice(1));
  let turn = 0;
  const eyes = everySoOften(lookers, LOOK_MS, (client) => {
    turn += 1;
    void client.ask('match:look', { subject: `vms/${1 + (turn % LOOKED_AT)}` });
  });
  await delay(WARM_SHARE * seconds * 1000);

  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const begin = await snapshot(server, classes);
  const from = commonMs();
  await delay(seconds * 1000);
  const end = await snapshot(server, classes);
  const until = commonMs();
  lag.disable();
  clearInterval(leaders);
  clearInterval(eyes);
  const measured = came.filter(([, , at]) => at >= from && at < until);
  // What was due is told beside the frames, and may come after them.
  await server.usage();
  const times = measured.flatMap(([match, tick, at]) => {
    const when = due.get(match)?.get(tick);
    return when === undefined ? [] : [at - when];
  });
  for (const { desk, clients: members } of classes) {
    for (const line of [desk, ...members]) line.close();
  }
  const wall = (end.usage.at - begin.usage.at) / 1000;
  return {
    matches,
    clients,
    seconds,
    frame: spreadOf(times),
    late: end.usage.late,
    commit: end.usage.commit,
    ticks: end.ticks - begin.ticks,
    slips: end.slips - begin.slips,
    lost: Math.round((end.usage.lostBeats - begin.usage.lostBeats) / 4),
    rss: end.usage.rss,
    cpu: Math.round((end.usage.cpu - begin.usage.cpu) / 1000 / wall),
    down: Math.round((end.down - begin.down) / wall / Math.max(1, matches * clients)),
    orders: classes.reduce((sum, { player }) => sum + player.orders, 0),
    refused: classes.reduce((sum, { player }) => sum + player.refused, 0),
    clientLagP99: lag.percentile(99) / 1e6,
  };
}

async function openClass(url: string, clients: number): Promise<Class> {
  const { desk, created } = await openDesk(url, { scenario: SCENARIO });
  const members = Array.from({ length: clients }, () => new WireClient(url));
  for (const [i, client] of members.entries()) {
    await client.get('session:join', {
      code: created.code,
      nickname: `student ${i + 1}`,
      ticket: null,
    });
  }
  const expert = defenders.get('expert');
  if (!expert) throw new Error('nobody knows what to do');
  return { desk, clients: members, player: new WirePlayer(members, expert) };
}

/** Has each of them do something once in that time, one after another. */
function everySoOften<One>(
  all: readonly One[],
  everyMs: number,
  act: (one: One) => void,
): NodeJS.Timeout {
  const from = commonMs();
  let done = 0;
  return setInterval(() => {
    const due = Math.trunc(((commonMs() - from) / everyMs) * all.length);
    for (; done < due; done += 1) {
      const one = all[done % all.length];
      if (one !== undefined) act(one);
    }
  }, STEP_MS);
}

interface Snapshot {
  readonly usage: Awaited<ReturnType<LoadServer['usage']>>;
  readonly down: number;
  readonly ticks: number;
  readonly slips: number;
}

async function snapshot(server: LoadServer, classes: readonly Class[]): Promise<Snapshot> {
  const lines = classes.flatMap(({ clients }) => clients);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  const read = (name: string): number =>
    Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(metrics)?.[1] ?? 0);
  return {
    usage: await server.usage(),
    down: lines.reduce((sum, { down }) => sum + down, 0),
    ticks: read('hyperward_ticks_total'),
    slips: read('hyperward_slips_total'),
  };
}
