import { expect, test } from 'vitest';
import { createMatchClock } from '../../../../client/state/match/match-clock.ts';

function open() {
  let ms = 0;
  const running: { run: () => void }[] = [];
  const clock = createMatchClock({
    now: () => ms,
    every: (_ms, run) => {
      const entry = { run };
      running.push(entry);
      return () => void running.splice(running.indexOf(entry), 1);
    },
  });
  const pass = (by: number): void => {
    ms += by;
    for (const { run } of running) run();
  };
  return { clock, pass, running };
}

test('between two frames time goes on by itself, at the speed that is set', () => {
  const { clock, pass } = open();
  clock.setRunning(true);
  clock.reach(10);
  pass(1000);
  expect(clock.tick.value).toBe(15);
  clock.setPace({ paused: false, speed: 2 });
  pass(1000);
  expect(clock.tick.value).toBe(25);
});

test('while it stands nothing runs', () => {
  const { clock, pass, running } = open();
  clock.setRunning(true);
  pass(400);
  clock.setPace({ paused: true, speed: 1 });
  expect(running).toHaveLength(0);
  pass(5000);
  expect(clock.tick.value).toBe(2);
});

test('a frame that is a little late does not turn it back; a far one moves it', () => {
  const { clock, pass } = open();
  clock.setRunning(true);
  clock.reach(100);
  pass(600);
  clock.reach(101);
  expect(clock.tick.value).toBe(103);
  clock.reach(1);
  expect(clock.tick.value).toBe(1);
});
