// Part of every-text.test.ts, whose window it needs.
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/world/words.ts';
import { type Classroom, openClassroom } from './support/classroom.ts';
import type { Page } from './support/page.ts';

const STANDS = {
  wall: { ko: /연결이 끊겨 시간이 멈춰 보입니다/, en: /No connection: this clock stands still/ },
  desk: { ko: /연결 끊김/, en: /no connection/ },
} as const;

const textOf = ({ place }: Page, selector: string): string =>
  place.querySelector(selector)?.textContent ?? '';

/** The seconds that a wall says are left, and those that a desk says are past. */
const clocks = ({ wall, desk }: Classroom): number[] =>
  [textOf(wall, '.wall-digits'), textOf(desk, '.desk-time b')].map((text) => {
    const [, minutes, seconds] = /(\d\d):(\d\d)/.exec(text) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  });

async function expectSaid(room: Classroom, stands: boolean): Promise<void> {
  for (const language of LANGUAGES) {
    for (const [page, at, words] of [
      [room.wall, '.wall-clock-note', STANDS.wall],
      [room.desk, '.desk-time', STANDS.desk],
    ] as const) {
      await page.speak(language);
      expect(words[language].test(textOf(page, at))).toBe(stands);
    }
  }
}

/** Time goes by in which nothing comes. */
async function expectStill(room: Classroom): Promise<void> {
  const stood = clocks(room);
  await room.silence(40);
  expect(clocks(room)).toEqual(stood);
}

test('X6 in an outage the clocks of the wall and the desk stand and say so', {
  timeout: 60_000,
}, async () => {
  const room = await openClassroom('first-shift', 'shared');
  await room.does({ kind: 'go-live' });
  await room.beats(25);
  await expectSaid(room, false);
  const [left = 0, past = 0] = clocks(room);

  // Nothing comes, though the line has not broken: a word that is late is no outage, and then it is one.
  await room.silence(30);
  await expectSaid(room, false);
  await room.silence(70);
  await expectSaid(room, true);
  await expectStill(room);
  // They have not run on for longer than they could know.
  expect(clocks(room)[0]).toBeGreaterThan(left - 24);
  expect(clocks(room)[1]).toBeLessThan(past + 24);

  // It comes again, and they go by it.
  await room.beats(25);
  await expectSaid(room, false);
  const back = clocks(room);
  await room.beats(25);
  expect(clocks(room)).not.toEqual(back);

  // The far end drops: they stand where they were, and do not fall back to the last word.
  const [leftThen = 0, pastThen = 0] = clocks(room);
  await room.server.app.close();
  for (const page of [room.wall, room.desk]) await room.found(page, '.strip.attention');
  await expectSaid(room, true);
  expect(clocks(room)[0]).toBeLessThanOrEqual(leftThen);
  expect(clocks(room)[1]).toBeGreaterThanOrEqual(pastThen);
  await expectStill(room);
});
