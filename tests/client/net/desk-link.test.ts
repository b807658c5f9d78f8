import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import {
  createDeskLink,
  type DeskEvents,
  type DeskStatus,
  openSession,
} from '../../../client/net/desk-link.ts';
import type { Trouble } from '../../../client/net/trouble.ts';
import type { Desk, DeskState, Reply } from '../../../shared/protocol/server.ts';
import { CODE, deskState, KEY } from '../support/desk-fixture.ts';
import { farEnd } from '../support/far-end.ts';
import { handTimer } from '../support/hand-timer.ts';

function openDesk() {
  const end = farEnd();
  const timer = handTimer();
  const statuses: DeskStatus[] = [];
  const states: DeskState[] = [];
  const keys: string[] = [];
  const frames: Uint8Array[] = [];
  const ignore = (): void => {};
  const events: DeskEvents = {
    console: (state) => states.push(state),
    projector: ignore,
    projectorKey: (key) => keys.push(key),
    frame: (bytes) => frames.push(bytes),
    red: ignore,
    debrief: ignore,
    status: (status) => statuses.push(status),
  };
  const link = createDeskLink({
    socket: end.socket,
    events,
    code: CODE,
    key: KEY,
    as: 'console',
    ...timer,
    now: () => 7000,
  });
  link.open();
  return { ...end, timer, link, statuses, states, keys, frames };
}

const OPENED: Reply<Desk> = {
  ok: true,
  value: { as: 'console', state: deskState(), projector: 'P'.repeat(22) },
};

async function opened() {
  const desk = openDesk();
  desk.of('desk:open').at(-1)?.answer(OPENED);
  await setImmediate();
  return desk;
}

describe('a desk that does not come', () => {
  test('says what is wrong, whether it is refused on the way or not answered', () => {
    const desk = openDesk();
    desk.tell('disconnect', undefined, false);
    desk.tell('connect_error', { message: 'xhr poll error', description: 403 });
    expect(desk.statuses.at(-1)).toEqual({ kind: 'dropped', since: 7000, trouble: 'blocked' });
    desk.tell('connect', undefined, true);
    expect(desk.statuses.at(-1)).toEqual({ kind: 'dropped', since: 7000 });
    desk.timer.pass(10_000);
    expect(desk.statuses.at(-1)).toEqual({ kind: 'dropped', since: 7000, trouble: 'silent' });
    desk.link.retry();
    expect(desk.of('desk:open').length).toBeGreaterThan(2);
  });

  test('nor does a class that is opened wait without a word', async () => {
    const end = farEnd();
    const timer = handTimer();
    const heard: (Trouble | null)[] = [];
    const { opened: made } = openSession(end.socket, {}, timer, (trouble) => heard.push(trouble));
    timer.pass(10_000);
    expect(heard.at(-1)).toBe('silent');
    const value = { code: CODE, instructor: KEY, projector: 'P'.repeat(22) };
    end.sent.at(-1)?.answer({ ok: true, value });
    await made;
    expect(heard.at(-1)).toBeNull();
  });
});

describe('a desk', () => {
  test('is opened by its key, and is told its state and the way to the projected page', async () => {
    const desk = await opened();
    expect(desk.of('desk:open').map(({ payload }) => payload)).toEqual([
      { code: CODE, key: KEY, as: 'console' },
    ]);
    expect(desk.statuses.map(({ kind }) => kind)).toEqual(['connecting', 'online']);
    expect(desk.states).toHaveLength(1);
    expect(desk.keys).toEqual(['P'.repeat(22)]);
  });

  test('that is refused says why and does not come back by itself', async () => {
    const desk = openDesk();
    const refusal = { code: 'session.wrong-key', facts: {} } as const;
    desk.of('desk:open').at(-1)?.answer({ ok: false, refusal });
    await setImmediate();
    expect(desk.statuses.at(-1)).toEqual({ kind: 'refused', refusal });
    expect(desk.socket.connected).toBe(false);
  });

  test('opens again after a break, and looks where it looked', async () => {
    const desk = await opened();
    desk.link.watch(2, 'red');
    desk.tell('disconnect', undefined, false);
    expect(desk.statuses.at(-1)).toEqual({ kind: 'dropped', since: 7000 });
    desk.tell('connect', undefined, true);
    expect(desk.of('desk:open')).toHaveLength(2);
    // Not before the server knows who looks.
    expect(desk.of('desk:watch')).toHaveLength(1);
    desk.of('desk:open').at(-1)?.answer(OPENED);
    await setImmediate();
    expect(desk.of('desk:watch').map(({ payload }) => payload)).toEqual([
      { world: 2, eyes: 'red' },
      { world: 2, eyes: 'red' },
    ]);
    expect(desk.statuses.at(-1)).toEqual({ kind: 'online' });
  });

  test('an act without an answer is told to be uncertain; one given meanwhile is done later', async () => {
    const desk = await opened();
    const lost = desk.link.act({ kind: 'pause' });
    desk.tell('disconnect', undefined, false);
    expect((await lost).ok).toBe(false);
    const later = desk.link.act({ kind: 'resume' });
    expect(desk.of('desk:act')).toHaveLength(1);
    desk.tell('connect', undefined, true);
    desk.of('desk:open').at(-1)?.answer(OPENED);
    await setImmediate();
    expect(desk.of('desk:act').at(-1)?.payload).toEqual({ act: { kind: 'resume' } });
    desk.of('desk:act').at(-1)?.answer({ ok: true, value: null });
    expect((await later).ok).toBe(true);
  });

  test('a page older than the server says so', () => {
    const desk = openDesk();
    desk.tell('connect_error', Object.assign(new Error('xhr poll error'), { description: 426 }));
    expect(desk.statuses.at(-1)).toEqual({ kind: 'outdated' });
  });

  test('frames come as bytes whatever they were parsed into', async () => {
    const desk = await opened();
    desk.tell('match:frame', new Uint8Array([1, 2]).buffer);
    desk.tell('match:frame', 'no bytes');
    expect(desk.frames).toEqual([new Uint8Array([1, 2])]);
  });
});

describe('opening a class', () => {
  test('gives its code and its keys, and lets go of the line', async () => {
    const end = farEnd();
    const made = openSession(
      end.socket,
      { mode: 'parallel', teams: 4 },
      handTimer(),
      () => {},
    ).opened;
    expect(end.sent.at(-1)).toMatchObject({
      event: 'session:create',
      payload: { settings: { mode: 'parallel', teams: 4 } },
    });
    const value = { code: CODE, instructor: KEY, projector: 'P'.repeat(22) };
    end.sent.at(-1)?.answer({ ok: true, value });
    expect(await made).toEqual({ ok: true, value });
    expect(end.socket.connected).toBe(false);
  });

  test('a line that breaks meanwhile says so, and does not open a second one by itself', async () => {
    const end = farEnd();
    const made = openSession(end.socket, {}, handTimer(), () => {}).opened;
    end.tell('disconnect', undefined, false);
    expect(await made).toMatchObject({ ok: false, refusal: { code: 'protocol.unanswered' } });
    end.tell('connect', undefined, true);
    expect(end.of('session:create')).toHaveLength(1);
  });

  test('whoever leaves after it was asked for still has its keys', async () => {
    const end = farEnd();
    const opening = openSession(end.socket, {}, handTimer(), () => {});
    opening.stop();
    const value = { code: CODE, instructor: KEY, projector: 'P'.repeat(22) };
    end.sent.at(-1)?.answer({ ok: true, value });
    expect(await opening.opened).toEqual({ ok: true, value });
  });
});
