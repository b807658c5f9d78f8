import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../../server/store/memory.ts';
import { openClass } from '../support/match.ts';
import { Player } from '../support/player.ts';
import { openServer } from '../support/test-server.ts';

const refused = { ok: false, refusal: { code: 'session.watching', facts: {} } };
const entryOf = (player: Player, seat = player.seat) =>
  player.state?.roster.find((entry) => entry.seat === seat);

describe('whoever only looks on', () => {
  test('sees what their team sees, orders nothing, and leaves their hands to the others', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, {}, ['홍길동', '이', '김']);
    const [hong, lee, kim] = players as [Player, Player, Player];
    await desk.start();
    const handsOf = ({ seatStates }: Player) => seatStates.at(-1)?.hands?.all ?? 0;
    const hands = () => handsOf(hong) + handsOf(lee);
    await server.until(kim.when(() => handsOf(kim) > 0 && hands() > 0));
    const shared = hands();
    await desk.does({ kind: 'watch', seat: kim.seat, on: true });
    await server.until(lee.when(() => hands() > shared));
    expect(entryOf(hong, kim.seat)).toMatchObject({
      presence: 'watching',
      team: 1,
      place: 0,
      roles: [],
    });
    expect(await kim.order(1, 'stop-vm', { vm: 1 })).toEqual(refused);
    const tick = hong.view?.tick ?? 0;
    await server.until(kim.when(() => (kim.view?.tick ?? 0) > tick));
    expect(kim.view?.tables.vms).toEqual(hong.view?.tables.vms);

    await desk.does({ kind: 'watch', seat: kim.seat, on: false });
    await server.until(lee.when(() => hands() === shared));
    expect(entryOf(hong, kim.seat)).toMatchObject({ presence: 'present', team: 1 });
    expect(await server.until(kim.order(2, 'investigate-vm', { vm: 1 }))).toMatchObject({
      ok: true,
    });
  });

  test('is counted in no team, takes no role, and is still there after a restart', async () => {
    const store = new MemoryStore();
    const server = await openServer({ store });
    const { desk, players } = await openClass(server, { mode: 'parallel', teams: 2, choose: true });
    const [hong, kim] = players as [Player, Player];
    await desk.does({ kind: 'watch', seat: kim.seat, on: true });
    await desk.does({ kind: 'share-out' });
    await desk.when(() => entryOf(desk, kim.seat)?.team === 1);
    expect(entryOf(desk, hong.seat)?.roles).toHaveLength(4);
    expect(await kim.ask('seat:team', { team: 2 })).toEqual(refused);
    expect(await kim.ask('seat:roles', { roles: ['analyst'] })).toEqual(refused);
    await desk.start();
    await server.until(kim.when(() => kim.view !== null));

    const next = await openServer({ store });
    const again = new Player(next.url);
    await again.resume(kim.token, -1);
    expect(entryOf(again)).toMatchObject({ presence: 'watching', team: 1, place: 0 });
    await next.until(again.when(() => again.view !== null));
  });

  test('alone starts no match: there is nobody to play', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, {}, ['김']);
    const seat = players[0]?.seat ?? 0;
    await desk.does({ kind: 'watch', seat, on: true });
    expect(await desk.act({ kind: 'start', sameSeed: false })).toMatchObject({
      ok: false,
      refusal: { code: 'session.nobody' },
    });
    expect(await desk.act({ kind: 'watch', seat, on: true })).toMatchObject({
      ok: false,
      refusal: { code: 'session.seat-unknown' },
    });
  });
});
