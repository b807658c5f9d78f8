import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rolesFor, teamsOf } from '../../server/sessions/teams.ts';
import { MemoryStore } from '../../server/store/memory.ts';
import type { MatchRecord } from '../../server/store/store.ts';
import { ROLE_NAMES } from '../../shared/world/people/seat.ts';
import { openClass, rowsOf } from './support/match.ts';
import { Player } from './support/player.ts';
import { openServer } from './support/test-server.ts';

const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });
const names = (count: number) => Array.from({ length: count }, (_, i) => `p${i + 1}`);

describe('teams', () => {
  test('are one, or one a world, or two a world whose sides swap', () => {
    expect(teamsOf({ mode: 'shared', teams: 5 }, 1)).toEqual([{ id: 1, side: 'blue', world: 1 }]);
    expect(teamsOf({ mode: 'parallel', teams: 2 }, 1)).toEqual([
      { id: 1, side: 'blue', world: 1 },
      { id: 2, side: 'blue', world: 2 },
    ]);
    const halves = ([1, 2] as const).map((half) =>
      teamsOf({ mode: 'versus', teams: 2 }, half).map(({ side, world }) => `${side}${world}`),
    );
    expect(halves).toEqual([
      ['blue1', 'red1', 'blue2', 'red2'],
      ['red1', 'blue1', 'red2', 'blue2'],
    ]);
  });

  test('are as even as people allow, and people may choose within that', async () => {
    const server = await openServer();
    const { players } = await openClass(server, { mode: 'parallel', teams: 3 }, names(7));
    const last = players.at(-1) as Player;
    await server.until(last.when(() => last.state?.roster.length === 7));
    expect(last.state?.roster.map(({ team }) => team)).toEqual([1, 2, 3, 1, 2, 3, 1]);
    expect((await last.ask('seat:team', { team: 2 })).ok).toBe(true);
    const other = players[0] as Player;
    expect((await other.ask('seat:team', { team: 2 })).ok).toBe(true);
    expect(await (players[2] as Player).ask('seat:team', { team: 2 })).toEqual(
      refusal('session.team-full', { limit: 4 }),
    );
    expect(await other.ask('seat:team', { team: 4 })).toEqual(refusal('session.no-team'));
  });

  test('cannot be chosen when the instructor assigns them', async () => {
    const server = await openServer();
    const { players } = await openClass(server, { mode: 'parallel', teams: 2, choose: false });
    expect(await players[0]?.ask('seat:team', { team: 2 })).toEqual(refusal('session.no-choice'));
    expect(await players[0]?.ask('seat:roles', { roles: ['analyst'] })).toEqual(
      refusal('session.no-choice'),
    );
  });

  test('take in whoever comes while their worlds are made', async () => {
    let open = (): void => undefined;
    class SlowStart extends MemoryStore {
      readonly gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      override async createMatch(match: MatchRecord): Promise<void> {
        await this.gate;
        await super.createMatch(match);
      }
    }
    const server = await openServer({ store: new SlowStart() });
    const { desk } = await openClass(server, { mode: 'parallel', teams: 4 }, names(2));
    const started = desk.start();
    await desk.say('nothing', {});
    const late = new Player(server.url);
    const welcome = await late.join(desk.code, 'late');
    expect(welcome.session.phase).toBe('lobby');
    expect(welcome.session.roster.at(-1)?.team).toBe(3);
    open();
    await started;
    await server.until(late.when(() => late.view !== null));
    expect(late.state?.roster.at(-1)).toMatchObject({ team: 1, place: 2 });
  });

  test('that change are filled anew, evenly', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, {}, names(6));
    await desk.does({ kind: 'settings', settings: { mode: 'parallel', teams: 3 } });
    const last = players.at(-1) as Player;
    await server.until(last.when(() => last.state?.teams.length === 3));
    expect(last.state?.roster.map(({ team }) => team)).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test('of a lesson are of five at most', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, { lesson: true }, names(7));
    const [first] = players as [Player];
    await desk.does({ kind: 'lesson', part: 1 });
    await server.until(first.when(() => first.view !== null));
    expect(first.state?.settings).toMatchObject({ mode: 'parallel', scenario: 'first-shift' });
    expect(first.state?.roster.map(({ team }) => team)).toEqual([1, 2, 1, 2, 1, 2, 1]);
  });

  test('without anyone in them have no world, and late comers fill those that have one', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, { mode: 'parallel', teams: 4 });
    await desk.start();
    await server.until(Promise.all(players.map((p) => p.when(() => p.view !== null))));
    expect(server.authorities).toHaveLength(2);
    const late = new Player(server.url);
    const welcome = await late.join(desk.code, '이');
    expect(welcome.session.roster.at(-1)?.team).toBe(1);
    await server.until(late.when(() => late.view !== null));
    expect(await desk.act({ kind: 'move', seat: late.seat, team: 3 })).toEqual(
      refusal('session.no-team'),
    );
  });

  test('play worlds of one seed, apart from each other', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, { mode: 'parallel', teams: 2 });
    const [hong, kim] = players as [Player, Player];
    await desk.start();
    await server.until(Promise.all([hong, kim].map((p) => p.when(() => p.view !== null))));
    const [one, two] = server.authorities;
    expect(one?.record().seed).toBe(two?.record().seed);
    await server.until(hong.order(1, 'scrub-policy', { host: 1, policy: 'on-free' }));
    await server.beats(8);
    expect(hong.view?.tables.jobs.some((job) => job !== null)).toBe(true);
    expect(kim.view?.tables.jobs.some((job) => job !== null)).toBe(false);
    expect(rowsOf(kim.view)).toEqual(rowsOf(two?.projection));
  });

  test('talk among themselves: nobody else hears a ping, a phrase, a chat or a look', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(
      server,
      { mode: 'parallel', teams: 2, chat: true },
      names(4),
    );
    const [a, b, c] = players as [Player, Player, Player];
    await desk.start();
    await a.ask('team:ping', { subject: 'vms/1', ping: 'danger' });
    await a.ask('team:say', { phrase: 'scrub-first', subject: 'hosts/1' });
    await a.ask('team:chat', { text: '<b>굵게</b>' });
    await c.when(() => c.words.length === 3);
    expect(c.words).toEqual([
      { kind: 'ping', seat: 1, ping: 'danger', subject: 'vms/1' },
      { kind: 'phrase', seat: 1, phrase: 'scrub-first', subject: 'hosts/1' },
      { kind: 'chat', seat: 1, text: '<b>굵게</b>' },
    ]);
    await b.say('nothing', {});
    expect(b.words).toEqual([]);
  });

  test('have no free chat unless it is on, no abuse in it, and no floods', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server);
    const [hong] = players as [Player];
    expect(await hong.ask('team:chat', { text: '안녕' })).toEqual(refusal('session.chat-off'));
    await desk.does({ kind: 'settings', settings: { chat: true } });
    expect(await hong.ask('team:chat', { text: '씨발' })).toEqual(refusal('session.words-unfit'));
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => hong.ask('team:say', { phrase: 'on-it', subject: null })),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(6);
    expect(replies.at(-1)).toMatchObject(
      refusal('session.too-talkative', { waitMs: expect.any(Number) }),
    );
  });
});

