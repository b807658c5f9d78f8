import { describe, expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { Player } from './support/player.ts';

const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });

async function lobby(names: readonly string[] = ['홍길동', '김']) {
  const house = await openHouse();
  const players: Player[] = [];
  for (const name of names) {
    const player = new Player(house.url);
    const [host] = players;
    if (host === undefined) await player.create(name);
    else await player.join(host.code, name);
    players.push(player);
  }
  return { house, players };
}

describe('a session', () => {
  test('is made by 홍길동, joined by 김, and shows both to both', async () => {
    const { house, players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    await house.until(hong.when(() => hong.state?.roster.length === 2));
    expect(hong.state).toEqual({
      code: hong.code,
      phase: 'lobby',
      scenario: 'vacated-seat',
      roster: [
        { seat: 1, nickname: '홍길동', presence: 'present', host: true, looking: null },
        { seat: 2, nickname: '김', presence: 'present', host: false, looking: null },
      ],
      retentionHours: 24,
    });
    expect(kim.state).toEqual(hong.state);
    expect(hong.code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
    expect(hong.token).toMatch(/^[\w-]{32}$/);
    expect(kim.token).not.toBe(hong.token);
  });

  test('takes a code as people type it', async () => {
    const { house, players } = await lobby(['홍길동']);
    const code = players[0]?.code ?? '';
    const typed = ` ${code.slice(0, 3)}-${code.slice(3)} `.toLowerCase();
    const late = new Player(house.url);
    expect((await late.join(typed, '이몽룡')).seat).toBe(2);
  });

  test('is unknown under any other code', async () => {
    const { house } = await lobby(['홍길동']);
    const stranger = new Player(house.url);
    expect(await stranger.ask('session:join', { code: '222222', nickname: '김' })).toEqual(
      refusal('session.unknown'),
    );
  });

  test('holds no two names that read alike', async () => {
    const { house, players } = await lobby(['Ｍina', '홍길동']);
    const code = players[0]?.code ?? '';
    const other = new Player(house.url);
    for (const nickname of ['mina', ' MINA ', '홍길동'.normalize('NFD')]) {
      expect(await other.ask('session:join', { code, nickname })).toEqual(
        refusal('session.name-taken'),
      );
    }
    expect((await other.join(code, 'mina2')).seat).toBe(3);
  });

  test('gives a name to one of two who ask in the same moment', async () => {
    const { house, players } = await lobby(['홍길동']);
    const code = players[0]?.code ?? '';
    const [a, b] = [new Player(house.url), new Player(house.url)];
    const replies = await Promise.all(
      [a, b].map((player) => player.ask('session:join', { code, nickname: '김' })),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies).toContainEqual(refusal('session.name-taken'));
  });

  test('refuses a name unfit for a class, and an unknown scenario', async () => {
    const { house, players } = await lobby(['홍길동']);
    const code = players[0]?.code ?? '';
    const other = new Player(house.url);
    const unfit = refusal('session.name-unfit');
    expect(await other.ask('session:join', { code, nickname: '씨발' })).toEqual(unfit);
    expect(
      await other.ask('session:create', { nickname: 'fuck', scenario: 'vacated-seat' }),
    ).toEqual(unfit);
    expect(await other.ask('session:create', { nickname: '김', scenario: 'toString' })).toEqual(
      refusal('protocol.malformed', { path: 'scenario' }),
    );
  });

  test('is full when all its seats are held, and a dropped seat is held', async () => {
    const house = await openHouse({}, { maxSeats: 2 });
    const host = new Player(house.url);
    await host.create('홍길동');
    const second = new Player(house.url);
    await second.join(host.code, '김');
    second.socket.disconnect();
    await house.until(host.when(() => host.state?.roster[1]?.presence === 'dropped'));
    const third = new Player(house.url);
    expect(await third.ask('session:join', { code: host.code, nickname: '이' })).toEqual(
      refusal('session.full', { limit: 2 }),
    );
  });

  test('lets only the host start, and only from the lobby', async () => {
    const { house, players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    expect(await kim.ask('session:start', {})).toEqual(refusal('session.not-host'));
    expect(await hong.ask('session:again', {})).toEqual(
      refusal('session.not-now', { phase: 'lobby' }),
    );
    expect(await hong.ask('session:start', {})).toEqual({ ok: true, value: null });
    expect(await hong.ask('session:start', {})).toEqual(
      refusal('session.not-now', { phase: 'live' }),
    );
    await house.until(kim.when(() => kim.state?.phase === 'live'));
  });

  test('passes the hosting on when the host leaves, to the one who came first', async () => {
    const { house, players } = await lobby(['홍길동', '김', '이']);
    const [hong, kim, yi] = players as [Player, Player, Player];
    expect(await hong.ask('session:leave', {})).toEqual({ ok: true, value: null });
    await house.until(yi.when(() => yi.state?.roster.length === 2));
    expect(yi.state?.roster.map(({ seat, host }) => [seat, host])).toEqual([
      [2, true],
      [3, false],
    ]);
    expect(await kim.ask('session:start', {})).toEqual({ ok: true, value: null });
    expect(await hong.ask('session:start', {})).toEqual(refusal('session.no-seat'));
    expect(await hong.ask('session:resume', { token: hong.token, tick: -1 })).toEqual(
      refusal('session.seat-unknown'),
    );
  });

  test('passes the hosting on when the host stays away for two minutes', async () => {
    const { house, players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    hong.socket.disconnect();
    await house.until(kim.when(() => kim.state?.roster[0]?.presence === 'dropped'));
    await house.beats(20 * 60);
    expect(await kim.ask('session:start', {})).toEqual(refusal('session.not-host'));
    await house.beats(20 * 75);
    expect(await kim.ask('session:start', {})).toEqual({ ok: true, value: null });
  });

  test('ends when everyone has left: its code and its tokens open nothing', async () => {
    const { house, players } = await lobby();
    for (const player of players) await player.ask('session:leave', {});
    const code = players[0]?.code ?? '';
    const stranger = new Player(house.url);
    expect(await stranger.ask('session:join', { code, nickname: '이' })).toEqual(
      refusal('session.unknown'),
    );
  });

  test('is deleted 24 hours after it was last used, and its members are told', async () => {
    const { house, players } = await lobby();
    const [hong] = players as [Player];
    house.clock.ms += 23 * 3_600_000;
    await house.beats(200);
    expect(await (await fetch(`${house.url}/healthz`)).json()).toMatchObject({ sessions: 1 });
    house.clock.ms += 3_600_000;
    await house.until(hong.when(() => hong.state?.phase === 'closed'));
    expect(await (await fetch(`${house.url}/healthz`)).json()).toMatchObject({ sessions: 0 });
    expect(await hong.ask('session:resume', { token: hong.token, tick: -1 })).toEqual(
      refusal('session.seat-unknown'),
    );
  });

  test('makes room for a new one only when it has long been empty', async () => {
    const house = await openHouse({}, { maxSessions: 1 });
    const first = new Player(house.url);
    await first.create('홍길동');
    const second = new Player(house.url);
    const create = { nickname: '김', scenario: 'vacated-seat' };
    expect(await second.ask('session:create', create)).toEqual(refusal('session.too-many'));
    house.clock.ms += 3_600_000;
    expect(await second.ask('session:create', create)).toEqual(refusal('session.too-many'));
    first.socket.disconnect();
    let reply = await second.ask('session:create', create);
    while (!reply.ok) {
      house.clock.ms += 1000;
      reply = await second.ask('session:create', create);
    }
    expect(reply.value.seat).toBe(1);
  });

  test('never says in its log who is in it', async () => {
    const { house, players } = await lobby(['홍길동', '이순신']);
    await players[0]?.ask('session:start', {});
    await house.beats(8);
    const log = house.log.lines.join('\n');
    for (const secret of ['홍길동', '이순신', '127.0.0.1', ...players.map(({ token }) => token)]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('a seat', () => {
  test('is found again by its token, and the others see it come and go', async () => {
    const { house, players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    kim.socket.disconnect();
    await house.until(hong.when(() => hong.state?.roster[1]?.presence === 'dropped'));
    const back = new Player(house.url);
    const welcome = await back.resume(kim.token, -1);
    expect(welcome).toMatchObject({ seat: 2, token: kim.token });
    expect(welcome.session.roster[1]).toMatchObject({ nickname: '김', presence: 'present' });
    await house.until(hong.when(() => hong.state?.roster[1]?.presence === 'present'));
  });

  test('is in the newest tab: the older one is told and has none any more', async () => {
    const { house, players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    const newer = new Player(house.url);
    expect((await newer.resume(kim.token, -1)).seat).toBe(2);
    await kim.whenHeard('seat:elsewhere');
    expect(await kim.ask('match:look', { subject: null })).toEqual(refusal('session.no-seat'));
    // The older tab closing must not make the seat look empty.
    kim.socket.disconnect();
    await hong.ask('session:start', {});
    await house.until(newer.when(() => newer.view !== null));
    expect(newer.state?.roster[1]?.presence).toBe('present');
    expect(kim.view).toBeNull();
  });

  test('is one for each tab: several tabs of one browser are several people', async () => {
    const { house, players } = await lobby(['홍길동', '김', '이', '박']);
    await house.until(players[0]!.when(() => players[0]?.state?.roster.length === 4));
    expect(new Set(players.map(({ seat }) => seat)).size).toBe(4);
    expect(new Set(players.map(({ token }) => token)).size).toBe(4);
  });

  test('is not given for a token that was never handed out', async () => {
    const { house } = await lobby(['홍길동']);
    const thief = new Player(house.url);
    expect(await thief.ask('session:resume', { token: 'A'.repeat(32), tick: -1 })).toEqual(
      refusal('session.seat-unknown'),
    );
  });

  test('is one at a time for a line: whoever sits cannot join or take another', async () => {
    const { players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    const notNow = refusal('session.not-now', { phase: 'lobby' });
    expect(await kim.ask('session:join', { code: hong.code, nickname: '둘' })).toEqual(notNow);
    expect(await kim.ask('session:resume', { token: hong.token, tick: -1 })).toEqual(notNow);
    expect((await kim.resume(kim.token, -1)).seat).toBe(2);
  });
});
