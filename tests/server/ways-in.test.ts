import { describe, expect, test } from 'vitest';
import { SOCKET_PATH } from '../../shared/protocol/limits.ts';
import { DeskClient } from './support/desk.ts';
import { bustle, rowsOf, startMatch } from './support/match.ts';
import { openProxy } from './support/no-upgrade-proxy.ts';
import type { Player } from './support/player.ts';
import { openServer } from './support/test-server.ts';

describe('a whole match', () => {
  test('is played over long polling alone', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server, 'short', ['polling']);
    await bustle(server, kim, 4);
    await server.until(Promise.all([hong, kim].map((p) => p.when(() => p.debriefs.length > 0))));
    expect(hong.socket.io.engine.transport.name).toBe('polling');
    expect(rowsOf(hong.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    expect(kim.view).toEqual(hong.view);
  });

  test('is played through a proxy that rejects every upgrade', async () => {
    const server = await openServer();
    const proxy = await openProxy(server.port);
    const { hong, kim } = await startMatch({ ...server, url: proxy.url }, 'short', [
      'polling',
      'websocket',
    ]);
    await bustle(server, kim, 4);
    await server.until(Promise.all([hong, kim].map((p) => p.when(() => p.debriefs.length > 0))));
    expect(proxy.refused()).toBeGreaterThan(0);
    expect(kim.socket.io.engine.transport.name).toBe('polling');
    expect(kim.view).toEqual(hong.view);
    expect(rowsOf(hong.view)).toEqual(rowsOf(server.authorities[0]?.projection));
  });

  test('goes on when a line changes from polling to a websocket in the middle', async () => {
    const server = await openServer();
    const { hong } = await startMatch(server, 'vacated-seat', ['polling', 'websocket']);
    const { engine } = hong.socket.io;
    await server.until(hong.when(() => engine.transport.name === 'websocket' || bumped(hong)));
    await bustle(server, hong, 4);
    expect(engine.transport.name).toBe('websocket');
    expect(rowsOf(hong.view)).toEqual(rowsOf(server.authorities[0]?.projection));
  });
});

/** Nothing is heard when a transport changes, so something is said until it has. */
function bumped(player: Player): boolean {
  void player.ask('match:look', { subject: null });
  return false;
}

describe('a socket', () => {
  test('is not opened for a page of another site', async () => {
    const server = await openServer();
    const ask = (origin: string | null) =>
      fetch(`${server.url}${SOCKET_PATH}/?EIO=4&transport=polling`, {
        headers: origin === null ? {} : { origin },
      });
    expect((await ask('http://evil.example')).status).toBe(403);
    expect((await ask('null')).status).toBe(403);
    expect((await ask(server.url)).status).toBe(200);
    expect((await ask(null)).status).toBe(200);
  });

  test('is opened for a configured origin', async () => {
    const server = await openServer({}, { origins: ['https://play.example'] });
    const answer = await fetch(`${server.url}${SOCKET_PATH}/?EIO=4&transport=polling`, {
      headers: { origin: 'https://play.example' },
    });
    expect(answer.status).toBe(200);
  });

  test('is closed with the server, within a second', async () => {
    const server = await openServer();
    const player = new DeskClient(server.url);
    await player.create();
    const from = performance.now();
    await server.app.close();
    await player.whenHeard('disconnect');
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
