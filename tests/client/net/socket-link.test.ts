import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { LinkEvents, LinkStatus } from '../../../client/net/link.ts';
import { recallSeat, recentSeats } from '../../../client/net/seat-memory.ts';
import { createSocketLink } from '../../../client/net/socket-link.ts';
import { isOutdated } from '../../../client/net/socket-port.ts';
import { forgetfulShelf } from '../../../client/storage.ts';
import type { Reply, Welcome } from '../../../shared/protocol/server.ts';
import { CODE, person, sessionWith } from '../support/class-fixture.ts';
import { farEnd } from '../support/far-end.ts';

const WELCOME: Welcome = {
  token: 'T'.repeat(22),
  rejoin: [3, 9, 41],
  seat: 2,
  orders: 0,
  session: sessionWith([person(2, '김')], { phase: 'live' }),
};
const JOIN = {
  kind: 'join',
  code: CODE,
  nickname: '김',
  ticket: null,
  token: 'K'.repeat(32),
} as const;

function open(recent = forgetfulShelf()) {
  const end = farEnd();
  const statuses: LinkStatus[] = [];
  const ignore = (): void => {};
  const frames: string[] = [];
  const said: unknown[] = [];
  const events: LinkEvents = {
    frame: () => frames.push('blue'),
    red: () => frames.push('red'),
    seat: ignore,
    seated: (seat, rejoin) => said.push({ seat, rejoin }),
    looks: (looks) => said.push(looks),
    word: (word) => said.push(word),
    session: ignore,
    debrief: ignore,
    pace: ignore,
    status: (status) => statuses.push(status),
  };
  const shelf = forgetfulShelf();
  const due: (() => void)[] = [];
  const link = createSocketLink({
    socket: end.socket,
    events,
    shelf,
    recent,
    now: () => 1000,
    after: (_ms, run) => due.push(run),
    online: () => true,
    lastTick: () => 41,
  });
  return { ...end, link, shelf, recent, statuses, frames, said, due };
}

const settle = () => setImmediate();

async function seated(welcome = WELCOME) {
  const far = open();
  const entered = far.link.enter(JOIN);
  await settle();
  far.sent.at(-1)?.answer({ ok: true, value: welcome } satisfies Reply<Welcome>);
  await entered;
  return far;
}

describe('a line that does not come about', () => {
  test('says what is wrong until it stands, and goes on by itself', async () => {
    const far = await seated();
    far.tell('disconnect', undefined, false);
    far.tell('connect_error', { message: 'xhr poll error', description: 0 });
    expect(far.statuses.at(-1)).toEqual({ kind: 'dropped', since: 1000, trouble: 'unreachable' });
    far.tell('connect', undefined, true);
    expect(far.statuses.at(-1)).toEqual({ kind: 'dropped', since: 1000 });
    far.sent.at(-1)?.answer({ ok: true, value: WELCOME });
    await settle();
    expect(far.statuses.at(-1)).toEqual({ kind: 'online' });
  });

  test('a join that is not answered says so, and can be tried again without a second seat', async () => {
    const far = open();
    const entered = far.link.enter(JOIN);
    await settle();
    for (const run of far.due.splice(0)) run();
    expect(far.statuses.at(-1)).toEqual({ kind: 'connecting', trouble: 'silent' });
    far.link.retry();
    const tokens = far.of('session:join').map(({ payload }) => payload);
    expect(tokens).toEqual([tokens[0], tokens[0]]);
    far.sent.at(-1)?.answer({ ok: true, value: WELCOME });
    expect((await entered).ok).toBe(true);
  });
});

