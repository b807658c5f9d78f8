import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { keepTrying } from '../../../client/net/ask-server.ts';
import type { LinkStatus } from '../../../client/net/link.ts';
import { createPatience } from '../../../client/net/patience.ts';
import type { Trouble } from '../../../client/net/trouble.ts';
import { handTimer } from '../support/hand-timer.ts';

/** Nobody waits longer than this without a word. */
const WORD_MS = 10_000;
const CONNECTING: LinkStatus = { kind: 'connecting' };

function open() {
  const timer = handTimer();
  const heard: LinkStatus[] = [];
  const patience = createPatience<LinkStatus>(timer, (status) => heard.push(status));
  return { ...timer, timer, heard, patience };
}

test('a server that says nothing is said to be silent, before ten seconds are over', () => {
  const { timer, heard, patience } = open();
  patience.tell(CONNECTING);
  timer.pass(WORD_MS);
  expect(heard).toEqual([CONNECTING, { kind: 'connecting', trouble: 'silent' }]);
});

test('so is a line that stands, over which no answer comes', () => {
  const { timer, heard, patience } = open();
  patience.tell(CONNECTING);
  patience.failed({ message: 'xhr poll error', description: 0 });
  patience.connected();
  expect(heard.at(-1)).toEqual(CONNECTING);
  timer.pass(WORD_MS);
  expect(heard.at(-1)).toEqual({ kind: 'connecting', trouble: 'silent' });
});

test('an attempt that failed is told at once, and the same reason only once', () => {
  const { timer, heard, patience } = open();
  patience.tell({ kind: 'dropped', since: 7 });
  for (let i = 0; i < 3; i += 1) patience.failed({ message: 'xhr poll error', description: 403 });
  timer.pass(WORD_MS);
  expect(heard.slice(1)).toEqual([{ kind: 'dropped', since: 7, trouble: 'blocked' }]);
});

test('a device without a network is told that', () => {
  const { timer, heard, patience } = open();
  timer.isOnline = false;
  patience.tell(CONNECTING);
  timer.pass(WORD_MS);
  expect(heard.at(-1)).toEqual({ kind: 'connecting', trouble: 'offline' });
});

test('once it is online, or over, nothing is wrong any more', () => {
  for (const kind of ['online', 'removed', 'closed'] as const) {
    const { timer, heard, patience } = open();
    patience.tell(CONNECTING);
    patience.tell({ kind });
    patience.failed({ description: 403 });
    patience.connected();
    timer.pass(WORD_MS);
    expect(heard).toEqual([CONNECTING, { kind }]);
  }
});

test('what is tried again and again says what is wrong, and comes about in the end', async () => {
  const timer = handTimer();
  const heard: (Trouble | null)[] = [];
  const answers: ({ value: string } | { trouble: Trouble })[] = [
    { trouble: 'unreachable' },
    { trouble: 'blocked' },
    { value: 'there' },
  ];
  const once = async () => answers.shift() ?? { trouble: 'silent' as const };
  const attempt = keepTrying(once, timer, (trouble) => heard.push(trouble));
  for (let i = 0; i < 3; i += 1) {
    await setImmediate();
    timer.pass(WORD_MS);
  }
  expect(await attempt.result).toBe('there');
  expect(heard).toEqual(['unreachable', 'blocked', null]);
});

test('what never answers is told as silent, and nothing more once nobody waits', async () => {
  const timer = handTimer();
  const heard: (Trouble | null)[] = [];
  let tries = 0;
  const attempt = keepTrying(
    () => {
      tries += 1;
      return tries === 1 ? new Promise<never>(() => {}) : Promise.resolve({ value: 1 });
    },
    timer,
    (trouble) => heard.push(trouble),
  );
  timer.pass(WORD_MS);
  expect(heard).toEqual(['silent']);
  attempt.stop();
  timer.pass(10 * WORD_MS);
  await setImmediate();
  expect(heard).toEqual(['silent']);
  expect(tries).toBe(1);
});
