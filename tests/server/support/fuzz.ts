import { encode } from '@msgpack/msgpack';
import {
  type ClientEvent,
  type ClientPayload,
  clientMessages,
  type InstructorAct,
} from '../../../shared/protocol/messages.ts';
import { PHRASES, PINGS } from '../../../shared/protocol/talk.ts';
import { ROLE_NAMES } from '../../../shared/world/people/seat.ts';

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
  '222222',
  'console',
  'start',
  'erase',
  'scrub-first',
  [1, 2, 3],
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
  'act',
  'kind',
  'settings',
  'key',
  'as',
  'rejoin',
  'world',
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

/** Of the right form, whoever may send it: what gets past the schema and must be stopped behind it. */
const RIGHT: { readonly [E in ClientEvent]: (draw: Draw) => ClientPayload<E> } = {
  'session:create': (draw) => ({ settings: { teams: 1 + draw.below(12), chat: true } }),
  'session:join': (draw) => ({
    code: '222222',
    nickname: draw.of(['김', 'x', '홍']),
    ticket: null,
  }),
  'session:resume': (draw) => ({ token: 'A'.repeat(32), tick: draw.below(90) - 1 }),
  'session:rejoin': (draw) => ({
    code: '222222',
    rejoin: [draw.below(64), draw.below(64), draw.below(100)],
  }),
  'session:leave': () => ({}),
  'seat:team': (draw) => ({ team: 1 + draw.below(24) }),
  'seat:roles': (draw) => ({ roles: [draw.of(ROLE_NAMES)] }),
  'team:ping': (draw) => ({ subject: `vms/${1 + draw.below(99)}`, ping: draw.of(PINGS) }),
  'team:say': (draw) => ({ phrase: draw.of(PHRASES), subject: null }),
  'team:chat': (draw) => ({ text: draw.of(['<b>', '=1+1', '안녕']) }),
  'match:look': (draw) => ({ subject: draw.of([null, 'vms/99999', 'knownVms/1', 'frames/2']) }),
  'match:order': (draw) => ({
    n: 1 + draw.below(60),
    command: draw.of(['scrub-policy', 'create-vm', 'probe', 'entry-tenant', 'toString']),
    args: draw.of<ClientPayload<'match:order'>['args']>([
      { host: draw.below(4), vm: draw.below(9), policy: draw.of(['on-free', 'never', 7]) },
      { vm: draw.below(9), attack: draw.of(['recon-guest', 'probe', 3]), need: 'guest-runs' },
    ]),
  }),
  'match:sync': (draw) => ({ tick: draw.below(99) - 1 }),
  'desk:open': (draw) => ({
    code: '222222',
    key: 'B'.repeat(22),
    as: draw.of(['console', 'projector']),
  }),
  'desk:watch': (draw) => ({ world: draw.below(13), eyes: draw.of(['blue', 'red']) }),
  'desk:injections': (draw) => ({ world: 1 + draw.below(12) }),
  'desk:act': (draw) => ({
    act: draw.of<InstructorAct>([
      { kind: 'end' },
      { kind: 'erase' },
      { kind: 'remove', seat: 1 + draw.below(4) },
      { kind: 'inject', world: 0, key: 'event/advisory/1' },
      { kind: 'start', sameSeed: true },
    ]),
  }),
};

/** Something that might be a message: nearly right, odd, or nothing of the kind. */
export function anyMessage(draw: Draw): [event: string, ...args: unknown[]] {
  const event = draw.of(EVENTS);
  switch (draw.below(6)) {
    case 5: {
      const right = draw.of(Object.keys(RIGHT) as ClientEvent[]);
      return [right, RIGHT[right](draw)];
    }
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
