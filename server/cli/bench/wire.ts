import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { Authority } from '../../../shared/authority/authority.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import type { Defender, Look } from '../../../shared/minds/defenders/defender.ts';
import { decodePatch } from '../../../shared/protocol/codec.ts';
import { SOCKET_PATH } from '../../../shared/protocol/limits.ts';
import type { Created, Reply } from '../../../shared/protocol/server.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { applyPatch, type BlueView } from '../../../shared/view/view.ts';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { type App, createApp } from '../../app.ts';
import { inProcess } from '../../hosting/authorities.ts';
import { createDebriefing } from '../../hosting/debriefing.ts';
import { BEAT_MS } from '../../hosting/hosting.ts';
import { BEATS_PER_TICK } from '../../hosting/pace.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import { MemoryStore } from '../../store/memory.ts';

export type Transport = 'websocket' | 'polling';

export interface WireFigures {
  readonly transport: Transport;
  /** Bytes a second of match time on the client's TCP connections, headers and all. */
  readonly down: number;
  readonly up: number;
  /** Bytes of a whole view as the defenders get it at the start and at the end. */
  readonly wholeAtStart: number;
  readonly wholeAtEnd: number;
  readonly seconds: number;
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** A client that plays as a defender does, through a wire that is measured. */
class Client {
  readonly #socket: Socket;
  #view: BlueView | null = null;
  #arrived: (() => void) | null = null;
  #n = 0;

  constructor(port: number, transport: Transport) {
    this.#socket = io(`http://127.0.0.1:${port}`, {
      path: SOCKET_PATH,
      parser,
      transports: [transport],
      reconnection: false,
    });
    this.#socket.on('match:frame', (bytes: Uint8Array) => {
      this.#view = applyPatch(BLUE_COLUMNS, this.#view, decodePatch(new Uint8Array(bytes)));
      this.#arrived?.();
    });
  }

  ask(event: string, payload: object): Promise<unknown> {
    return this.#socket.emitWithAck(event, payload);
  }

  async made(settings: object): Promise<Created> {
    const reply = (await this.ask('session:create', { settings })) as Reply<Created>;
    if (!reply.ok) throw new Error(`no session: ${reply.refusal.code}`);
    return reply.value;
  }

  /** Gives the orders that its defender wants on what it sees. Their answers come with the ticks. */
  act(defender: Defender, look: Look): void {
    if (!this.#view) return;
    for (const wish of defender(this.#view, look)) {
      this.#n += 1;
      // The answer to the last orders may not come before the end: nobody waits for it.
      this.ask('match:order', { n: this.#n, ...wish }).catch(() => undefined);
    }
  }

  async until(tick: number): Promise<void> {
    while ((this.#view?.tick ?? -1) < tick) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }

  close(): void {
    this.#socket.close();
  }
}

/**
 * Plays a whole match between a real server and a client on a real connection and counts what
 * crosses it. Each tick waits for its frame, so nothing is batched that would not be in real time.
 */
export async function measureWire(
  scenarioId: string,
  transport: Transport,
  defender: Defender,
): Promise<WireFigures> {
  const authorities: Authority[] = [];
  let now = 0;
  const app = createApp(
    {
      clock: { now: () => now },
      log: SILENT,
      random: randomBytes,
      store: new MemoryStore(),
      authorities: {
        ...inProcess,
        open: (spec) => {
          const authority = new Authority({ ...spec, seed: 1 });
          authorities.push(authority);
          return authority;
        },
      },
      debriefing: createDebriefing(),
      scenarios,
    },
    { ...DEFAULT_SETTINGS, clientDir: '/nowhere' },
  );
  const meter = await openMeter(await app.listen(0, '127.0.0.1'));
  const client = new Client(meter.port, transport);
  // The desk is on a line of its own, which is not measured.
  const desk = new Client(meter.target, transport);
  const { code, instructor } = await desk.made({ scenario: scenarioId });
  await desk.ask('desk:open', { code, key: instructor, as: 'console' });
  await client.ask('session:join', { code, nickname: 'bench', ticket: null });
  await desk.ask('desk:act', { act: { kind: 'start', sameSeed: false } });
  const authority = authorities[0];
  if (!authority) throw new Error('the match did not start');
  const wholeAtStart = whole(authority);
  const before = { ...meter.bytes };
  const beat = async (live: App): Promise<void> => {
    now += BEAT_MS;
    await live.beat();
  };
  let ticks = 0;
  while (!authority.over) {
    for (let i = 0; i < BEATS_PER_TICK; i += 1) await beat(app);
    ticks += 1;
    await client.until(authority.projection.tick);
    if (ticks % TICKS_PER_SECOND === 0)
      client.act(defender, (subject) => authority.offers(1, subject));
  }
  const seconds = ticks / TICKS_PER_SECOND;
  const figures: WireFigures = {
    transport,
    down: Math.round((meter.bytes.down - before.down) / seconds),
    up: Math.round((meter.bytes.up - before.up) / seconds),
    wholeAtStart,
    wholeAtEnd: whole(authority),
    seconds,
  };
  client.close();
  desk.close();
  await app.close();
  meter.server.close();
  return figures;
}

function whole(authority: Authority): number {
  return authority.since('blue', -1).reduce((sum, frame) => sum + frame.length, 0);
}

interface Meter {
  readonly server: Server;
  /** Through the meter, and past it. */
  readonly port: number;
  readonly target: number;
  readonly bytes: { down: number; up: number };
}

/** A plain TCP relay that counts: what a client's socket reads and writes, whatever runs over it. */
async function openMeter(target: number): Promise<Meter> {
  const bytes = { down: 0, up: 0 };
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    near.on('data', (chunk) => {
      bytes.up += chunk.length;
    });
    far.on('data', (chunk) => {
      bytes.down += chunk.length;
    });
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, target, bytes };
}
