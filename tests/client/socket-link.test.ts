import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { LinkEvents, LinkStatus } from '../../client/net/link.ts';
import { createSocketLink } from '../../client/net/socket-link.ts';
import { isOutdated, type SocketPort } from '../../client/net/socket-port.ts';
import { forgetfulShelf } from '../../client/state/storage.ts';
import type { Reply, Welcome } from '../../shared/protocol/server.ts';

const CODE = 'K73QMA';
const WELCOME: Welcome = {
  token: 'T'.repeat(22),
  seat: 2,
  session: { code: CODE, phase: 'live', scenario: 'vacated-seat', roster: [], retentionHours: 24 },
};

interface Sent {
  readonly event: string;
  readonly payload: unknown;
  readonly answer: (value: unknown) => void;
}

/** The far end of a socket, played by hand: what was sent, and when the line stands. */
function farEnd() {
  const listeners = new Map<string, (value: unknown) => void>();
  const sent: Sent[] = [];
  const socket = {
    connected: false as boolean,
    on: (event: string, listener: (value: unknown) => void) => listeners.set(event, listener),
    emit: (event: string, payload: unknown, answer: (value: unknown) => void) =>
      sent.push({ event, payload, answer }),
    connect: () => tell('connect', undefined, true),
    disconnect: () => tell('disconnect', undefined, false),
  } satisfies SocketPort;
  const tell = (event: string, value?: unknown, connected?: boolean): void => {
    if (connected !== undefined) socket.connected = connected;
    listeners.get(event)?.(value);
  };
  const orders = () => sent.filter(({ event }) => event === 'match:order');
  return { socket, sent, tell, orders };
}

function open() {
  const end = farEnd();
  const statuses: LinkStatus[] = [];
  const ignore = (): void => {};
  const events: LinkEvents = {
    frame: ignore,
    seat: ignore,
    seated: ignore,
    session: ignore,
    debrief: ignore,
    pace: ignore,
    status: (status) => statuses.push(status),
  };
  const shelf = forgetfulShelf();
  const link = createSocketLink({
    socket: end.socket,
    events,
    shelf,
    now: () => 1000,
    lastTick: () => 41,
  });
  return { ...end, link, shelf, statuses };
}

const settle = () => setImmediate();

async function seated() {
  const far = open();
  const entered = far.link.enter({ kind: 'join', code: CODE, nickname: '김' });
  await settle();
  far.sent.at(-1)?.answer({ ok: true, value: WELCOME } satisfies Reply<Welcome>);
  await entered;
  return far;
}

describe('a line that breaks', () => {
  test('what was not answered is sent again with the same number, once the seat is back', async () => {
    const far = await seated();
    const reply = far.link.order('scrub-frames', { host: 1 });
    far.tell('disconnect', undefined, false);
    expect(far.statuses.at(-1)).toEqual({ kind: 'dropped', since: 1000 });
    const meanwhile = far.link.order('stop-vm', { vm: 3 });
    expect(far.orders()).toHaveLength(1);

    far.tell('connect', undefined, true);
    const resume = far.sent.at(-1);
    expect(resume).toMatchObject({
      event: 'session:resume',
      payload: { token: WELCOME.token, tick: 41 },
    });
    expect(far.orders()).toHaveLength(1);
    resume?.answer({ ok: true, value: WELCOME });
    await settle();
    expect(far.orders().map(({ payload }) => payload)).toMatchObject([
      { n: 1 },
      { n: 1 },
      { n: 2 },
    ]);

    for (const { answer } of far.orders().slice(1)) answer({ ok: true, value: { tick: 44 } });
    expect(await reply).toEqual({ ok: true, value: { tick: 44 } });
    expect(await meanwhile).toEqual({ ok: true, value: { tick: 44 } });
  });

  test('a seat that is gone for good is said to be lost, and nothing waits any longer', async () => {
    const far = await seated();
    const reply = far.link.order('scrub-frames', { host: 1 });
    far.tell('disconnect', undefined, false);
    far.tell('connect', undefined, true);
    far.sent.at(-1)?.answer({ ok: false, refusal: { code: 'session.seat-unknown', facts: {} } });
    expect((await reply).ok).toBe(false);
    expect(far.statuses.at(-1)?.kind).toBe('lost');
  });
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
  const order = far.orders().at(-1)?.payload as { readonly n: number };
  expect(order.n).toBeGreaterThan(1000);
});

test('without a remembered seat there is nothing to come back to', async () => {
  const far = open();
  const reply = await far.link.enter({ kind: 'resume', code: CODE });
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'session.no-seat' } });
  expect(far.sent).toHaveLength(0);
});

test('a server that answers 426 means that this page is old', async () => {
  const far = open();
  void far.link.enter({ kind: 'join', code: CODE, nickname: '김' });
  far.tell('connect_error', Object.assign(new Error('xhr poll error'), { description: 426 }));
  expect(far.statuses.at(-1)).toEqual({ kind: 'outdated' });
  expect(isOutdated(new Error('timeout'))).toBe(false);
});