describe('a line that breaks', () => {
  test('what was not answered is sent again with the same number, once the seat is back', async () => {
    const far = await seated();
    const reply = far.link.order('scrub-frames', { host: 1 });
    far.tell('disconnect', undefined, false);
    expect(far.statuses.at(-1)).toEqual({ kind: 'dropped', since: 1000 });
    const meanwhile = far.link.order('stop-vm', { vm: 3 });
    expect(far.of('match:order')).toHaveLength(1);

    far.tell('connect', undefined, true);
    const resume = far.sent.at(-1);
    expect(resume).toMatchObject({
      event: 'session:resume',
      payload: { token: WELCOME.token, tick: 41 },
    });
    expect(far.of('match:order')).toHaveLength(1);
    resume?.answer({ ok: true, value: WELCOME });
    await settle();
    expect(far.of('match:order').map(({ payload }) => payload)).toMatchObject([
      { n: 1 },
      { n: 1 },
      { n: 2 },
    ]);

    for (const { answer } of far.of('match:order').slice(1))
      answer({ ok: true, value: { tick: 44 } });
    expect(await reply).toEqual({ ok: true, value: { tick: 44 } });
    expect(await meanwhile).toEqual({ ok: true, value: { tick: 44 } });
  });

  test('a server that cannot take one back yet is asked again, and the seat is not given up', async () => {
    const far = await seated();
    far.tell('disconnect', undefined, false);
    far.tell('connect', undefined, true);
    far.sent.at(-1)?.answer({
      ok: false,
      refusal: { code: 'session.too-many-guesses', facts: { waitMs: 5000 } },
    });
    await settle();
    expect(far.statuses.at(-1)?.kind).toBe('dropped');
    expect(recallSeat(far.shelf, CODE)?.token).toBe(WELCOME.token);
    for (const run of far.due) run();
    far.sent.at(-1)?.answer({ ok: true, value: WELCOME });
    await settle();
    expect(far.statuses.at(-1)).toEqual({ kind: 'online' });
  });

  test('a seat that is gone for good is said to be lost, and nothing waits any longer', async () => {
    const far = await seated();
    const reply = far.link.order('scrub-frames', { host: 1 });
    far.tell('disconnect', undefined, false);
    far.tell('connect', undefined, true);
    far.sent.at(-1)?.answer({ ok: false, refusal: { code: 'session.seat-unknown', facts: {} } });
    expect((await reply).ok).toBe(false);
    expect(far.statuses.at(-1)?.kind).toBe('lost');
    expect(recallSeat(far.shelf, CODE)).toBeNull();
    expect(recentSeats(far.recent, CODE)).toEqual([]);
  });
});

test('a line that breaks before one is let in does not leave one outside', async () => {
  const far = open();
  const entered = far.link.enter(JOIN);
  await settle();
  expect(far.sent).toHaveLength(1);
  far.tell('disconnect', undefined, false);
  far.tell('connect', undefined, true);
  await settle();
  expect(far.sent.map(({ event }) => event)).toEqual(['session:join', 'session:join']);
  // The same key again: if the first got there, this one is the same join.
  expect(far.sent[1]?.payload).toEqual(far.sent[0]?.payload);
  far.sent.at(-1)?.answer({ ok: true, value: WELCOME });
  expect((await entered).ok).toBe(true);
  expect(far.statuses.at(-1)).toEqual({ kind: 'online' });
});

test('whoever asks for something else is told that the line broke', async () => {
  const far = await seated();
  const asked = far.link.team?.chooseTeam(2);
  far.tell('disconnect', undefined, false);
  expect(await asked).toMatchObject({ ok: false, refusal: { code: 'protocol.unanswered' } });
});

test('another tab takes the seat; taking it back leaves a gap in the numbers', async () => {
  const far = await seated();
  far.tell('seat:elsewhere');
  expect(far.statuses.at(-1)).toEqual({ kind: 'elsewhere' });
  far.link.takeBack();
  far.sent.at(-1)?.answer({ ok: true, value: WELCOME });
  await settle();
  expect(far.statuses.at(-1)).toEqual({ kind: 'online' });
  void far.link.order('stop-vm', { vm: 1 });
  const order = far.of('match:order').at(-1)?.payload as { readonly n: number };
  expect(order.n).toBeGreaterThan(1000);
});

test('without a remembered seat there is nothing to come back to', async () => {
  const far = open();
  const reply = await far.link.enter({ kind: 'resume', code: CODE });
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'session.no-seat' } });
  expect(far.sent).toHaveLength(0);
});

test('on another device orders count on from those that the seat has given', async () => {
  const far = open();
  const entered = far.link.enter({ kind: 'rejoin', code: CODE, rejoin: [3, 9, 41] });
  await settle();
  expect(far.sent.at(-1)).toMatchObject({
    event: 'session:rejoin',
    payload: { code: CODE, rejoin: [3, 9, 41] },
  });
  far.sent.at(-1)?.answer({ ok: true, value: { ...WELCOME, orders: 57 } });
  expect((await entered).ok).toBe(true);
  void far.link.order('stop-vm', { vm: 1 });
  expect(far.of('match:order').at(-1)?.payload).toMatchObject({ n: 58 });
  expect(recallSeat(far.shelf, CODE)?.next).toBe(59);
});

test('a seat of another tab is come back to by what this browser remembers of it', async () => {
  const far = await seated();
  const [way] = recentSeats(far.recent, CODE);
  expect(way).toEqual({ code: CODE, token: WELCOME.token, seat: 2, nickname: '김', next: 1 });
  const other = open();
  void other.link.enter({ kind: 'resume', code: CODE, ...(way ? { seat: way } : {}) });
  await settle();
  expect(other.sent.at(-1)).toMatchObject({
    event: 'session:resume',
    payload: { token: WELCOME.token },
  });
});

