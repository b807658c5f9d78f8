import { describe, expect, test } from 'vitest';
import { DeskClient } from './support/desk.ts';
import { catchUp, openClass, rowsOf } from './support/match.ts';
import { Player } from './support/player.ts';
import { openServer } from './support/test-server.ts';

const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });
const SCRUB = { host: 1, policy: 'on-free' };

async function playing(settings = {}, names = ['홍길동', '김']) {
  const server = await openServer();
  const { desk, players } = await openClass(server, settings, names);
  await desk.start();
  await server.until(Promise.all(players.map((player) => player.when(() => player.view !== null))));
  return { server, desk, players };
}

describe('a desk', () => {
  test('is opened by its key alone, on several devices, and tells nobody else the keys', async () => {
    const { server, desk, players } = await playing();
    const stranger = new DeskClient(server.url);
    const open = { code: desk.code, as: 'console' as const };
    for (const key of ['A'.repeat(22), desk.projector]) {
      expect(await stranger.ask('desk:open', { ...open, key })).toEqual(
        refusal('session.wrong-key'),
      );
    }
    const second = new DeskClient(server.url);
    await second.open('console', desk.code, desk.instructor);
    await second.does({ kind: 'pause' });
    await server.until(desk.when(() => desk.desk?.session.time.kind === 'paused'));
    const told = JSON.stringify([...players.map(({ states }) => states), desk.desks]);
    expect(told).not.toContain(desk.instructor);
    expect(told).not.toContain(desk.projector);
  });

  test('slows down whoever guesses at its key, and never the one who has it', async () => {
    const server = await openServer();
    const { desk } = await openClass(server);
    const codes: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      const guesser = new DeskClient(server.url);
      const key = `${i}`.padStart(22, 'x');
      const reply = await guesser.ask('desk:open', { code: desk.code, as: 'console', key });
      codes.push(reply.ok ? 'ok' : reply.refusal.code);
      guesser.socket.disconnect();
    }
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('session.wrong-key'));
    expect(codes.at(-1)).toBe('session.too-many-guesses');
    const own = new DeskClient(server.url);
    await own.open('console', desk.code, desk.instructor);
    expect(own.desk?.session.code).toBe(desk.code);
  });

  test('sees at a glance how each world stands, and into any of them', async () => {
    const { server, desk, players } = await playing({ mode: 'parallel', teams: 2 }, [
      '홍길동',
      '김',
      '이',
    ]);
    const [hong, kim] = players as [Player, Player];
    await server.until(kim.order(1, 'scrub-policy', SCRUB));
    await server.until(desk.when(() => desk.desk?.worlds[1]?.hands.used === 1));
    expect(desk.desk?.worlds.map(({ world, hands }) => [world, hands.used])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    await desk.ask('desk:watch', { world: 2, eyes: 'blue' });
    await desk.when(() => desk.view !== null);
    await catchUp(server, kim, desk);
    expect(rowsOf(desk.view)).toEqual(rowsOf(kim.view));
    // Another world begins with all of it, whatever came before.
    const frames = desk.patches.length;
    await desk.ask('desk:watch', { world: 1, eyes: 'blue' });
    await server.until(desk.when(() => desk.patches.slice(frames).some(([, base]) => base === -1)));
    await catchUp(server, hong);
    expect(desk.view?.tables.jobs.filter((job) => job !== null)).toEqual([]);
  });

  test('writes down everything that is done at it', async () => {
    const { server, desk } = await playing();
    await desk.does({ kind: 'pause' });
    await desk.does({ kind: 'message', to: 'all', text: '  여기를   보세요 ' });
    await desk.does({ kind: 'resume' });
    await server.until(desk.when(() => desk.desk?.acts.length === 4));
    expect(desk.desk?.acts.map(({ n, act }) => [n, act])).toEqual([
      [4, { kind: 'resume' }],
      [3, { kind: 'message', to: 'all', text: '여기를 보세요' }],
      [2, { kind: 'pause' }],
      [1, { kind: 'start', sameSeed: false }],
    ]);
  });
});

