import { beforeEach, describe, expect, test } from 'vitest';
import { Authority } from '../../shared/authority/authority.ts';
import type { Beat } from '../../shared/authority/contract.ts';
import type { Input } from '../../shared/match/input.ts';
import { hashMatch } from '../../shared/match/match.ts';
import { replay } from '../../shared/match/replay.ts';
import { decodePatch } from '../../shared/protocol/codec.ts';
import { RING } from '../../shared/protocol/limits.ts';
import { BLUE_COLUMNS } from '../../shared/view/columns.ts';
import { applyPatch, type BlueView } from '../../shared/view/view.ts';
import type { ScenarioFile } from '../../shared/world/scenario/schema.ts';
import { hostileShop, tiny } from '../support/worlds.ts';
import { rowsOf } from './support/views.ts';

const join = (seat: number): Input => ({ kind: 'seat', seat, pilot: 'human' });
const order = (
  n: number,
  command: string,
  args: Record<string, number | string>,
  seat = 1,
): Input => ({ kind: 'order', seat, n, command, args });

const dirty: Partial<ScenarioFile> = { residue: [{ host: 1, asset: 'payment-keys', frames: 4 }] };

let authority: Authority;

function start(over: Partial<ScenarioFile> = {}): Authority {
  authority = new Authority({ scenario: tiny(over), seed: 3 });
  beat(join(1));
  return authority;
}

function beat(...inputs: Input[]): Beat {
  for (const input of inputs) authority.submit(input);
  return authority.step();
}

const told = ({ answers }: Beat): unknown[] =>
  answers.map(({ seat, n, reply }) => [seat, n, reply.ok ? reply.value.tick : reply.refusal.code]);

describe('answers', () => {
  beforeEach(() => {
    start(dirty);
  });

  test('J7 every order is answered in the tick that took it, with that tick or why not', () => {
    const first = beat(
      order(1, 'scrub-frames', { host: 1 }),
      order(2, 'scrub-frames', { host: 1 }),
      order(1, 'stop-vm', { vm: 1 }, 9),
      order(3, 'win', {}),
    );
    expect(first.tick).toBe(2);
    expect(told(first)).toEqual([
      [1, 1, 2],
      [1, 2, 'rule.target-busy'],
      [9, 1, 'rule.no-such-thing'],
      [1, 3, 'rule.unknown-command'],
    ]);
    expect(told(beat())).toEqual([]);
  });

  test('I2 the same order twice in one batch is done once and answered twice alike', () => {
    const twice = beat(order(1, 'stop-vm', { vm: 1 }), order(1, 'stop-vm', { vm: 1 }));
    expect(told(twice)).toEqual([
      [1, 1, 2],
      [1, 1, 2],
    ]);
    expect(twice.inputs).toHaveLength(1);
    expect(authority.seatState(1).hands?.used).toBe(1);
  });

  test('I2 the same order later is answered as it was then, though much has changed', () => {
    beat(order(1, 'stop-vm', { vm: 1 }), order(2, 'stop-vm', { vm: 9 }));
    for (let i = 0; i < 10; i += 1) beat();
    const again = beat(order(2, 'stop-vm', { vm: 9 }), order(1, 'stop-vm', { vm: 1 }));
    expect(told(again)).toEqual([
      [1, 2, 'rule.no-such-thing'],
      [1, 1, 2],
    ]);
    expect(again.inputs).toEqual([]);
  });

  test('I2 a refused order stays refused under its number; under a new one it is asked anew', () => {
    beat(order(1, 'scrub-policy', { host: 1, policy: 'on-free' }));
    expect(told(beat(order(2, 'scrub-frames', { host: 1 })))).toEqual([[1, 2, 'rule.target-busy']]);
    for (let i = 0; i < 10; i += 1) beat();
    expect(told(beat(order(2, 'scrub-frames', { host: 1 })))).toEqual([[1, 2, 'rule.target-busy']]);
    expect(told(beat(order(3, 'scrub-frames', { host: 1 })))).toEqual([[1, 3, authority.tick]]);
  });

  test('I2 seats do not share their numbers', () => {
    beat(join(2));
    const both = beat(order(1, 'stop-vm', { vm: 1 }), order(1, 'stop-vm', { vm: 2 }, 2));
    expect(told(both)).toEqual([
      [1, 1, 3],
      [2, 1, 3],
    ]);
  });

  test('I2 one so old that its answer is forgotten is still not done again', () => {
    for (let n = 1; n <= 60; n += 1) beat(order(n, 'stop-vm', { vm: 9 }));
    expect(told(beat(order(1, 'stop-vm', { vm: 1 })))).toEqual([[1, 1, 'rule.same-order']]);
    expect(authority.seatState(1).hands?.used).toBe(0);
  });

  test('I2 one whose answer is forgotten in the very tick in which it comes again is answered', () => {
    for (let n = 1; n <= 60; n += 1) beat(order(n, 'stop-vm', { vm: 9 }));
    const orders = Array.from({ length: 40 }, (_, i) => order(61 + i, 'stop-vm', { vm: 9 }));
    const again = [order(29, 'stop-vm', { vm: 9 }), order(61, 'stop-vm', { vm: 9 })];
    const last = beat(...orders, ...again);
    const { answers } = last;
    expect(answers.map(({ n }) => n)).toEqual([...orders.map((_, i) => 61 + i), 29, 61]);
    expect(told({ ...last, answers: answers.slice(-2) })).toEqual([
      [1, 29, 'rule.no-such-thing'],
      [1, 61, 'rule.no-such-thing'],
    ]);
  });
});

