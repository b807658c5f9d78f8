import { setImmediate } from 'node:timers/promises';
import { decode, encode } from '@msgpack/msgpack';
import { Encoder } from 'socket.io-msgpack-parser';
import { PACKET_BYTES } from '../../server/realtime/parser.ts';
import { Authority } from '../../shared/authority/authority.ts';
import type { Input } from '../../shared/match/input.ts';
import type { Reply, Taken } from '../../shared/protocol/server.ts';
import { anyPacket, Draw } from '../server/support/fuzz.ts';
import { RawLine } from '../server/support/raw-line.ts';
import { type FuzzServer, openFuzzServer } from './fuzz-server.ts';
import { MaliciousClient, type Sender, type Sent } from './malicious-client.ts';

/** Messages between two moments at which everything must have been answered. */
const BATCH = 20;

/** Of so many batches one comes from a single line, and is more than that may send. */
const RUSH_EVERY = 40;
const RUSH = 90;
const RUSHER: Sender = 'rival';

/** Of so many batches one is followed by packets that are none, each on a line of its own. */
const PACKETS_EVERY = 5;
const PACKETS = 5;

/** What closes a line of long polling. */
const CLOSE = '1';

/** Beats in which every answer must have come. */
const PATIENCE = 400;

/** Times that memory is looked at. */
const LOOKS = 10;

export interface FuzzReport {
  readonly messages: number;
  /** How many answers there were of each kind: `ok`, or a refusal's code. */
  readonly answers: ReadonlyMap<string, number>;
  /** Orders of the insider that the match took in. */
  readonly orders: number;
  readonly ticks: number;
  /** Bytes in use after a collection, from time to time; nothing where none can be asked for. */
  readonly heap: readonly number[];
  /** What was not as it must be, one sentence each. */
  readonly faults: readonly string[];
}

type Answer = Reply<unknown>;

/** Sends a great many wrong messages to a server in which a class plays, and looks what became of it. */
export async function fuzz(seed: number, messages: number): Promise<FuzzReport> {
  const server = await openFuzzServer();
  try {
    return await new Attempt(server, seed).run(messages);
  } finally {
    await server.close();
  }
}

class Attempt {
  readonly #server: FuzzServer;
  readonly #draw: Draw;
  readonly #forger: MaliciousClient;
  readonly #answers = new Map<string, number>();
  readonly #faults: string[] = [];
  readonly #heap: number[] = [];
  /** By number: every order that was sent with it, and every answer that the world gave. */
  readonly #orders = new Map<
    number,
    { readonly sent: Set<string>; readonly answers: Set<string> }
  >();
  #sent = 0;

  constructor(server: FuzzServer, seed: number) {
    this.#server = server;
    this.#draw = new Draw(seed);
    this.#forger = new MaliciousClient(this.#draw, server.loot);
  }

  async run(messages: number): Promise<FuzzReport> {
    const before = await this.#server.standing();
    let looks = 0;
    for (let batch = 1; this.#sent < messages; batch += 1) {
      await this.#batch();
      if (batch % PACKETS_EVERY === 0) await this.#packets();
      if (this.#sent >= (looks * messages) / LOOKS) {
        looks += 1;
        this.#look();
      }
    }
    await this.#server.beats(8);
    const after = await this.#server.standing();
    if (after !== before) this.#fault(`the class was ${before} and is ${after}`);
    const ticks = await this.#judge();
    this.#faults.push(...this.#server.complaints);
    return {
      messages: this.#sent,
      answers: this.#answers,
      orders: this.#orders.size,
      ticks,
      heap: this.#heap,
      faults: this.#faults,
    };
  }

  async #batch(): Promise<void> {
    const waiting = new Set<string>();
    const rushes = this.#draw.below(RUSH_EVERY) === 0;
    for (let i = 0; i < (rushes ? RUSH : BATCH); i += 1) {
      const next = this.#forger.next();
      // One who rushes sits elsewhere, and stays there.
      const message: Sent =
        rushes && next.event !== 'session:leave' ? { ...next, sender: RUSHER } : next;
      const key = `${this.#sent} ${message.event}`;
      this.#sent += 1;
      waiting.add(key);
      const client = this.#server.clients[message.sender];
      void client.say<unknown>(message.event, ...message.args).then((reply) => {
        waiting.delete(key);
        this.#note(message, reply);
      });
    }
    for (let beat = 0; beat < PATIENCE && waiting.size > 0; beat += 1) {
      await this.#server.beats(1);
      await setImmediate();
      await setImmediate();
    }
    if (waiting.size > 0) this.#fault(`no answer to ${[...waiting].join(', ')}`);
    // Mostly no faster than is allowed.
    if (this.#draw.below(10) > 0) this.#server.pass(1_000);
  }