test('the ticket of the projected code goes along, and a wrong rejoin code leaves nothing behind', async () => {
  const far = open();
  void far.link.enter({ ...JOIN, ticket: 'now' });
  await settle();
  const { kind: _, ...join } = JOIN;
  expect(far.sent.at(-1)?.payload).toEqual({ ...join, ticket: 'now' });
  const other = open();
  const entered = other.link.enter({ kind: 'rejoin', code: CODE, rejoin: [0, 0, 0] });
  await settle();
  other.sent.at(-1)?.answer({ ok: false, refusal: { code: 'session.wrong-key', facts: {} } });
  expect((await entered).ok).toBe(false);
  expect(recallSeat(other.shelf, CODE)).toBeNull();
  expect(other.socket.connected).toBe(false);
});

test('whoever is removed is told so, waits for nothing, and is offered the seat no more', async () => {
  const far = await seated();
  const reply = far.link.order('stop-vm', { vm: 1 });
  far.tell('seat:removed');
  expect((await reply).ok).toBe(false);
  expect(far.statuses.at(-1)).toEqual({ kind: 'removed' });
  expect(recallSeat(far.shelf, CODE)).toBeNull();
  expect(recentSeats(far.recent, CODE)).toEqual([]);
});

test('a browser whose seat was taken away comes in by that key and no other, until it is let in', async () => {
  const far = await seated();
  far.tell('seat:removed');
  const { link, ...again } = open(far.recent);
  void link.enter({ ...JOIN, token: 'N'.repeat(32) });
  await settle();
  expect(again.sent.at(-1)?.payload).toMatchObject({ token: WELCOME.token });
  again.sent.at(-1)?.answer({ ok: true, value: WELCOME });
  await settle();
  const later = open(far.recent);
  void later.link.enter({ ...JOIN, token: 'N'.repeat(32) });
  await settle();
  expect(later.sent.at(-1)?.payload).toMatchObject({ token: 'N'.repeat(32) });
});

test('the instructor may change a name, and this browser remembers the new one', async () => {
  const far = await seated();
  far.tell('session:state', sessionWith([person(2, '홍길동')]));
  expect(recentSeats(far.recent, CODE)[0]?.nickname).toBe('홍길동');
});

test('an order is for the match in which it was given, however late it is sent', async () => {
  const far = await seated();
  const live = (placeKey: number) =>
    sessionWith([person(2, '김', { place: 1, placeKey })], { phase: 'live' });
  far.tell('session:state', live(71));
  far.tell('disconnect', undefined, false);
  void far.link.order('stop-vm', { vm: 1 });
  far.tell('connect', undefined, true);
  far.sent.at(-1)?.answer({ ok: true, value: { ...WELCOME, session: live(72) } });
  await settle();
  void far.link.order('stop-vm', { vm: 2 });
  expect(far.of('match:order').map(({ payload }) => payload)).toMatchObject([
    { n: 1, placeKey: 71 },
    { n: 2, placeKey: 72 },
  ]);
});

test('a session that is closed keeps its seats, to be read, and lets go when it is deleted', async () => {
  const far = await seated();
  const closed = (retentionHours: number) =>
    sessionWith([person(2, '김')], { phase: 'closed', retentionHours });
  far.tell('session:state', closed(3));
  expect(far.statuses.at(-1)).toEqual({ kind: 'online' });
  expect(recentSeats(far.recent, CODE)).toHaveLength(1);
  far.tell('session:state', closed(0));
  expect(far.statuses.at(-1)).toEqual({ kind: 'closed' });
  expect(far.socket.connected).toBe(false);
  expect(recentSeats(far.recent, CODE)).toEqual([]);
});

test('frames of both sides, looks and words come in; words go out only from a seat', async () => {
  const far = await seated();
  far.tell('match:frame', new Uint8Array([1]));
  far.tell('match:red', new Uint8Array([1]));
  expect(far.frames).toEqual(['blue', 'red']);
  const looks = [{ seat: 2, looking: 'vms/3' }];
  const word = { kind: 'notice', text: '5분 남았습니다' };
  far.tell('team:looks', looks);
  far.tell('team:word', word);
  expect(far.said).toEqual([{ seat: 2, rejoin: [3, 9, 41] }, looks, word]);
  void far.link.team?.ping('vms/3', 'danger');
  expect(far.sent.at(-1)).toMatchObject({
    event: 'team:ping',
    payload: { subject: 'vms/3', ping: 'danger' },
  });
  far.tell('disconnect', undefined, false);
  expect(await far.link.team?.say('thanks', null)).toMatchObject({ ok: false });
  expect(far.sent.at(-1)?.event).toBe('team:ping');
});

test('a server that answers 426 means that this page is old', async () => {
  const far = open();
  void far.link.enter(JOIN);
  far.tell('connect_error', Object.assign(new Error('xhr poll error'), { description: 426 }));
  expect(far.statuses.at(-1)).toEqual({ kind: 'outdated' });
  expect(isOutdated(new Error('timeout'))).toBe(false);
});
