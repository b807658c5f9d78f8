import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Beats, startBeats } from '../../server/hosting/beats.ts';

let now: number;
let running: Beats;
let beats: number[];
let lags: number[];

const start = (speed?: number, beat = () => {}): void => {
  running = startBeats(
    () => {
      beats.push(now);
      beat();
    },
    (ms) => lags.push(ms),
    speed,
  );
};

/** Time passes, and whoever waits for it is called. */
const pass = (ms: number): void => {
  for (let i = 0; i < ms; i += 1) {
    now += 1;
    vi.advanceTimersByTime(1);
  }
};

/** The second beat takes long, and nothing else can run meanwhile. */
const holdUp = (ms: number) => (): void => {
  if (beats.length === 2) now += ms;
};

beforeEach(() => {
  now = 0;
  beats = [];
  lags = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  running.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('it beats every 50 ms and does not drift, however long it goes on', () => {
  start();
  pass(1000);
  expect(beats).toEqual(Array.from({ length: 20 }, (_, i) => 50 * (i + 1)));
  expect(new Set(lags)).toEqual(new Set([0]));
});

test('at a higher speed it beats oftener', () => {
  start(4);
  pass(1000);
  // Timers know whole milliseconds only, and still no beat is lost.
  expect(beats).toHaveLength(80);
});

test('beats that could not come are made up at once', () => {
  start(1, holdUp(300));
  pass(101);
  expect(beats).toEqual([50, 100, ...Array.from({ length: 6 }, () => 401)]);
  expect(lags).toEqual([0, 0, 251]);
  pass(49);
  expect(beats.at(-1)).toBe(450);
});

test('no more than eight are, and the rest is let go', () => {
  start(1, holdUp(2000));
  pass(101);
  expect(beats).toHaveLength(2 + 8);
  pass(49);
  expect(beats).toHaveLength(2 + 8);
  pass(1);
  expect(beats).toHaveLength(2 + 9);
});

test('it stops, even in the middle of a beat', () => {
  start(1, () => {
    if (beats.length === 3) running.stop();
  });
  pass(1000);
  expect(beats).toHaveLength(3);
});

test('a timer is never asked for less than nothing, of which newer Nodes warn', () => {
  const asked = vi.spyOn(globalThis, 'setTimeout');
  start(1, holdUp(130));
  pass(400);
  expect(beats.length).toBeGreaterThan(5);
  expect(asked.mock.calls.filter(([, ms]) => !(Number(ms) >= 0))).toEqual([]);
});