  #note({ sender, event, args }: Sent, reply: Answer): void {
    const code = reply.ok ? 'ok' : reply.refusal.code;
    this.#answers.set(code, (this.#answers.get(code) ?? 0) + 1);
    if (code === 'protocol.internal') this.#fault(`${event} from ${sender} was too much`);
    const isAct = event === 'desk:act' || event === 'desk:open';
    if (reply.ok && isAct) this.#fault(`${event} from ${sender} was let through`);
    // What is not the world's to say was never an order.
    if (event !== 'match:order' || sender !== 'insider') return;
    if (!reply.ok && /^(protocol|session)\./.test(code)) return;
    const { n, command, args: given } = args[0] as { n: number; command: string; args: object };
    const known = this.#orders.get(n) ?? { sent: new Set(), answers: new Set() };
    known.sent.add(JSON.stringify([command, asRead(given)]));
    // A number that was counted already is refused as that, and nothing else comes of it.
    if (code !== 'rule.same-order') known.answers.add(JSON.stringify(reply));
    this.#orders.set(n, known);
  }

  /** Bytes that are no packets, or that lie; and one that is past all measure. */
  async #packets(): Promise<void> {
    const packets = Array.from({ length: PACKETS }, () => anyPacket(this.#draw));
    if (this.#draw.below(10) === 0) packets.push(encode('x'.repeat(2 * PACKET_BYTES)));
    await Promise.all(
      packets.map(async (packet) => {
        const line = await RawLine.open(this.#server.url);
        await line.send(packet);
        // Closed, or it would be there until it has been silent for long.
        await line.sendText(CLOSE);
      }),
    );
    this.#sent += packets.length;
  }

  #look(): void {
    if (typeof globalThis.gc !== 'function') return;
    globalThis.gc();
    this.#heap.push(process.memoryUsage().heapUsed);
  }

  /**
   * The match must be the one that a quiet twin becomes which never heard of anything that was
   * refused before the rules of the world were asked, nor of any number that came again.
   * @returns how many ticks there were
   */
  async #judge(): Promise<number> {
    const { match, rows } = await this.#server.kept();
    const twin = new Authority({ scenario: match.scenario, seed: match.seed });
    const taken = new Map<number, number>();
    let last = 0;
    for (const { tick, inputs } of rows) {
      for (const input of inputs) {
        if (!this.#isKnown(input, tick)) continue;
        if (input.kind === 'order') {
          if (input.n <= last) continue;
          last = input.n;
          taken.set(input.n, tick);
        }
        twin.submit(input);
      }
      twin.step();
    }
    for (const [n, { answers }] of this.#orders) {
      if (answers.size > 1) this.#fault(`order ${n} was answered as ${[...answers].join(' and ')}`);
      for (const answer of answers) {
        const reply = JSON.parse(answer) as Reply<Taken>;
        const tick = taken.get(n);
        if (tick === undefined) this.#fault(`order ${n} was answered and is not in the journal`);
        else if (reply.ok && reply.value.tick !== tick)
          this.#fault(`order ${n} is of tick ${tick}`);
      }
    }
    const { tick, hash } = this.#server.match();
    if (twin.tick !== tick) this.#fault(`the match is at ${tick}, its twin at ${twin.tick}`);
    else if (twin.hash().whole !== hash) this.#fault('the match is not what its twin is');
    return tick;
  }

  /** Whether somebody had a right to say what the match took in. */
  #isKnown(input: Input, tick: number): boolean {
    if (input.kind === 'seat' && tick === 1) return true;
    if (input.kind === 'order' && input.seat === this.#server.place) {
      const order = JSON.stringify([input.command, input.args]);
      if (this.#orders.get(input.n)?.sent.has(order)) return true;
    }
    this.#fault(`tick ${tick} took in what nobody may say: ${JSON.stringify(input)}`);
    return false;
  }

  #fault(what: string): void {
    this.#faults.push(what);
  }
}

/** What is left of a value on the wire: the client writes a few odd numbers and letters as others. */
function asRead(value: object): unknown {
  const packets: unknown = new Encoder().encode({ type: 2, nsp: '/', data: [value] });
  const [bytes] = packets as readonly Uint8Array[];
  if (bytes === undefined) throw new Error('no packet');
  return (decode(bytes) as { readonly data: readonly unknown[] }).data[0];
}
