import { describe, expect, test } from 'vitest';
import { SOCKET_PATH } from '../../shared/protocol/limits.ts';
import { DeskClient } from './support/desk.ts';
import { openHouse } from './support/house.ts';
import { bustle, rowsOf, startMatch } from './support/match.ts';
import { openProxy } from './support/no-upgrade-proxy.ts';
import type { Player } from './support/player.ts';

describe('a whole match', () => {
  test('is played over long polling alone', async () => {
    const house = await openHouse();
    const { hong, kim } = await startMatch(house, 'short', ['polling']);
    await bustle(house, kim, 4);
    await house.until(Promise.all([hong, kim].map((p) => p.when(() => p.debriefs.length > 0))));
    expect(hong.socket.io.engine.transport.name).toBe('polling');
    expect(rowsOf(hong.view)).toEqual(rowsOf(house.authorities[0]?.projection));
    expect(kim.view).toEqual(hong.view);
  });

  test('is played through a proxy that rejects every upgrade', async () => {
    const house = await openHouse();
    const proxy = await openProxy(house.port);
    const { hong, kim } = await startMatch({ ...house, url: proxy.url }, 'short', [
      'polling',
      'websocket',
    ]);
    await bustle(house, kim, 4);
    await house.until(Promise.all([hong, kim].map((p) => p.when(() => p.debriefs.length > 0))));
    expect(proxy.refused()).toBeGreaterThan(0);
    expect(kim.socket.io.engine.transport.name).toBe('polling');
    expect(kim.view).toEqual(hong.view);
    expect(rowsOf(hong.view)).toEqual(rowsOf(house.authorities[0]?.projection));
  });

  test('goes on when a line changes from polling to a websocket in the middle', async () => {
    const house = await openHouse();
    const { hong } = await startMatch(house, 'vacated-seat', ['polling', 'websocket']);
    const { engine } = hong.socket.io;
    await house.until(hong.when(() => engine.transport.name === 'websocket' || bumped(hong)));
    await bustle(house, hong, 4);
    expect(engine.transport.name).toBe('websocket');
    expect(rowsOf(hong.view)).toEqual(rowsOf(house.authorities[0]?.projection));
  });
});

/** Nothing is heard when a transport changes, so something is said until it has. */
function bumped(player: Player): boolean {
  void player.ask('match:look', { subject: null });
  return false;
}

describe('a socket', () => {
  test('is not opened for a page of another site', async () => {
    const house = await openHouse();
    const ask = (origin: string | null) =>
      fetch(`${house.url}${SOCKET_PATH}/?EIO=4&transport=polling`, {
        headers: origin === null ? {} : { origin },
      });
    expect((await ask('http://evil.example')).status).toBe(403);
    expect((await ask('null')).status).toBe(403);
    expect((await ask(house.url)).status).toBe(200);
    expect((await ask(null)).status).toBe(200);
  });

  test('is opened for a configured origin', async () => {
    const house = await openHouse({}, { origins: ['https://play.example'] });
    const answer = await fetch(`${house.url}${SOCKET_PATH}/?EIO=4&transport=polling`, {
      headers: { origin: 'https://play.example' },
    });
    expect(answer.status).toBe(200);
  });

  test('is closed with the server, within a second', async () => {
    const house = await openHouse();
    const player = new DeskClient(house.url);
    await player.create();
    const from = performance.now();
    await house.app.close();
    await player.whenHeard('disconnect');
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