describe('time', () => {
  test('stands still while paused: no tick, and orders are refused as that', async () => {
    const { server, desk, players } = await playing();
    const [hong] = players as [Player];
    await desk.does({ kind: 'pause' });
    const { tick } = server.authorities[0] ?? { tick: 0 };
    await server.beats(40);
    expect(server.authorities[0]?.tick).toBe(tick);
    expect(await hong.order(1, 'scrub-policy', SCRUB)).toEqual(refusal('session.paused'));
    // People may look around meanwhile, and are shown what they could order.
    await hong.ask('match:look', { subject: 'hosts/1' });
    await hong.when(() => hong.seatStates.at(-1)?.looking === 'hosts/1');
    expect(hong.seatStates.at(-1)?.options.length).toBeGreaterThan(0);
    const late = new Player(server.url);
    await late.join(desk.code, '늦은 이');
    await late.when(() => late.view !== null);
    // Theirs come with the next tick: until then none are told, rather than none of none.
    await late.when(() => late.seatStates.length > 0);
    await late.ask('match:look', { subject: 'hosts/1' });
    await late.when(() => late.seatStates.at(-1)?.looking === 'hosts/1');
    expect(late.seatStates.map(({ hands }) => hands)).toEqual(late.seatStates.map(() => null));
    await desk.does({ kind: 'resume' });
    expect((await server.until(hong.order(1, 'scrub-policy', SCRUB))).ok).toBe(true);
    // Whoever came meanwhile has a hand like everyone: what they order is taken, or refused by a rule.
    await server.until(late.when(() => (late.seatStates.at(-1)?.hands?.all ?? 0) > 0));
    const first = await server.until(late.order(1, 'push-policy', { host: 1 }));
    expect(first.ok || first.refusal.code).toMatch(/^(true|rule\..+)$/);
  });

  test.each([
    [0.5, 5],
    [1, 10],
    [2, 20],
    [4, 40],
  ] as const)('at speed %d forty beats are %d ticks', async (speed, ticks) => {
    const { server, desk } = await playing();
    await desk.does({ kind: 'speed', speed });
    const { tick } = server.authorities[0] ?? { tick: 0 };
    await server.beats(40);
    expect((server.authorities[0]?.tick ?? 0) - tick).toBe(ticks);
  });

  test('is given and taken, and a round is ended, even one that stands still', async () => {
    const { server, desk, players } = await playing();
    const [hong] = players as [Player];
    const before = hong.view?.tables.match[1]?.overAt ?? 0;
    await server.until(desk.does({ kind: 'time', minutes: 2 }));
    await server.until(hong.when(() => hong.view?.tables.match[1]?.overAt === before + 600));
    await server.until(desk.does({ kind: 'go-live' }));
    await server.until(hong.when(() => hong.view?.tables.match[1]?.phase === 'live'));
    await desk.does({ kind: 'pause' });
    await server.until(desk.does({ kind: 'end' }));
    await server.until(hong.when(() => hong.debriefs.length > 0));
    expect(hong.state?.phase).toBe('debrief');
  });
});

