import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../../server/store/memory.ts';
import { DeskClient } from '../support/desk.ts';
import { openClass } from '../support/match.ts';
import { Player } from '../support/player.ts';
import { openServer, type TestServer } from '../support/test-server.ts';

const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });
const key = (letter: string) => letter.repeat(22);

/** Comes in with a key of its own, as a browser does. */
async function comeIn(server: TestServer, code: string, nickname: string, token: string) {
  const player = new Player(server.url);
  return {
    player,
    reply: await player.ask('session:join', { code, nickname, ticket: null, token }),
  };
}

describe('whoever is removed', () => {
  test('comes in no more by the key of that device, under any name, in any match', async () => {
    const store = new MemoryStore();
    const server = await openServer({ store });
    const { desk } = await openClass(server, { scenario: 'short' });
    const { player, reply } = await comeIn(server, desk.code, '방해꾼', key('a'));
    const seat = reply.ok ? reply.value.seat : 0;
    await desk.does({ kind: 'remove', seat });
    await player.whenHeard('seat:removed');
    const tries = async (at: TestServer) => [
      (await comeIn(at, desk.code, '다른 이름', key('a'))).reply,
      await new Player(at.url).ask('session:resume', { token: key('a'), tick: -1 }),
    ];
    const shut = [refusal('session.removed'), refusal('session.removed')];
    expect(await tries(server)).toEqual(shut);
    await desk.start();
    await server.until(desk.does({ kind: 'end' }));
    await desk.does({ kind: 'again' });
    expect(await tries(server)).toEqual(shut);
    expect(await tries(await openServer({ store }))).toEqual(shut);
    // It is the device that is known, not the person.
    expect((await comeIn(server, desk.code, '방해꾼', key('b'))).reply.ok).toBe(true);
  });

  test('is let in again by the instructor, who may have erred', async () => {
    const server = await openServer();
    const { desk } = await openClass(server);
    const { reply } = await comeIn(server, desk.code, '이', key('a'));
    const seat = reply.ok ? reply.value.seat : 0;
    await desk.does({ kind: 'remove', seat });
    await desk.does({ kind: 'approve', seat, yes: true });
    const again = await comeIn(server, desk.code, '이', key('a'));
    expect(again.reply).toMatchObject({ ok: true, value: { seat } });
    await desk.does({ kind: 'remove', seat });
    await comeIn(server, desk.code, '이', key('b'));
    expect(await desk.act({ kind: 'approve', seat, yes: true })).toEqual(
      refusal('session.name-taken'),
    );
  });
});

describe('whoever has gone', () => {
  test('is cleared from the roster with all who have, and may come in again', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, {}, ['가', '나', '다', '라']);
    const [first, second] = players as [Player, Player];
    for (const gone of players.slice(2)) gone.socket.disconnect();
    const absent = () =>
      desk.desk?.session.roster.filter(({ presence }) => presence === 'dropped').length;
    await server.until(desk.when(() => absent() === 2));
    await desk.does({ kind: 'clear-dropped' });
    await server.until(first.when(() => first.state?.roster[3]?.presence === 'left'));
    expect(first.state?.roster.map(({ presence }) => presence)).toEqual([
      'present',
      'present',
      'left',
      'left',
    ]);
    expect((await comeIn(server, desk.code, '다', key('c'))).reply.ok).toBe(true);
    expect(second.state?.phase).toBe('lobby');
  });
});

describe('the wall', () => {
  test('has what is said to everyone, for a while, and never over a debrief', async () => {
    const server = await openServer();
    const { desk } = await openClass(server);
    const wall = new DeskClient(server.url);
    await wall.open('projector', desk.code, desk.projector);
    const notice = () => wall.projected.at(-1)?.notice;
    await desk.start();
    await desk.does({ kind: 'message', to: { team: 1 }, text: '팀에게만' });
    await server.until(wall.when(() => wall.projected.at(-1)?.session.phase === 'live'));
    expect(notice()).toBeNull();
    await desk.does({ kind: 'message', to: 'all', text: '모두 보세요' });
    await server.until(wall.when(() => notice() === '모두 보세요'));
    server.clock.ms += 61_000;
    await server.until(wall.when(() => notice() === null));
    await desk.does({ kind: 'message', to: 'all', text: '다시' });
    await server.until(wall.when(() => notice() === '다시'));
    await server.until(desk.does({ kind: 'end' }));
    await server.until(wall.when(() => wall.projected.at(-1)?.session.phase === 'debrief'));
    expect(notice()).toBeNull();
  });
});
