import { expect, test } from 'vitest';
import { createBets } from '../../../../client/state/match/bets.ts';

test('a bet stands as it was laid first', () => {
  const bets = createBets();
  expect(bets.of('syscall')).toBeNull();
  bets.lay('syscall', 10_000);
  bets.lay('syscall', 0);
  expect(bets.of('syscall')).toBe(10_000);
  expect(bets.of('device')).toBeNull();
});
