import { expect, test } from 'vitest';
import { createBets } from '../../../../client/state/match/bets.ts';

test('a bet stands as it was laid first', () => {
  const bets = createBets();
  expect(bets.of('syscall', 10)).toBeNull();
  bets.lay('syscall', 10_000, 10);
  bets.lay('syscall', 0, 20);
  expect(bets.of('syscall', 30)).toBe(10_000);
  expect(bets.of('device', 30)).toBeNull();
});

test('in the next match all is open again', () => {
  const bets = createBets();
  bets.lay('device', 1, 200);
  expect(bets.of('device', 3)).toBeNull();
  bets.lay('device', 0, 3);
  expect(bets.of('device', 4)).toBe(0);
});
