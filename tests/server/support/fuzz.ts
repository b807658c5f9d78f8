import { encode } from '@msgpack/msgpack';
import { clientMessages } from '../../../shared/protocol/messages.ts';

/** Draws that are the same for the same seed (mulberry32). */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to, not including, `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % end;
  }

  of<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined && values.length === 0) throw new Error('nothing to draw from');
    return value as T;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}

const EVENTS = [
  ...Object.keys(clientMessages),
  'error',
  'session:state',
  'match:frame',
  'toString',
  '__proto__',
  '',
  '김',
  'x'.repeat(300),
];

/** Names the library keeps for itself: its own client refuses to send them, a forger does not. */
const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener'];

const SCALARS: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1,
  7,
  1.5,
  1e308,
  Number.NaN,
  Number.MAX_SAFE_INTEGER,
  '',
  'hosts/1',
  'hosts/0',
  'scrub-policy',
  'on-free',
  'vacated-seat',
  '22222222',
  'A'.repeat(32),
  '홍길동',
  '\u0000',
  '\ud800',
  '‮',
  'x'.repeat(1500),
];

const KEYS = [
  'n',
  'command',
  'args',
  'subject',
  'tick',
  'token',
  'code',
  'nickname',
  'scenario',
  'host',
  'vm',
  'policy',
  'constructor',
  'toString',
  'seat',
];

function value(draw: Draw, depth: number): unknown {
  const kind = depth <= 0 ? 0 : draw.below(6);
  if (kind < 2) return draw.of(SCALARS);
  if (kind === 2) return Array.from({ length: draw.below(4) }, () => value(draw, depth - 1));
  if (kind === 3) return draw.bytes(draw.below(40));
  return Object.fromEntries(
    Array.from({ length: draw.below(5) }, () => [draw.of(KEYS), value(draw, depth - 1)]),
  );
}

/** Something that might be a message: nearly right, odd, or nothing of the kind. */
export function anyMessage(draw: Draw): [event: string, ...args: unknown[]] {
  const event = draw.of(EVENTS);
  switch (draw.below(5)) {
    case 0:
      return [event];
    case 1:
      return [event, {}];
    case 2:
      return [
        'match:order',
        {
          n: draw.below(50) - 5,
          command: draw.of(['scrub-policy', 'create-vm', 'stop-vm', 'cancel-job', 'x']),
          args: value(draw, 2),
        },
      ];
    case 3:
      return [event, value(draw, 3), value(draw, 1)];
    default:
      return [event, value(draw, 4)];
  }
}

/** Bytes where a packet should be: true ones that lie, cut ones, and noise. */
export function anyPacket(draw: Draw): Uint8Array {
  const [name, ...args] = anyMessage(draw);
  const event = draw.below(6) === 0 ? draw.of(RESERVED) : name;
  const whole = encode({
    type: draw.of([0, 1, 2, 2, 2, 3, 4, 9, 'event', null]),
    nsp: draw.of(['/', '/', '/', '/admin', '', 3]),
    id: draw.of([undefined, 0, 1, -1, 1.5, 'a', Number.MAX_SAFE_INTEGER]),
    data: draw.of<unknown>([[event, ...args], [event, ...args], event, null, {}, [], [1, 2]]),
  });
  switch (draw.below(5)) {
    case 0:
      return whole.slice(0, draw.below(whole.length));
    case 1:
      return draw.bytes(draw.below(60));
    case 2: {
      const turned = whole.slice();
      turned[draw.below(turned.length)] = draw.below(256);
      return turned;
    }
    case 3:
      // Lengths of four gigabytes: extension, array, map, string, binary; and a deep nest.
      return draw.of([
        Uint8Array.of(0xc9, 0xff, 0xff, 0xff, 0xff, 0),
        Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff),
        Uint8Array.of(0xdf, 0xff, 0xff, 0xff, 0xff),
        Uint8Array.of(0xdb, 0xff, 0xff, 0xff, 0xff),
        Uint8Array.of(0xc6, 0xff, 0xff, 0xff, 0xff),
        new Uint8Array(4000).fill(0x91),
        new Uint8Array(4000).fill(0x81),
      ]);
    default:
      return whole;
  }
}
