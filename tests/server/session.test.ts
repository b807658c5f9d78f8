import { describe, expect, test } from 'vitest';
import { DEFAULT_SESSION } from '../../shared/protocol/settings.ts';
import { DeskClient } from './support/desk.ts';
import { openClass } from './support/match.ts';
import { Player } from './support/player.ts';
import { openServer } from './support/test-server.ts';

const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });

async function lobby(names: readonly string[] = ['홍길동', '김']) {
  const server = await openServer();
  const { desk, players } = await openClass(server, {}, names);
  return { server, desk, players };
}

const join = (player: Player, code: string, nickname: string) =>
  player.ask('session:join', { code, nickname, ticket: null });

describe('a session', () => {
  test('is opened by an instructor, joined by 홍길동 and 김, and shows both to both', async () => {
    const { server, desk, players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    await server.until(hong.when(() => hong.state?.roster.length === 2));
    const each = { team: 1, place: 0, placeKey: 0, presence: 'present' };
    expect(hong.state).toEqual({
      code: desk.code,
      phase: 'lobby',
      settings: { ...DEFAULT_SESSION, scenario: 'vacated-seat' },
      teams: [{ id: 1, side: 'blue', world: 1 }],
      roster: [
        { seat: 1, nickname: '홍길동', roles: ['operator', 'hypervisor'], ...each },
        { seat: 2, nickname: '김', roles: ['network', 'analyst'], ...each },
      ],
      time: { kind: 'running', speed: 1, slow: false },
      half: 1,
      firstHalf: [],
      earlier: [],
      moved: [],
      brokenOff: false,
      hosted: true,
      retentionHours: 24,
    });
    expect(kim.state).toEqual(hong.state);
    expect(desk.code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
    expect(hong.token).toMatch(/^[\w-]{32}$/);
    expect(kim.token).not.toBe(hong.token);
  });

  test('takes a code as people type it', async () => {
    const { server, players } = await lobby(['홍길동']);
    const code = players[0]?.code ?? '';
    const typed = ` ${code.slice(0, 3)}-${code.slice(3)} `.toLowerCase();
    const late = new Player(server.url);
    expect((await late.join(typed, '이몽룡')).seat).toBe(2);
  });

  test('is unknown under any other code', async () => {
    const { server } = await lobby(['홍길동']);
    const stranger = new Player(server.url);
    expect(await join(stranger, '222222', '김')).toEqual(refusal('session.unknown'));
  });

  test('holds no two names that read alike', async () => {
    const { server, players } = await lobby(['Ｍina', '홍길동']);
    const code = players[0]?.code ?? '';
    const other = new Player(server.url);
    for (const nickname of ['mina', ' MINA ', '홍길동'.normalize('NFD')]) {
      expect(await join(other, code, nickname)).toEqual(refusal('session.name-taken'));
    }
    expect((await other.join(code, 'mina2')).seat).toBe(3);
  });

  test('gives a name to one of two who ask in the same moment', async () => {
    const { server, players } = await lobby(['홍길동']);
    const code = players[0]?.code ?? '';
    const [a, b] = [new Player(server.url), new Player(server.url)];
    const replies = await Promise.all([a, b].map((player) => join(player, code, '김')));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies).toContainEqual(refusal('session.name-taken'));
  });

  test('refuses a name unfit for a class, and an unknown scenario', async () => {
    const { server, players } = await lobby(['홍길동']);
    const code = players[0]?.code ?? '';
    const other = new Player(server.url);
    const unfit = refusal('session.name-unfit');
    expect(await join(other, code, '씨발')).toEqual(unfit);
    expect(await join(other, code, 'fuck')).toEqual(unfit);
    expect(await other.ask('session:create', { settings: { scenario: 'toString' } })).toEqual(
      refusal('protocol.malformed', { path: 'settings.scenario' }),
    );
  });

  test('is full when all its seats are held, and a dropped seat is held', async () => {
    const server = await openServer({}, { maxSeats: 2 });
    const { desk, players } = await openClass(server);
    const [host, second] = players as [Player, Player];
    second.socket.disconnect();
    await server.until(host.when(() => host.state?.roster[1]?.presence === 'dropped'));
    const third = new Player(server.url);
    expect(await join(third, desk.code, '이')).toEqual(refusal('session.full', { limit: 2 }));
  });

  test('lets only the instructor start, and not while it runs', async () => {
    const { server, desk, players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    const start = { kind: 'start', sameSeed: false } as const;
    expect(await hong.ask('desk:act', { act: start })).toEqual(refusal('session.not-instructor'));
    expect(await desk.act({ kind: 'again' })).toEqual(
      refusal('session.not-now', { phase: 'lobby' }),
    );
    expect(await desk.act(start)).toEqual({ ok: true, value: null });
    expect(await desk.act(start)).toEqual(refusal('session.not-now', { phase: 'live' }));
    await server.until(kim.when(() => kim.state?.phase === 'live'));
  });

  test('cannot start without anyone to play', async () => {
    const { desk, players } = await lobby(['홍길동']);
    await players[0]?.ask('session:leave', {});
    expect(await desk.act({ kind: 'start', sameSeed: false })).toEqual(refusal('session.nobody'));
  });

  test('goes on without those who leave: their token opens nothing', async () => {
    const { server, players } = await lobby(['홍길동', '김', '이']);
    const [hong, , yi] = players as [Player, Player, Player];
    expect(await hong.ask('session:leave', {})).toEqual({ ok: true, value: null });
    await server.until(yi.when(() => yi.state?.roster[0]?.presence === 'left'));
    expect(await hong.ask('session:resume', { token: hong.token, tick: -1 })).toEqual(
      refusal('session.seat-unknown'),
    );
  });

  test('ends when the instructor closes it: nobody new comes in', async () => {
    const { server, desk, players } = await lobby();
    const [hong] = players as [Player];
    await desk.does({ kind: 'close' });
    await server.until(hong.when(() => hong.state?.phase === 'closed'));
    const stranger = new Player(server.url);
    expect(await join(stranger, desk.code, '이')).toEqual(refusal('session.over'));
  });

  test('is deleted 24 hours after it was last used, and its members are told', async () => {
    const { server, players } = await lobby();
    const [hong] = players as [Player];
    server.clock.ms += 23 * 3_600_000;
    await server.beats(200);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ sessions: 1 });
    server.clock.ms += 3_600_000;
    await server.until(hong.when(() => hong.state?.phase === 'closed'));
    expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ sessions: 0 });
    expect(await hong.ask('session:resume', { token: hong.token, tick: -1 })).toEqual(
      refusal('session.seat-unknown'),
    );
  });

  test('makes room for a new one only when it has long been empty', async () => {
    const server = await openServer({}, { maxSessions: 1 });
    const first = new DeskClient(server.url);
    await first.create();
    const second = new Player(server.url);
    const create = () => second.ask('session:create', { settings: {} });
    expect(await create()).toEqual(refusal('session.too-many'));
    server.clock.ms += 3_600_000;
    expect(await create()).toEqual(refusal('session.too-many'));
    first.socket.disconnect();
    let reply = await create();
    while (!reply.ok) {
      server.clock.ms += 1000;
      reply = await create();
    }
    expect(reply.value.code).not.toBe(first.code);
  });

  test('never says in its log who is in it', async () => {
    const { server, desk, players } = await lobby(['홍길동', '이순신']);
    await desk.start();
    await server.beats(8);
    const log = server.log.lines.join('\n');
    for (const secret of [
      '홍길동',
      '이순신',
      '127.0.0.1',
      ...players.map(({ token }) => token),
      desk.instructor,
      desk.projector,
    ]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('a seat', () => {
  test('is found again by its token, and the others see it come and go', async () => {
    const { server, players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    kim.socket.disconnect();
    await server.until(hong.when(() => hong.state?.roster[1]?.presence === 'dropped'));
    const back = new Player(server.url);
    const welcome = await back.resume(kim.token, -1);
    expect(welcome).toMatchObject({ seat: 2, token: kim.token });
    expect(welcome.session.roster[1]).toMatchObject({ nickname: '김', presence: 'present' });
    await server.until(hong.when(() => hong.state?.roster[1]?.presence === 'present'));
  });

  test('is in the newest tab: the older one is told and has none any more', async () => {
    const { server, desk, players } = await lobby();
    const [, kim] = players as [Player, Player];
    const newer = new Player(server.url);
    expect((await newer.resume(kim.token, -1)).seat).toBe(2);
    await kim.whenHeard('seat:elsewhere');
    expect(await kim.ask('match:look', { subject: null })).toEqual(refusal('session.no-seat'));
    // The older tab closing must not make the seat look empty.
    kim.socket.disconnect();
    await desk.start();
    await server.until(newer.when(() => newer.view !== null));
    expect(newer.state?.roster[1]?.presence).toBe('present');
    expect(kim.view).toBeNull();
  });

  test('is one for each tab: several tabs of one browser are several people', async () => {
    const { server, players } = await lobby(['홍길동', '김', '이', '박']);
    await server.until(players[0]!.when(() => players[0]?.state?.roster.length === 4));
    expect(new Set(players.map(({ seat }) => seat)).size).toBe(4);
    expect(new Set(players.map(({ token }) => token)).size).toBe(4);
  });

  test('is the same for a join that is sent again since its answer was lost', async () => {
    const { server, players } = await lobby(['홍길동']);
    const code = players[0]?.code ?? '';
    const token = 'K'.repeat(32);
    const request = { code, nickname: '김', ticket: null, token };
    const first = new Player(server.url);
    const again = new Player(server.url);
    const replies = await Promise.all([
      first.ask('session:join', request),
      again.ask('session:join', { ...request, nickname: '김철수' }),
    ]);
    expect(replies.map((reply) => reply.ok && [reply.value.seat, reply.value.token])).toEqual([
      [2, token],
      [2, token],
    ]);
    const elsewhere = await openClass(server, {}, []);
    expect(
      await new Player(server.url).ask('session:join', { ...request, code: elsewhere.desk.code }),
    ).toEqual(refusal('session.wrong-key'));
  });

  test('is not given for a token that was never handed out', async () => {
    const { server } = await lobby(['홍길동']);
    const thief = new Player(server.url);
    expect(await thief.ask('session:resume', { token: 'A'.repeat(32), tick: -1 })).toEqual(
      refusal('session.seat-unknown'),
    );
  });

  test('is one at a time for a line: whoever sits cannot join or take another', async () => {
    const { players } = await lobby();
    const [hong, kim] = players as [Player, Player];
    const notNow = refusal('session.not-now', { phase: 'lobby' });
    expect(await join(kim, hong.code, '둘')).toEqual(notNow);
    expect(await kim.ask('session:resume', { token: hong.token, tick: -1 })).toEqual(notNow);
    expect((await kim.resume(kim.token, -1)).seat).toBe(2);
  });
});
