import { describe, expect, test } from 'vitest';
import { RING } from '../../shared/protocol/limits.ts';
import { ROLE_NAMES } from '../../shared/world/people/seat.ts';
import { bustle, catchUp, openClass, rowsOf, startMatch } from './support/match.ts';
import { Player } from './support/player.ts';
import { HeldStore } from './support/stores.ts';
import { openServer } from './support/test-server.ts';

const SCRUB = { host: 1, policy: 'on-free' };

describe('a match', () => {
  test('is seen alike by everyone, and as its authority sees it', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    await bustle(server, hong, 6);
    await catchUp(server, kim);
    expect(rowsOf(hong.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    expect(kim.view).toEqual(hong.view);
    expect(hong.patches.length).toBeGreaterThan(5);
    expect(hong.seatStates.at(-1)).toMatchObject({ seat: 1, hands: { all: 4, used: 0 } });
  });

  test('answers an order with its tick, and shows the job to both', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    const reply = await server.until(hong.order(1, 'scrub-policy', SCRUB));
    expect(reply).toEqual({ ok: true, value: { tick: expect.any(Number) } });
    await server.until(kim.when(() => kim.view?.tables.jobs.some((job) => job !== null) === true));
    const job = kim.view?.tables.jobs.find((row) => row !== null);
    expect(job).toMatchObject({ command: 'scrub-policy', args: SCRUB, seat: 1 });
    expect(job?.startedAt).toBe(reply.ok ? reply.value.tick : -1);
  });

  test('answers an order that the rules refuse with the rule', async () => {
    const server = await openServer();
    const { hong } = await startMatch(server);
    const replies = await server.until(
      Promise.all([
        hong.order(1, 'scrub-policy', { host: 1, policy: 'never' }),
        hong.order(2, 'scrub-policy', { host: 99, policy: 'on-free' }),
        hong.order(3, 'self-destruct', {}),
        hong.order(4, 'scrub-policy', { host: 'one' }),
      ]),
    );
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code))).toEqual([
      'rule.already-so',
      'rule.no-such-thing',
      'rule.unknown-command',
      'rule.bad-arguments',
    ]);
  });

  test('takes the same number again for the same order', async () => {
    const store = new HeldStore();
    const server = await openServer({ store });
    const { hong } = await startMatch(server);
    const twice = await server.until(
      Promise.all([hong.order(7, 'scrub-policy', SCRUB), hong.order(7, 'scrub-policy', SCRUB)]),
    );
    const later = await server.until(hong.order(7, 'scrub-policy', SCRUB));
    expect(twice[0]?.ok).toBe(true);
    expect(twice[1]).toEqual(twice[0]);
    expect(later).toEqual(twice[0]);
    await catchUp(server, hong);
    expect(hong.view?.tables.jobs.filter((job) => job !== null)).toHaveLength(1);
    const orders = store.rows.flatMap((row) => row.inputs).filter(({ kind }) => kind === 'order');
    expect(orders).toHaveLength(1);
  });

  test('answers an order again over a new line when the first answer was lost', async () => {
    const server = await openServer();
    const { hong } = await startMatch(server);
    void hong.order(1, 'scrub-policy', SCRUB).catch(() => undefined);
    await hong.ask('match:look', { subject: null });
    hong.socket.disconnect();
    await server.beats(8);
    const back = new Player(server.url);
    back.view = hong.view;
    await back.resume(hong.token, hong.view?.tick ?? -1);
    const reply = await server.until(back.order(1, 'scrub-policy', SCRUB));
    expect(reply).toEqual({ ok: true, value: { tick: 2 } });
  });

  test('sends the options of what a seat looks at to that seat, and to the team where it looks', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    const before = kim.seatStates.length;
    await hong.ask('match:look', { subject: 'hosts/1' });
    await server.until(hong.when(() => hong.seatStates.at(-1)?.looking === 'hosts/1'));
    expect(hong.seatStates.at(-1)?.options.map(({ command }) => command)).toContain('scrub-policy');
    const hongLooks = { seat: 1, looking: 'hosts/1' };
    await server.until(kim.when(() => kim.looks.at(-1)?.some(({ seat }) => seat === 1) === true));
    expect(kim.looks.at(-1)).toContainEqual(hongLooks);
    expect(kim.seatStates.slice(before).every(({ looking }) => looking === null)).toBe(true);
  });

  test('lets someone in who comes late', async () => {
    const server = await openServer();
    const { hong } = await startMatch(server);
    await server.beats(100);
    const late = new Player(server.url);
    expect((await late.join(hong.code, '이')).seat).toBe(3);
    await server.until(late.when(() => late.view !== null && late.seatStates.length > 0));
    expect(late.seatStates.at(-1)?.hands?.all).toBe(2);
    const reply = await server.until(late.order(1, 'scrub-policy', SCRUB));
    expect(reply.ok).toBe(true);
    await catchUp(server, late, hong);
    expect(rowsOf(late.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    expect(late.patches[0]?.[1]).toBe(-1);
  });

  test('gives a row to the store for every tick, even for one without inputs', async () => {
    const store = new HeldStore();
    const server = await openServer({ store });
    await startMatch(server);
    await server.beats(80);
    const ticks = store.rows.map(({ tick }) => tick);
    expect(ticks).toEqual(ticks.map((_, i) => i + 1));
    expect(ticks.length).toBeGreaterThanOrEqual(20);
    expect(store.rows[0]?.inputs).toEqual([
      { kind: 'seat', seat: 1, pilot: 'human', side: 'blue', roles: [...ROLE_NAMES] },
      { kind: 'seat', seat: 2, pilot: 'human', side: 'blue', roles: [...ROLE_NAMES] },
    ]);
  });

  test('shares one commit a beat with all the others, a quarter of them on each', async () => {
    const store = new HeldStore();
    const server = await openServer({ store });
    for (let i = 0; i < 8; i += 1) {
      const { desk } = await openClass(server, {}, ['홍길동']);
      await desk.start();
    }
    const perBeat: number[] = [];
    for (let beat = 0; beat < 8; beat += 1) {
      const before = store.rows.length;
      await server.beats(1);
      perBeat.push(store.rows.length - before);
    }
    expect(perBeat).toEqual(perBeat.map(() => 2));
  });

  test('ends in a debrief for everyone, and for whoever comes back to it', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server, 'short');
    await server.until(Promise.all([hong, kim].map((p) => p.when(() => p.debriefs.length > 0))));
    expect(hong.state?.phase).toBe('debrief');
    expect(hong.debriefs[0]).toMatchObject({ scenario: 'short', overAt: 60 });
    expect(kim.debriefs).toEqual(hong.debriefs);
    expect(rowsOf(hong.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    expect(await hong.order(9, 'scrub-policy', SCRUB)).toEqual({
      ok: false,
      refusal: { code: 'rule.match-over', facts: {} },
    });
    const back = new Player(server.url);
    await back.resume(kim.token, -1);
    await back.when(() => back.debriefs.length > 0);
    expect(back.debriefs).toEqual(kim.debriefs);
    expect(back.view).toEqual(kim.view);
  });

  test('is followed by another with the same people and another seed', async () => {
    const server = await openServer();
    const { desk, hong, kim } = await startMatch(server, 'short');
    await server.until(kim.when(() => kim.debriefs.length > 0));
    await desk.does({ kind: 'again' });
    await kim.when(() => kim.state?.phase === 'lobby');
    const [before, tick] = [kim.patches.length, kim.view?.tick ?? -1];
    await desk.start();
    await server.until(kim.when(() => kim.patches.length > before));
    expect(server.authorities).toHaveLength(2);
    expect(kim.patches[before]?.[1]).toBe(-1);
    // A tick of the first match means nothing in the second.
    const back = new Player(server.url);
    await back.resume(hong.token, tick);
    await server.until(back.when(() => back.view !== null));
  });
});