describe('an instructor', () => {
  test('puts in an advisory, and an attack that works only if the world lets it', async () => {
    const { server, desk, players } = await playing({ scenario: 'three-tenants' });
    const [hong] = players as [Player];
    await server.until(desk.does({ kind: 'go-live' }));
    await server.beats(8);
    const reply = await desk.ask('desk:injections', { world: 1 });
    const offers = reply.ok ? reply.value : [];
    const event = offers.find(({ key }) => key.startsWith('event/advisory'));
    const attack = offers.find(({ kind }) => kind === 'attack');
    expect(attack).toBeDefined();
    const known = hong.view?.tables.advisories.filter((row) => row !== null).length ?? 0;
    await server.until(desk.does({ kind: 'inject', world: 1, key: event?.key ?? '' }));
    await server.until(desk.does({ kind: 'inject', world: 0, key: attack?.key ?? '' }));
    await server.until(
      hong.when(
        () => (hong.view?.tables.advisories.filter((row) => row !== null).length ?? 0) > known,
      ),
    );
    const journal = server.authorities[0]?.record().journal ?? [];
    const kinds = journal.flatMap(([, inputs]) => inputs.map(({ kind }) => kind));
    expect(kinds).toContain('event');
    expect(kinds).toContain('act');
    expect(await desk.act({ kind: 'inject', world: 1, key: 'event/meteor' })).toEqual(
      refusal('session.stale-injection'),
    );
  });

  test('speaks to all, to a team and to one', async () => {
    const { desk, players } = await playing({ mode: 'parallel', teams: 2 });
    const [hong, kim] = players as [Player, Player];
    await desk.does({ kind: 'message', to: 'all', text: '모두' });
    await desk.does({ kind: 'message', to: { team: 2 }, text: '둘째 팀' });
    await desk.does({ kind: 'message', to: { seat: 1 }, text: '홍길동' });
    await hong.when(() => hong.words.length === 2);
    await kim.when(() => kim.words.length === 2);
    expect(hong.words.map((word) => word.kind === 'notice' && word.text)).toEqual([
      '모두',
      '홍길동',
    ]);
    expect(kim.words.map((word) => word.kind === 'notice' && word.text)).toEqual([
      '모두',
      '둘째 팀',
    ]);
    expect(await desk.act({ kind: 'message', to: { team: 9 }, text: 'x' })).toEqual(
      refusal('session.no-team'),
    );
  });

  test('moves, renames and removes people; a removed seat opens no more', async () => {
    const { server, desk, players } = await playing({ mode: 'parallel', teams: 2 }, [
      '홍길동',
      '김',
      '이',
    ]);
    const [hong, kim, yi] = players as [Player, Player, Player];
    await desk.does({ kind: 'move', seat: 3, team: 2 });
    await server.until(yi.when(() => yi.state?.roster[2]?.team === 2));
    expect(yi.state?.roster[2]?.place).toBe(2);
    const reply = await server.until(yi.order(1, 'scrub-policy', SCRUB));
    expect(reply.ok).toBe(true);
    await catchUp(server, kim, yi);
    expect(yi.view).toEqual(kim.view);

    await desk.does({ kind: 'rename', seat: 1, nickname: '성춘향' });
    await server.until(kim.when(() => kim.state?.roster[0]?.nickname === '성춘향'));
    expect(await desk.act({ kind: 'rename', seat: 1, nickname: '김' })).toEqual(
      refusal('session.name-taken'),
    );
    await desk.does({ kind: 'remove', seat: 1 });
    await hong.whenHeard('seat:removed');
    expect(await hong.ask('session:resume', { token: hong.token, tick: -1 })).toEqual(
      refusal('session.removed'),
    );
    await server.until(kim.when(() => kim.state?.roster[0]?.presence === 'removed'));
  });

  test('locks the room, lets people in, or turns them away', async () => {
    const { server, desk, players } = await playing({ approve: true }, []).catch(async () => {
      const open = await openServer();
      const { desk: made } = await openClass(open, { approve: true }, ['홍길동', '김']);
      return { server: open, desk: made, players: [] as Player[] };
    });
    expect(players).toEqual([]);
    const late = new Player(server.url);
    const welcome = await late.join(desk.code, '이');
    expect(welcome.session.roster.at(-1)?.presence).toBe('waiting');
    expect(await late.ask('team:say', { phrase: 'thanks', subject: null })).toEqual(
      refusal('session.waiting'),
    );
    await desk.does({ kind: 'approve', seat: late.seat, yes: true });
    await server.until(late.when(() => late.state?.roster.at(-1)?.presence === 'present'));
    const projector = new DeskClient(server.url);
    await projector.open('projector', desk.code, desk.projector);
    const { ticket } = projector.projected.at(-1) ?? { ticket: '' };
    const scanned = new Player(server.url);
    const direct = await scanned.join(desk.code, '박', ticket);
    expect(direct.session.roster.at(-1)?.presence).toBe('present');
    const forged = new Player(server.url);
    await forged.join(desk.code, '최', 'AAAAAAAAAAAA');
    await desk.does({ kind: 'approve', seat: forged.seat, yes: false });
    await forged.whenHeard('seat:removed');
    await desk.does({ kind: 'settings', settings: { locked: true } });
    const shut = new Player(server.url);
    expect(await shut.ask('session:join', { code: desk.code, nickname: '정', ticket })).toEqual(
      refusal('session.locked'),
    );
  });

  test('deletes all of it at once', async () => {
    const { server, desk, players } = await playing();
    const [hong] = players as [Player];
    await desk.does({ kind: 'erase' });
    await hong.when(() => hong.state?.phase === 'closed');
    expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ sessions: 0 });
  });
});

describe('a projector', () => {
  test('shows a world without secrets, has a ticket that changes, and can do nothing', async () => {
    const { server, desk, players } = await playing();
    const [hong] = players as [Player];
    const projector = new DeskClient(server.url);
    await projector.open('projector', desk.code, desk.projector);
    await desk.does({ kind: 'project', world: 1 });
    await server.until(projector.when(() => projector.view !== null));
    await server.until(hong.order(1, 'scrub-policy', SCRUB));
    await server.beats(8);
    const { tables } = projector.view ?? { tables: undefined };
    expect(tables?.vms.filter((row) => row !== null).length).toBeGreaterThan(0);
    expect(tables?.jobs.filter((row) => row !== null)).toEqual([]);
    expect(tables?.frames.every((row) => row === null || row.residue === 0)).toBe(true);
    expect(JSON.stringify(projector.projected)).not.toContain('rejoin');
    const first = projector.projected.at(-1)?.ticket;
    server.clock.ms += 31_000;
    await server.until(projector.when(() => projector.projected.at(-1)?.ticket !== first));
    expect(await projector.ask('desk:act', { act: { kind: 'end' } })).toEqual(
      refusal('session.not-instructor'),
    );
  });

  test('keeps scores hidden until they are shown', async () => {
    const { server, desk } = await playing({ mode: 'parallel', teams: 2 });
    const projector = new DeskClient(server.url);
    await projector.open('projector', desk.code, desk.projector);
    expect(projector.projected.at(-1)?.standings).toBeNull();
    await desk.does({ kind: 'settings', settings: { standings: true } });
    await server.until(projector.when(() => projector.projected.at(-1)?.standings !== null));
    expect(projector.projected.at(-1)?.standings?.map(({ team }) => team)).toEqual([1, 2]);
  });
});
