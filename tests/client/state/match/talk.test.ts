import { expect, test } from 'vitest';
import { createTalk, markOn } from '../../../../client/state/match/talk.ts';

function listen() {
  const due: (() => void)[] = [];
  const talk = createTalk((_ms, run) => due.push(run));
  return { talk, due };
}

test('a word marks what it points at for a moment, and stays in the log', () => {
  const { talk, due } = listen();
  talk.hear({ kind: 'ping', seat: 2, ping: 'look', subject: 'vms/3' });
  talk.hear({ kind: 'ping', seat: 4, ping: 'danger', subject: 'vms/3' });
  expect(markOn(talk.fresh.value, 'vms/3')).toMatchObject({ ping: 'danger' });
  expect(markOn(talk.fresh.value, 'vms/4')).toBeNull();
  for (const run of due) run();
  expect(markOn(talk.fresh.value, 'vms/3')).toBeNull();
  expect(talk.log.value.map(({ word }) => word.seat)).toEqual([2, 4]);
});

test('what was written points at nothing, and the log does not grow for ever', () => {
  const { talk } = listen();
  for (let i = 0; i < 100; i += 1) talk.hear({ kind: 'chat', seat: 1, text: `${i}` });
  expect(talk.log.value.at(-1)?.word).toMatchObject({ text: '99' });
  expect(talk.log.value.length).toBeLessThan(50);
  expect(new Set(talk.log.value.map(({ id }) => id)).size).toBe(talk.log.value.length);
});

test('a notice of the instructor is no team talk, and stays until it is closed', () => {
  const { talk, due } = listen();
  talk.hear({ kind: 'notice', text: '하나' });
  talk.hear({ kind: 'notice', text: '둘' });
  for (const run of due) run();
  talk.forget();
  expect(talk.notices.value.map(({ text }) => text)).toEqual(['하나', '둘']);
  expect(talk.log.value).toEqual([]);
  talk.close(talk.notices.value[0]?.id ?? 0);
  expect(talk.notices.value.map(({ text }) => text)).toEqual(['둘']);
});

test('what the instructor said for a match has its time', () => {
  const { talk } = listen();
  talk.hear({ kind: 'notice', text: '하나' });
  talk.quiet();
  expect(talk.notices.value).toEqual([]);
});
