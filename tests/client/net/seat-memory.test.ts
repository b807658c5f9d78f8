import { describe, expect, test } from 'vitest';
import {
  dropRecent,
  noteRecent,
  type RecentSeat,
  recallSeat,
  recentSeats,
  rememberSeat,
} from '../../../client/net/seat-memory.ts';
import { createTabWatch, type TabChannel } from '../../../client/net/tab-watch.ts';
import { forgetfulShelf } from '../../../client/storage.ts';
import { CODE } from '../support/class-fixture.ts';

const seat = (number: number, other: Partial<RecentSeat> = {}): RecentSeat => ({
  code: CODE,
  token: `token-${number}`,
  seat: number,
  nickname: `김${number}`,
  next: 1,
  ...other,
});

describe('seats that a browser remembers', () => {
  test('are those of one session, the latest first, each once', () => {
    const shelf = forgetfulShelf();
    noteRecent(shelf, seat(1));
    noteRecent(shelf, seat(2));
    noteRecent(shelf, seat(3, { code: 'ZZZZZZ' }));
    noteRecent(shelf, seat(1, { next: 9 }));
    expect(recentSeats(shelf, CODE).map(({ seat, next }) => [seat, next])).toEqual([
      [1, 9],
      [2, 1],
    ]);
    dropRecent(shelf, 'token-1');
    expect(recentSeats(shelf, CODE).map(({ seat }) => seat)).toEqual([2]);
  });

  test('are only so many', () => {
    const shelf = forgetfulShelf();
    for (let i = 0; i < 100; i += 1) noteRecent(shelf, seat(i));
    const left = recentSeats(shelf, CODE);
    expect(left[0]?.seat).toBe(99);
    expect(left.length).toBeLessThan(40);
  });

  test('are none where something else was written, or nothing can be', () => {
    const shelf = forgetfulShelf();
    shelf.setItem('hyperward/seats', '[{"token":1},7,null]');
    shelf.setItem(`hyperward/seat/${CODE}`, '{broken');
    expect(recentSeats(shelf, CODE)).toEqual([]);
    expect(recallSeat(shelf, CODE)).toBeNull();
    const full = {
      ...forgetfulShelf(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => rememberSeat(full, CODE, { token: 't', next: 1 })).not.toThrow();
    expect(() => noteRecent(full, seat(1))).not.toThrow();
  });
});

/** Channels of so many tabs: what one says all the others hear. */
function tabs(count: number) {
  const ears: ((message: unknown) => void)[][] = Array.from({ length: count }, () => []);
  const due: (() => void)[] = [];
  const watches = ears.map((own, i) => {
    const channel: TabChannel = {
      postMessage: (message) => {
        ears.forEach((theirs, j) => {
          if (j !== i) for (const hear of theirs) hear(message);
        });
      },
      listen: (hear) => own.push(hear),
    };
    return createTabWatch(channel, (_ms, run) => due.push(run));
  });
  return { watches, due };
}

describe('tabs', () => {
  test('answer for the seat that they hold, and for no other', async () => {
    const { watches, due } = tabs(3);
    const [first, second, third] = watches;
    first?.hold('a');
    second?.hold('b');
    expect(await third?.isHeld('a')).toBe(true);
    const other = third?.isHeld('c');
    for (const run of due) run();
    expect(await other).toBe(false);
  });

  test('answer no more once they have let go, and never for themselves', async () => {
    const { watches, due } = tabs(2);
    const [first, second] = watches;
    first?.hold('a');
    const own = first?.isHeld('a');
    first?.hold(null);
    const gone = second?.isHeld('a');
    for (const run of due) run();
    expect([await own, await gone]).toEqual([false, false]);
  });

  test('let go of what another takes, once, before that one goes on', async () => {
    const { watches, due } = tabs(2);
    const [first, second] = watches;
    const told: string[] = [];
    first?.hold('a', () => {
      told.push('let go');
      return { tick: 14 };
    });
    const free = second?.take('b').then((handed) => told.push(`had b: ${handed}`));
    expect(await second?.take('a')).toEqual({ tick: 14 });
    told.push('has a');
    expect(told).toEqual(['let go', 'has a']);
    second?.hold('a');
    const again = first?.isHeld('a');
    for (const run of due) run();
    expect(await again).toBe(true);
    // What nobody had is waited for as long as an answer takes.
    await free;
    expect(told).toEqual(['let go', 'has a', 'had b: null']);
  });

  test('wait for nobody to take what they have themselves', async () => {
    const { watches } = tabs(2);
    const [first, second] = watches;
    const told: string[] = [];
    second?.hold('a', () => told.push('let go'));
    first?.hold('a');
    expect(await first?.take('a')).toBeNull();
    // One that slept while it was taken from it lets go all the same.
    expect(told).toEqual(['let go']);
  });

  test('know nothing of each other where browsers have no channel', async () => {
    const watch = createTabWatch(null, () => expect.fail('nobody is waited for'));
    expect(await watch.isHeld('a')).toBe(false);
    expect(await watch.take('a')).toBeNull();
  });
});