describe('roles', () => {
  test('of a team are always all four, whatever people choose', () => {
    const chosen = fc.option(fc.subarray([...ROLE_NAMES], { minLength: 1 }));
    fc.assert(
      fc.property(fc.array(chosen, { minLength: 1, maxLength: 9 }), (team) => {
        const shares = rolesFor(team);
        expect(shares).toHaveLength(team.length);
        expect(new Set(shares.flat())).toEqual(new Set(ROLE_NAMES));
        shares.forEach((share, i) => {
          expect(share.length).toBeGreaterThan(0);
          expect(share).toEqual(expect.arrayContaining([...(team[i] ?? [])]));
        });
      }),
    );
  });

  test('that are locked bind orders, and open again with the setting', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, { lockRoles: true }, names(4));
    await desk.start();
    await server.until(Promise.all(players.map((p) => p.when(() => p.view !== null))));
    const order = (player: Player, n: number) =>
      server.until(player.order(n, 'investigate-vm', { vm: 1 }));
    const [operator] = players as [Player];
    expect(await order(operator, 1)).toEqual(refusal('rule.not-your-role', { role: 'analyst' }));
    const analyst = players.find(({ seat, state }) =>
      state?.roster.find((entry) => entry.seat === seat)?.roles.includes('analyst'),
    ) as Player;
    expect((await order(analyst, 1)).ok).toBe(true);
    await desk.does({ kind: 'settings', settings: { lockRoles: false } });
    await server.beats(8);
    expect((await server.until(operator.order(2, 'investigate-vm', { vm: 2 }))).ok).toBe(true);
  });

  test('and hands of whoever is gone for long go to the others, and come back', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, { lockRoles: true });
    const [hong, kim] = players as [Player, Player];
    await desk.start();
    await server.until(Promise.all(players.map((p) => p.when(() => p.seatStates.length > 0))));
    expect(hong.seatStates.at(-1)?.hands?.all).toBe(4);
    kim.socket.disconnect();
    await server.until(hong.when(() => hong.state?.roster[1]?.presence === 'dropped'));
    await server.beats(20 * 22);
    await server.until(hong.when(() => hong.state?.roster[0]?.roles.length === 4));
    await server.until(hong.when(() => (hong.seatStates.at(-1)?.hands?.all ?? 4) !== 4));
    const back = new Player(server.url);
    await back.resume(kim.token, -1);
    await server.until(hong.when(() => hong.seatStates.at(-1)?.hands?.all === 4));
    expect(back.seat).toBe(2);
  });
});

