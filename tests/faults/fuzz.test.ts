import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

/** The long form, with a million, is `npm run prove`. */
const MESSAGES = 20_000;

test('20,000 malformed, oversized, forged and repeated messages harm nobody and change nothing', async () => {
  const report = await fuzz(20_261_125, MESSAGES);
  expect(report.faults).toEqual([]);
  expect(report.messages).toBeGreaterThanOrEqual(MESSAGES);
  // That they were of many kinds, and that what was right among them was done.
  const codes = [...report.answers.keys()];
  for (const code of [
    'ok',
    'protocol.malformed',
    'protocol.too-large',
    'protocol.too-fast',
    'session.locked',
    'session.no-seat',
    'session.not-instructor',
    'session.seat-unknown',
    'session.too-many-guesses',
    'session.wrong-key',
  ]) {
    expect(codes).toContain(code);
  }
  expect(report.orders).toBeGreaterThan(MESSAGES / 50);
  expect(report.ticks).toBeGreaterThan(100);
}, 120_000);