describe('moments', () => {
  test('X5 are looked for in new events only: the next look goes on where the last one ended', () => {
    start({ ...dirty, attackers: [hostileShop] });
    let last = 0;
    for (let i = 0; i < 20; i += 1) {
      beat();
      const { upTo } = authority.moments(last);
      expect(upTo).toBeGreaterThanOrEqual(last);
      expect(authority.moments(upTo)).toEqual({ moments: [], upTo });
      last = upTo;
    }
    expect(last).toBeGreaterThan(0);
  });
});

describe('the end', () => {
  const ended = (...last: Input[]): Beat => {
    start({ ...dirty, pace: { live: 30 } });
    for (let i = 0; i < 28; i += 1) beat();
    return beat(...last);
  };

  test('J7 orders of the last tick are done, later ones are refused', () => {
    const last = ended(order(1, 'stop-vm', { vm: 1 }));
    expect([last.over, last.tick, authority.over]).toEqual([true, 30, true]);
    expect(told(last)).toEqual([[1, 1, 30]]);
    const late = beat(order(2, 'stop-vm', { vm: 2 }), order(1, 'stop-vm', { vm: 1 }));
    expect(told(late)).toEqual([
      [1, 2, 'rule.match-over'],
      [1, 1, 30],
    ]);
    expect([late.tick, late.over, [...late.frames]]).toEqual([30, true, []]);
  });

  test('J7 late or not, each order that comes in is answered', () => {
    ended();
    expect(told(beat(order(1, 'stop-vm', { vm: 1 }), order(1, 'stop-vm', { vm: 1 })))).toEqual([
      [1, 1, 'rule.match-over'],
      [1, 1, 'rule.match-over'],
    ]);
  });

  test('D1 what comes after the end is not in the journal', () => {
    ended(order(1, 'stop-vm', { vm: 1 }));
    const before = new Map(authority.record().journal);
    expect(before.get(30)).toHaveLength(1);
    const late = beat(order(2, 'stop-vm', { vm: 2 }));
    expect(late.inputs).toEqual([]);
    expect(new Map(authority.record().journal)).toEqual(before);
  });

  test('D1 the journal, run again, gives the same match', () => {
    const last = ended(order(1, 'scrub-frames', { host: 1 }));
    beat(order(2, 'stop-vm', { vm: 2 }));
    const { scenario, seed } = { scenario: tiny({ ...dirty, pace: { live: 30 } }), seed: 3 };
    const again = replay({
      scenario,
      seed,
      journal: new Map(authority.record().journal),
      acts: { from: 'minds' },
    });
    expect(hashMatch(again)).toEqual(authority.hash());
    expect(authority.debrief()).toMatchObject({
      hash: authority.hash().whole,
      overAt: last.tick,
      counts: { orders: 1 },
    });
  });

  test('J7 there is no debrief before it', () => {
    start();
    expect(() => authority.debrief()).toThrow('not over');
  });
});