describe('a versus', () => {
  test('waits until a defence has been debriefed, or the instructor vouches for the class', async () => {
    const server = await openServer();
    const { desk } = await openClass(server, { mode: 'versus', teams: 1 });
    const start = { kind: 'start', sameSeed: false } as const;
    expect(await desk.act(start)).toEqual(refusal('session.not-unlocked'));
    await desk.does({ kind: 'settings', settings: { versed: true } });
    expect((await desk.act(start)).ok).toBe(true);
  });

  test('needs an attacker whose part people can play', async () => {
    const server = await openServer();
    const peaceful = { mode: 'versus', teams: 1, versed: true, scenario: 'the-race' } as const;
    const { desk } = await openClass(server, peaceful);
    const start = { kind: 'start', sameSeed: false } as const;
    expect(await desk.act(start)).toEqual(refusal('session.no-attacker'));
    await desk.does({ kind: 'settings', settings: { mode: 'shared' } });
    expect((await desk.act(start)).ok).toBe(true);
  });

  test('shows each side its own view and no byte of the other, and swaps them', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, {
      mode: 'versus',
      teams: 1,
      versed: true,
      scenario: 'short',
    });
    const [hong, kim] = players as [Player, Player];
    await desk.start();
    await server.until(hong.when(() => hong.view !== null));
    await server.until(kim.when(() => kim.red !== null));
    expect(hong.red).toBeNull();
    expect(kim.view).toBeNull();
    await server.until(desk.does({ kind: 'end' }));
    await server.until(desk.when(() => desk.desk?.session.phase === 'debrief'));
    const first = desk.desk?.session.firstHalf;
    expect(first).toHaveLength(1);
    await desk.does({ kind: 'swap' });
    await server.until(hong.when(() => hong.red !== null));
    await server.until(kim.when(() => kim.view !== null));
    const [one, two] = server.authorities;
    expect(two?.record().seed).toBe(one?.record().seed);
    expect(kim.state?.teams).toEqual([
      { id: 1, side: 'red', world: 1 },
      { id: 2, side: 'blue', world: 1 },
    ]);
  });
});
