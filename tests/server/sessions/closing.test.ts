import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../../server/store/memory.ts';
import { DeskClient } from '../support/desk.ts';
import { openClass } from '../support/match.ts';
import { Player } from '../support/player.ts';
import { openServer } from '../support/test-server.ts';

const HOUR_MS = 3_600_000;
const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });

/** A class whose match is over and debriefed, and which is then closed. */
async function closed(store = new MemoryStore()) {
  const server = await openServer({ store });
  const { desk, players } = await openClass(server, { scenario: 'short' });
  const [hong, kim] = players as [Player, Player];
  await desk.start();
  await server.until(Promise.all(players.map((one) => one.when(() => one.debriefs.length > 0))));
  await desk.does({ kind: 'close' });
  await server.until(hong.when(() => hong.state?.phase === 'closed'));
  return { server, store, desk, hong, kim };
}

describe('a class that is closed', () => {
  test('keeps debriefs and results for those who were there, on any device', async () => {
    const { server, desk, hong, kim } = await closed();
    const again = new Player(server.url);
    await again.resume(hong.token, -1);
    await again.when(() => again.debriefs.length > 0 && again.view !== null);
    expect(again.state?.phase).toBe('closed');
    const elsewhere = new Player(server.url);
    await elsewhere.rejoin(desk.code, kim.rejoinCode);
    await elsewhere.when(() => elsewhere.debriefs.length > 0);
    const results = new DeskClient(server.url);
    await results.open('console', desk.code, desk.instructor);
    expect(results.desk?.worlds.map(({ result }) => typeof result?.total)).toEqual(['number']);
    await results.ask('desk:watch', { world: 1, eyes: 'blue' });
    await results.when(() => results.debriefs.length > 0);
  });

  test('keeps them over a restart of the server', async () => {
    const { store, desk, hong } = await closed();
    const server = await openServer({ store });
    const again = new Player(server.url);
    await again.resume(hong.token, -1);
    await again.when(() => again.debriefs.length > 0);
    const results = new DeskClient(server.url);
    await results.open('console', desk.code, desk.instructor);
    expect(results.desk?.worlds).toHaveLength(1);
  });

  test('lets nobody new in, says why, and has nothing more done to it', async () => {
    const { server, desk, hong } = await closed();
    const late = new Player(server.url);
    expect(
      await late.ask('session:join', { code: desk.code, nickname: '늦은 이', ticket: null }),
    ).toEqual(refusal('session.over'));
    const closedNow = refusal('session.not-now', { phase: 'closed' });
    expect(await desk.act({ kind: 'again' })).toEqual(closedNow);
    expect(await desk.act({ kind: 'start', sameSeed: true })).toEqual(closedNow);
    expect(await hong.order(1, 'scrub-policy', { host: 1, policy: 'on-free' })).toEqual(closedNow);
  });

  test('is deleted at its time, which reading does not put off, and says how long that is', async () => {
    const { server, desk, hong } = await closed();
    expect(hong.state?.retentionHours).toBe(24);
    server.clock.ms += 22.5 * HOUR_MS;
    const again = new Player(server.url);
    await again.resume(hong.token, -1);
    expect(again.state?.retentionHours).toBe(2);
    server.clock.ms += 1.6 * HOUR_MS;
    await server.until(again.when(() => again.state?.retentionHours === 0));
    expect(again.state?.phase).toBe('closed');
    const late = new DeskClient(server.url);
    const open = { code: desk.code, key: desk.instructor, as: 'console' } as const;
    expect(await late.ask('desk:open', open)).toEqual(refusal('session.unknown'));
  });

  test('is deleted at once by another act, and whoever is there is told so', async () => {
    const { server, desk, hong } = await closed();
    await desk.does({ kind: 'erase' });
    await hong.when(() => hong.state?.retentionHours === 0);
    const again = new Player(server.url);
    expect(await again.ask('session:resume', { token: hong.token, tick: -1 })).toEqual(
      refusal('session.seat-unknown'),
    );
  });

  test('has nothing to be read of a match that was not played to its end', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server);
    const [hong] = players as [Player];
    await desk.start();
    await desk.does({ kind: 'close' });
    await server.until(hong.when(() => hong.state?.phase === 'closed'));
    await server.until(desk.when(() => desk.desk?.session.phase === 'closed'));
    expect(desk.desk?.worlds).toEqual([]);
    expect(hong.debriefs).toEqual([]);
  });
});