describe('coming back', () => {
  test('brings exactly the missing frames, after the answer', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    await server.beats(40);
    await catchUp(server, kim);
    const has = kim.view;
    const seen = kim.patches.length;
    kim.socket.disconnect();
    await server.until(hong.when(() => hong.state?.roster[1]?.presence === 'dropped'));
    await bustle(server, hong, 6);
    const back = new Player(server.url);
    back.view = has;
    await back.resume(kim.token, has?.tick ?? -1);
    await back.when(() => back.view?.tick === hong.view?.tick);
    expect(back.patches).toEqual(hong.patches.slice(seen));
    expect(back.patches.length).toBeGreaterThan(4);
    expect(rowsOf(back.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    expect(back.heard.indexOf('match:frame')).toBeGreaterThan(
      back.heard.indexOf('answer session:resume'),
    );
    expect(back.seatStates.at(-1)?.seat).toBe(2);
  });

  test('brings a whole view after long, and for a tick that never was', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    await catchUp(server, kim);
    const { tick } = kim.view ?? { tick: 0 };
    kim.socket.disconnect();
    await bustle(server, hong, RING + 2);
    for (const has of [tick, 9_999_999]) {
      const back = new Player(server.url);
      await back.resume(kim.token, has);
      await back.when(() => back.view !== null);
      expect(back.patches[0]?.[1]).toBe(-1);
      expect(rowsOf(back.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    }
    expect(rowsOf(hong.view)).toEqual(rowsOf(server.authorities[0]?.projection));
  });

  test('goes on without a gap: the frames after it follow on those before', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    for (let round = 0; round < 5; round += 1) {
      kim.socket.disconnect();
      await server.beats(round * 7);
      const back = new Player(server.url);
      back.view = kim.view;
      await back.resume(kim.token, kim.view?.tick ?? -1);
      await server.beats(30);
      await catchUp(server, back, hong);
      expect(rowsOf(back.view)).toEqual(rowsOf(server.authorities[0]?.projection));
      kim.view = back.view;
      kim.socket.close();
      back.socket.disconnect();
    }
  });

  test('works within a line as well: a client that lost its place asks for the rest', async () => {
    const server = await openServer();
    const { kim } = await startMatch(server);
    await server.beats(40);
    await catchUp(server, kim);
    kim.view = null;
    expect(await kim.ask('match:sync', { tick: -1 })).toEqual({ ok: true, value: null });
    await kim.when(() => kim.view !== null);
    await server.beats(40);
    await catchUp(server, kim);
    expect(rowsOf(kim.view)).toEqual(rowsOf(server.authorities[0]?.projection));
  });
});
