import { expect, test } from 'vitest';
import { clockOf, digits, remaining } from '../../../shared/text/clock.ts';

test('time is minutes and seconds; what is left says 00:01 until it is over', () => {
  expect([clockOf(0), clockOf(304), clockOf(6005)]).toEqual(['00:00', '01:00', '20:01']);
  expect([remaining(1), remaining(5), remaining(6), remaining(-3)]).toEqual([
    '00:01',
    '00:01',
    '00:02',
    '00:00',
  ]);
  expect([digits(9), digits(3_005)]).toEqual(['00:09', '50:05']);
});
