import { describe, expect, test } from 'vitest';
import { RETRY_BEATS } from '../../server/hosting/journal-writer.ts';
import { catchUp, openClass, rowsOf, startMatch } from './support/match.ts';
import { Player } from './support/player.ts';
import { BrokenStore, HeldStore } from './support/stores.ts';
import { openServer } from './support/test-server.ts';

const SCRUB = { host: 1, policy: 'on-free' };

/** What has come over the wire, for a comparison before and after. */
const heardOf = (players: readonly Player[]) =>
  players.map(({ heard }) =>
    heard.filter((what) => what.startsWith('match:') || what.includes('order')),
  );

async function withHeldStore() {
  const store = new HeldStore();
  const server = await openServer({ store });
  const players = await startMatch(server);
  // Something the store has nothing to do with, answered after everything sent before it.
  const settled = async () => {
    for (const player of Object.values(players)) await player.say('nothing', {});
  };
  /** Beats that do not wait for the store. */
  const beats = (count: number) => {
    const started: Promise<void>[] = [];
    for (let i = 0; i < count; i += 1) started.push(server.beats(1));
    return Promise.all(started);
  };
  return { store, server, players, settled, beats };
}

describe('while the store has not answered', () => {
  test('no answer and no view leaves; when it has, both do, the answer first', async () => {
    const { store, server, players, settled, beats } = await withHeldStore();
    const { hong, kim } = players;
    store.held = true;
    const before = heardOf([hong, kim]);
    const reply = hong.order(1, 'scrub-policy', SCRUB);
    await settled();
    const waiting = beats(8);
    await settled();
    expect(store.waiting).toBe(1);
    expect(server.authorities[0]?.tick).toBeGreaterThan(1);
    expect(heardOf([hong, kim])).toEqual(before);
    store.held = false;
    store.release();
    await waiting;
    expect((await reply).ok).toBe(true);
    await catchUp(server, hong, kim);
    const after = hong.heard.slice(hong.heard.lastIndexOf('answer match:order'));
    expect(after).toContain('match:frame');
    expect(rowsOf(kim.view)).toEqual(rowsOf(server.authorities[0]?.projection));
  });

  test('no act of the instructor that goes into the world is answered', async () => {
    const { store, server, players, settled, beats } = await withHeldStore();
    const { desk, hong } = players;
    store.held = true;
    let answered = false;
    const act = desk.act({ kind: 'go-live' }).finally(() => {
      answered = true;
    });
    await hong.say('nothing', {});
    const waiting = beats(8);
    await settled();
    expect(answered).toBe(false);
    store.held = false;
    store.release();
    await waiting;
    expect((await server.until(act)).ok).toBe(true);
    const put = store.rows.flatMap(({ inputs }) => inputs).filter(({ kind }) => kind === 'time');
    expect(put).toHaveLength(1);
  });

  test('no one who comes back is shown a tick that is not durable', async () => {
    const { store, server, players, settled, beats } = await withHeldStore();
    const { hong, kim } = players;
    store.held = true;
    void hong.order(1, 'scrub-policy', SCRUB).catch(() => undefined);
    await settled();
    const waiting = beats(8);
    const back = new Player(server.url);
    await back.resume(kim.token, -1);
    const late = new Player(server.url);
    const joined = late.join(hong.code, '이');
    await back.say('nothing', {});
    expect(back.patches).toEqual([]);
    expect(back.seatStates).toEqual([]);
    store.held = false;
    store.release();
    await joined;
    await waiting;
    await catchUp(server, back, late, hong);
    expect(rowsOf(back.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    expect(rowsOf(late.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    expect(back.patches[0]?.[1]).toBe(-1);
  });

  test('match time is held back after a second, and at most two ticks are made up', async () => {
    const { store, server, beats } = await withHeldStore();
    store.held = true;
    const from = server.authorities[0]?.tick ?? 0;
    const waiting = beats(80);
    const held = server.authorities[0]?.tick ?? 0;
    expect(held - from).toBeGreaterThanOrEqual(5);
    expect(held - from).toBeLessThanOrEqual(7);
    store.held = false;
    store.release();
    await waiting;
    await server.beats(4);
    expect((server.authorities[0]?.tick ?? 0) - held).toBe(3);
    await server.beats(4);
    expect((server.authorities[0]?.tick ?? 0) - held).toBe(4);
    const ticks = store.rows.map(({ tick }) => tick);
    expect(ticks).toEqual(ticks.map((_, i) => i + 1));
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/hyperward_slips_total [1-9]/);
  });
});

describe('when the store refuses', () => {
  test('the same rows are tried again, and all goes on as if nothing had been', async () => {
    const store = new BrokenStore();
    const server = await openServer({ store });
    const { hong, kim } = await startMatch(server);
    store.broken = true;
    const before = heardOf([hong, kim]);
    const reply = hong.order(1, 'scrub-policy', SCRUB);
    await hong.say('nothing', {});
    await server.beats(12);
    await hong.say('nothing', {});
    await kim.say('nothing', {});
    expect(store.tries).toBeGreaterThan(5);
    expect(heardOf([hong, kim])).toEqual(before);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(503);
    store.broken = false;
    await server.beats(4);
    expect((await reply).ok).toBe(true);
    const ticks = store.commits.flat().map(({ tick }) => tick);
    expect(ticks).toEqual(ticks.map((_, i) => i + 1));
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('for three seconds, the match is closed: nothing of it leaves, and waiting orders are refused', async () => {
    const store = new BrokenStore();
    const server = await openServer({ store });
    const { hong, kim } = await startMatch(server);
    store.broken = true;
    const frames = hong.patches.length;
    const reply = hong.order(1, 'scrub-policy', SCRUB);
    await hong.say('nothing', {});
    await server.beats(RETRY_BEATS + 8);
    expect(await reply).toEqual({ ok: false, refusal: { code: 'protocol.internal', facts: {} } });
    await kim.when(() => kim.state?.phase === 'closed');
    expect(hong.patches).toHaveLength(frames);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ matches: 0 });
  });

  test('people are refused, not lost: the name is free again afterwards', async () => {
    class NoSeats extends BrokenStore {
      override async saveSeat(): Promise<void> {
        if (this.broken) throw new Error('the disk is full');
      }
    }
    const store = new NoSeats();
    const server = await openServer({ store });
    const { desk } = await openClass(server, {}, ['홍길동']);
    store.broken = true;
    const kim = new Player(server.url);
    const join = { code: desk.code, nickname: '김', ticket: null };
    expect(await kim.ask('session:join', join)).toMatchObject({
      refusal: { code: 'protocol.internal' },
    });
    store.broken = false;
    expect((await kim.ask('session:join', join)).ok).toBe(true);
  });
});

describe('one match', () => {
  test('whose rules fail is closed alone: the others do not notice', async () => {
    const server = await openServer();
    const { hong } = await startMatch(server);
    const { kim } = await startMatch(server);
    const [broken] = server.authorities;
    if (!broken) throw new Error('no match');
    broken.step = () => {
      throw new Error('a rule failed');
    };
    await server.until(hong.when(() => hong.state?.phase === 'closed'));
    const reply = await server.until(kim.order(1, 'scrub-policy', SCRUB));
    expect(reply.ok).toBe(true);
    expect(server.log.errors.some((line) => line.includes('a rule failed'))).toBe(true);
  });
});
