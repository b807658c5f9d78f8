import { describe, expect, test } from 'vitest';
import { TICKS_PER_MINUTE } from '../../../shared/world/ids.ts';
import { DeskClient } from '../support/desk.ts';
import { openClass } from '../support/match.ts';
import type { Player } from '../support/player.ts';
import { openServer, type TestServer } from '../support/test-server.ts';

const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });

async function wallOf(server: TestServer, desk: DeskClient) {
  const wall = new DeskClient(server.url);
  await wall.open('projector', desk.code, desk.projector);
  return wall;
}

describe('changes of time', () => {
  test('add up, and are told at once, while time stands still as well', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server);
    const [hong] = players as [Player];
    const wall = await wallOf(server, desk);
    await desk.start();
    await server.until(hong.when(() => hong.view !== null));
    const before = hong.view?.tables.match[1]?.overAt ?? 0;
    await desk.does({ kind: 'pause' });
    for (const minutes of [2, 2, -1]) await desk.does({ kind: 'time', minutes });
    const after = before + 3 * TICKS_PER_MINUTE;
    await server.until(hong.when(() => hong.state?.moved[0]?.overAt === after));
    await server.until(desk.when(() => desk.desk?.worlds[0]?.overAt === after));
    await server.until(wall.when(() => wall.projected.at(-1)?.clock?.overAt === after));
    expect(hong.view?.tables.match[1]?.overAt).toBe(before);
    await desk.does({ kind: 'resume' });
    await server.until(hong.when(() => hong.view?.tables.match[1]?.overAt === after));
    await server.until(hong.when(() => hong.state?.moved.length === 0));
  });

  test('never end a match: that is another act', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, { minutes: 5 });
    const [hong] = players as [Player];
    await desk.start();
    await server.until(hong.when(() => hong.view !== null));
    await desk.does({ kind: 'pause' });
    await desk.does({ kind: 'time', minutes: -4 });
    for (const minutes of [-1, -10]) {
      expect(await desk.act({ kind: 'time', minutes })).toEqual(refusal('session.would-end'));
    }
    await desk.does({ kind: 'resume' });
    await server.until(desk.does({ kind: 'go-live' }));
    await server.beats(8);
    expect(await desk.act({ kind: 'time', minutes: -1 })).toEqual(refusal('session.would-end'));
    expect(hong.state?.phase).toBe('live');
  });
});

describe('a new match', () => {
  test('begins without what was shown, said and worth stopping for in the last', async () => {
    const server = await openServer();
    const { desk } = await openClass(server, { scenario: 'first-shift' });
    const wall = await wallOf(server, desk);
    await desk.start();
    await server.until(desk.does({ kind: 'go-live' }));
    await desk.does({ kind: 'speed', speed: 4 });
    await desk.does({ kind: 'project', world: 1 });
    // Nobody defends, so something falls.
    await server.until(desk.when(() => (desk.desk?.moments.length ?? 0) > 0));
    await server.until(desk.does({ kind: 'end' }));
    await server.until(desk.when(() => desk.desk?.session.phase === 'debrief'));
    expect(desk.desk?.moments.length).toBeGreaterThan(0);
    await desk.does({ kind: 'start', sameSeed: true });
    await server.until(desk.when(() => desk.desk?.session.phase === 'live'));
    expect(desk.desk).toMatchObject({ moments: [], projected: 0 });
    await server.until(wall.when(() => wall.projected.at(-1)?.session.phase === 'live'));
    expect(wall.projected.at(-1)).toMatchObject({ world: 0, notice: null });
    const frames = wall.patches.length;
    await server.beats(40);
    expect(wall.patches.length).toBe(frames);
  });

  test('counts nobody idle for the time before it, or in which it stood still', async () => {
    const server = await openServer();
    const { desk } = await openClass(server);
    const idle = () => desk.desk?.people.map((person) => person.idle);
    const told = async () => {
      const before = desk.desks.length;
      await server.until(desk.when(() => desk.desks.length > before));
      return idle();
    };
    server.clock.ms += 600_000;
    expect(await told()).toEqual([0, 0]);
    await desk.start();
    expect((await told())?.every((seconds) => seconds <= 1)).toBe(true);
    server.clock.ms += 30_000;
    expect((await told())?.every((seconds) => seconds >= 30 && seconds <= 33)).toBe(true);
    await desk.does({ kind: 'pause' });
    server.clock.ms += 300_000;
    expect(await told()).toEqual([0, 0]);
    await desk.does({ kind: 'resume' });
    expect((await told())?.every((seconds) => seconds <= 1)).toBe(true);
  });
});

describe('two teams that swap sides', () => {
  test('have each the score that it earned, though a world has nobody in it', async () => {
    const server = await openServer();
    const settings = { mode: 'versus', teams: 2, versed: true, standings: true } as const;
    const { desk } = await openClass(server, { scenario: 'short', ...settings });
    const wall = await wallOf(server, desk);
    const standings = () => wall.projected.at(-1)?.standings;
    const phase = () => desk.desk?.session.phase;
    // Both are in the second world: the first has nobody, and is not played.
    await desk.does({ kind: 'move', seat: 1, team: 3 });
    await desk.does({ kind: 'move', seat: 2, team: 4 });
    await desk.start();
    await server.until(wall.when(() => standings()?.length === 1));
    expect(standings()).toMatchObject([{ team: 3, world: 2, half: 1, harms: 0 }]);
    await server.until(desk.does({ kind: 'end' }));
    await server.until(desk.when(() => phase() === 'debrief'));
    const first = desk.desk?.worlds[0]?.result?.total ?? -1;
    expect(desk.desk?.session.firstHalf).toEqual([null, first]);
    await desk.does({ kind: 'swap' });
    await server.until(desk.when(() => phase() === 'live'));
    await server.until(wall.when(() => standings()?.length === 2));
    expect(standings()).toMatchObject([
      { team: 3, world: 2, half: 1, score: first },
      { team: 4, world: 2, half: 2 },
    ]);
    await server.until(desk.does({ kind: 'end' }));
    await server.until(desk.when(() => phase() === 'debrief'));
    const second = desk.desk?.worlds[0]?.result?.total;
    await server.until(wall.when(() => wall.projected.at(-1)?.session.phase === 'debrief'));
    expect(standings()?.map(({ team, score }) => [team, score])).toEqual([
      [3, first],
      [4, second],
    ]);
  });
});