describe('since', () => {
  /** Follows the frames of each beat, as a client that misses none. */
  function follow(ticks: number): BlueView[] {
    const views: BlueView[] = [];
    let view = whole();
    for (let i = 0; i < ticks; i += 1) {
      const frame = beat().frames.get('blue');
      if (frame) view = applyPatch(BLUE_COLUMNS, view, decodePatch(frame));
      views.push(view);
    }
    return views;
  }

  const whole = (): BlueView => {
    const [frame, ...more] = authority.since('blue', -1);
    expect(more).toEqual([]);
    return applyPatch(BLUE_COLUMNS, null, decodePatch(frame!));
  };

  /** The view of a client that holds `view` and asks for what it missed. */
  const caughtUp = (view: BlueView): BlueView =>
    authority
      .since('blue', view.tick)
      .map(decodePatch)
      .reduce((held, patch) => applyPatch(BLUE_COLUMNS, held, patch), view);

  test('X2 whoever holds nothing gets one whole view', () => {
    start(dirty);
    expect(rowsOf(whole())).toEqual(rowsOf(authority.projection));
    beat(order(1, 'scrub-frames', { host: 1 }));
    expect(rowsOf(whole())).toEqual(rowsOf(authority.projection));
  });

  test('X2 whoever holds the newest gets nothing', () => {
    start(dirty);
    expect(authority.since('blue', authority.projection.tick)).toEqual([]);
  });

  test('X2 from within the ring: what was missed, from beyond it: a whole view', () => {
    // Bills, complaints and changing residue make a view change now and then; jobs make it often.
    start({ ...dirty, pace: { auditEvery: 1, stopLength: 1, startLength: 1 } });
    const held: BlueView[] = [authority.projection];
    for (let n = 1; n <= 3 * RING; n += 1) {
      beat(order(n, n % 2 === 1 ? 'stop-vm' : 'start-vm', { vm: 1 }));
      if (held.at(-1)?.tick !== authority.projection.tick) held.push(authority.projection);
    }
    expect(held.length).toBeGreaterThan(RING + 20);
    held.reverse().forEach((view, missed) => {
      const frames = authority.since('blue', view.tick);
      const bases = frames.map((frame) => decodePatch(frame)[1]);
      if (missed <= RING) expect(frames).toHaveLength(missed);
      else expect(bases).toEqual([-1]);
      expect(rowsOf(caughtUp(view))).toEqual(rowsOf(authority.projection));
    });
  });

  test('X2 a tick that was never sent is answered with a whole view', () => {
    start(dirty);
    follow(5);
    for (const tick of [-1, 7000]) {
      expect(authority.since('blue', tick).map((f) => decodePatch(f)[1])).toEqual([-1]);
    }
  });

  test('X2 a tick in which nothing changed sends nothing, and the next follows on the last', () => {
    start(dirty);
    const views = follow(60);
    expect(new Set(views.map(({ tick }) => tick)).size).toBeLessThan(60);
    expect(rowsOf(views.at(-1)!)).toEqual(rowsOf(authority.projection));
  });
});

/** One attack, and what answers it. */
const PALETTE: NonNullable<ScenarioFile['deck']> = {
  commands: ['create-vm', 'scrub-frames', 'scrub-policy', 'push-policy'],
  attacks: ['res-mem-unscrubbed'],
  sensors: ['S7', 'tenant'],
  techniques: ['hvm'],
};

