import { expect, test } from 'vitest';
import { noteRecent, rememberSeat } from '../../../../client/net/seat-memory.ts';
import type { TabWatch } from '../../../../client/net/tab-watch.ts';
import { createKeptMatches } from '../../../../client/solo/kept-matches.ts';
import { createSessions } from '../../../../client/state/page/sessions.ts';
import { forgetfulShelf } from '../../../../client/storage.ts';
import { CODE } from '../../support/class-fixture.ts';

/** A page that has been in a session before, with other tabs that hold these seats. */
function page(heldElsewhere: readonly string[]) {
  const shelves = { tab: forgetfulShelf(), browser: forgetfulShelf() };
  const tabs: TabWatch = {
    hold: () => {},
    isHeld: (token) => Promise.resolve(heldElsewhere.includes(token)),
    take: () => Promise.resolve(null),
  };
  const ports = { now: () => 0, every: () => () => {}, after: () => {}, online: () => true };
  return {
    sessions: createSessions(ports, shelves, tabs, createKeptMatches(shelves.browser)),
    shelves,
  };
}

test('a reload comes back to the seat of its own tab', async () => {
  const { sessions, shelves } = page([]);
  expect(await sessions.own(CODE)).toBeNull();
  rememberSeat(shelves.tab, CODE, { token: 'mine', next: 4 });
  expect(await sessions.own(CODE)).toEqual({ kind: 'resume', code: CODE });
});

test('a tab that was duplicated takes nothing from the first without being asked to', async () => {
  const { sessions, shelves } = page(['mine']);
  rememberSeat(shelves.tab, CODE, { token: 'mine', next: 4 });
  expect(await sessions.own(CODE)).toBeNull();
});

test('every seat of this browser is a way back, and those that are open say so', async () => {
  const { sessions, shelves } = page(['b']);
  for (const [i, token] of ['a', 'b'].entries()) {
    noteRecent(shelves.browser, { code: CODE, token, seat: i + 1, nickname: token, next: 1 });
  }
  const ways = await sessions.waysBack(CODE);
  expect(ways.map(({ nickname, open }) => [nickname, open])).toEqual([
    ['b', true],
    ['a', false],
  ]);
  expect(await sessions.waysBack('ZZZZZZ')).toEqual([]);
});
