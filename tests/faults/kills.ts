import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDesk, type WireClient } from '../../server/cli/load/wire-client.ts';
import { Draw } from '../server/support/fuzz.ts';
import { type ChildServer, startChild } from './child-server.ts';
import { Classmate } from './classmate.ts';
import { compare, compareState } from './durability.ts';
import { readKept } from './rerun.ts';

/** Matches run this many times faster than life, so that more is in the air at each moment. */
const SPEED = 4;

/** Milliseconds of play, from when everyone has a view, in which the kill may come. */
const LONGEST_MS = 5000;

const NAMES = ['홍길동', '김'];

/** Milliseconds between two orders of one player. */
const ORDER_MS = 60;

export interface KillsReport {
  readonly kills: number;
  /** Orders that were answered before a kill or after it, and orders that never were. */
  readonly answered: number;
  readonly unanswered: number;
  readonly frames: number;
  /** Ticks of the match in the end. */
  readonly ticks: number;
  /** From each address printed to everyone having their seat and a view, in milliseconds. */
  readonly backMs: readonly number[];
  /** What was not as it must be, one sentence each. */
  readonly faults: readonly string[];
}

/**
 * A class of two plays one match over a real server that is killed at random moments and started
 * again over the same folder. After each kill the store is read before anyone else can write to it.
 */
export async function playKilled(seed: number, kills: number): Promise<KillsReport> {
  const folder = await mkdtemp(join(tmpdir(), 'hyperward-kills-'));
  const data = join(folder, 'data');
  // What is ordered depends on how fast this machine is; when the kills come must not.
  const moments = new Draw(seed);
  const draw = new Draw(seed + 1_000_000);
  const mates = NAMES.map(() => new Classmate());
  const faults: string[] = [];
  const backMs: number[] = [];
  let server: ChildServer | null = await startChild(data, SPEED);
  let desk: WireClient | null = null;
  try {
    const opened = await openDesk(server.url, { scenario: 'three-tenants' });
    desk = opened.desk;
    for (const [i, mate] of mates.entries()) {
      await mate.join(server.url, opened.created.code, NAMES[i] ?? '');
    }
    await desk.get('desk:act', { act: { kind: 'start', sameSeed: false } });
    await Promise.all(mates.map((mate) => mate.when(() => mate.tick >= 0 && mate.place > 0)));
    for (let kill = 1; kill <= kills; kill += 1) {
      await playUntilKilled(server, mates, draw, moments);
      faults.push(...complaintsOf(server));
      desk.close();
      for (const mate of mates) mate.leaveLine();
      const copy = join(folder, `after-${kill}`);
      await cp(data, copy, { recursive: true });
      const kept = await readKept(join(copy, 'hyperward.db'));
      faults.push(...compare(kept, mates).map((fault) => `kill ${kill}: ${fault}`));
      server = await startChild(data, SPEED);
      const from = performance.now();
      await Promise.all(mates.map((mate) => back(mate, server?.url ?? '', draw, faults)));
      backMs.push(performance.now() - from);
    }
    await playOn(mates, draw);
    await server.stop();
    faults.push(...complaintsOf(server));
    server = null;
    const kept = await readKept(join(data, 'hyperward.db'));
    faults.push(...compare(kept, mates), ...compareState(kept));
    const given = mates.flatMap((mate) => mate.given);
    return {
      kills,
      answered: given.filter(({ reply }) => reply !== null).length,
      unanswered: given.filter(({ reply }) => reply === null).length,
      frames: mates.reduce((sum, { seen }) => sum + seen.length, 0),
      ticks: kept.rows.length,
      backMs,
      faults,
    };
  } finally {
    desk?.close();
    for (const mate of mates) mate.leaveLine();
    await server?.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

function complaintsOf(server: ChildServer): string[] {
  const text = server.complaints().trim();
  return text === '' ? [] : [`the server complained: ${text}`];
}

/** Everyone gives orders until the server is gone. */
async function playUntilKilled(
  server: ChildServer,
  mates: readonly Classmate[],
  draw: Draw,
  moments: Draw,
): Promise<void> {
  let going = true;
  const playing = mates.map(async (mate) => {
    while (going) {
      // Nothing is taken in while time stands still. Then first what was sent and never answered.
      if (mate.running) {
        void mate.resend();
        void anyOrder(mate, draw);
      }
      await delay(draw.below(ORDER_MS));
    }
  });
  await delay(moments.below(LONGEST_MS));
  // Half of the kills come in the very moment in which someone was told something.
  if (moments.below(2) === 0) await Promise.race(mates.map((mate) => mate.toldNext()));
  await server.kill();
  going = false;
  await Promise.all(playing);
}

/** After the last restart: everyone gets an order through in the time that goes on. */
async function playOn(mates: readonly Classmate[], draw: Draw): Promise<void> {
  for (const mate of mates) {
    const before = mate.tick;
    await mate.when(() => mate.running && mate.tick > before);
    await mate.resend();
    await anyOrder(mate, draw);
  }
}

/** A scripted order that means something or is refused: both are answered, and both are kept. */
function anyOrder(mate: Classmate, draw: Draw): Promise<void> {
  const mine = mate.view?.tables.jobs.find((job) => job?.seat === mate.place);
  if (mine && draw.below(2) === 0) return mate.order('cancel-job', { job: mine.id });
  return draw.below(3) === 0
    ? mate.order('scrub-policy', { host: 1 + draw.below(3), policy: draw.of(['never', 'on-free']) })
    : mate.order('investigate-vm', { vm: 1 + draw.below(12) });
}

/** Half of them still have their page, the others load it again. */
async function back(mate: Classmate, url: string, draw: Draw, faults: string[]): Promise<void> {
  const anew = draw.below(2) === 0;
  const welcome = await mate.comeBack(url, anew);
  if (welcome.seat !== mate.seat) faults.push(`seat ${mate.seat} came back as ${welcome.seat}`);
  await mate.when(() => mate.tick >= 0);
}