describe('seat state', () => {
  const state = (seat: number, { seats }: Beat): unknown => seats.find((s) => s.seat === seat);

  test('J1 a seat is told its hands when they change, and only then', () => {
    authority = new Authority({ scenario: tiny(dirty), seed: 3 });
    expect(state(1, beat(join(1)))).toMatchObject({ hands: { all: 3, used: 0 }, options: [] });
    expect(beat().seats).toEqual([]);
    expect(state(1, beat(order(1, 'stop-vm', { vm: 1 })))).toMatchObject({ hands: { used: 1 } });
    expect(state(1, beat())).toMatchObject({ hands: { used: 0 } });
  });

  test('J6 when one joins or drops, all who are there are told', () => {
    start();
    expect(beat(join(2)).seats).toMatchObject([
      { seat: 1, hands: { all: 2 } },
      { seat: 2, hands: { all: 2 } },
    ]);
    const left = beat({ kind: 'seat', seat: 1, pilot: 'computer' });
    expect(left.seats).toMatchObject([{ seat: 2, hands: { all: 3 } }]);
  });

  test('J1 what a seat looks at brings its options, with price, length and why not', () => {
    const deck = { ...PALETTE, commands: ['scrub-frames', 'scrub-policy'] };
    start({ ...dirty, deck });
    authority.look(1, 'hosts/1');
    const seen = beat().seats[0]!;
    expect(seen.looking).toBe('hosts/1');
    expect(seen.options).toEqual([
      // What every deck holds.
      { command: 'rebuild-host', key: '', args: { host: 1 }, price: 3, length: 8, refusal: null },
      { command: 'scrub-frames', key: 'S', args: { host: 1 }, price: 0, length: 4, refusal: null },
      ...(['on-free', 'on-allocate'] as const).map((policy) => ({
        command: 'scrub-policy',
        key: 'P',
        args: { host: 1, policy },
        price: 5,
        length: 7,
        refusal: null,
      })),
    ]);
    const busy = beat(order(1, 'scrub-frames', { host: 1 })).seats[0]!;
    expect(busy.options.map(({ refusal }) => refusal?.code)).toEqual(
      Array(4).fill('rule.target-busy'),
    );
    authority.look(1, null);
    expect(beat().seats[0]).toMatchObject({ looking: null, options: [] });
  });

  test('of a world that changes by itself is known a second later at most, each seat in its turn', () => {
    // Frames are cleared one by one in the background, so that clearing the rest takes less and less.
    start({ ...dirty, pace: { backgroundScrub: 1, scrubPerSecond: 1 } });
    beat(join(2));
    for (const seat of [1, 2]) authority.look(seat, 'hosts/1');
    const held = new Map<number, unknown>();
    const behind = new Map([
      [1, 0],
      [2, 0],
    ]);
    let changes = 0;
    for (let i = 0; i < 40; i += 1) {
      for (const state of beat().seats) {
        changes += held.has(state.seat) ? 1 : 0;
        held.set(state.seat, state);
      }
      for (const seat of [1, 2]) {
        const fresh = JSON.stringify(held.get(seat)) === JSON.stringify(authority.seatState(seat));
        behind.set(seat, fresh ? 0 : (behind.get(seat) ?? 0) + 1);
        expect(behind.get(seat)).toBeLessThan(5);
      }
    }
    expect(changes).toBeGreaterThan(1);
  });

  test('J1 looking is no part of the match', () => {
    start(dirty);
    const { whole } = authority.hash();
    authority.look(1, 'vms/1');
    expect(authority.hash().whole).toBe(whole);
    expect(beat().inputs).toEqual([]);
  });

  test('X3 options about what is not there are none', () => {
    start(dirty);
    for (const subject of ['vms/99', 'hosts/99', 'frames/1', 'assets/1'] as const) {
      authority.look(1, subject);
      expect(authority.seatState(1).options).toEqual([]);
    }
  });
});

test('H1 a debrief tells each harm, with its chain and what would have prevented it', () => {
  start({ ...dirty, deck: PALETTE, attackers: [hostileShop], pace: { live: 400 } });
  while (!authority.over) beat();
  const { harms, total, won } = authority.debrief();
  expect(harms.length).toBeGreaterThan(0);
  expect(won).toBe(total >= 700);
  expect(harms[0]).toMatchObject({ asset: 'payment-keys', victim: 'bank', tenant: 'shop' });
  expect(harms[0]?.chain.map(({ kind }) => kind)).toContain('vm-placed');
  expect(harms[0]?.needs.flatMap((need) => need.preventions).map((p) => p.outcome)).toContain(
    'gone',
  );
});
