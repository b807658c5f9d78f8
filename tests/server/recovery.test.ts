import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MemoryStore } from '../../server/store/memory.ts';
import { openStore } from '../../server/store/open.ts';
import { COUNTDOWN_SECONDS } from '../../shared/protocol/limits.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import { DeskClient } from './support/desk.ts';
import { bustle, catchUp, openClass, rowsOf, startMatch } from './support/match.ts';
import { Player } from './support/player.ts';
import { openServer, type TestServer } from './support/test-server.ts';

const COUNTDOWN_BEATS = COUNTDOWN_SECONDS * 20;

/** A player of the first server at the second, as their page comes back. */
async function backAt(server: TestServer, player: Player): Promise<Player> {
  const back = new Player(server.url);
  back.view = player.view;
  back.red = player.red;
  await back.resume(player.token, player.view?.tick ?? player.red?.tick ?? -1);
  return back;
}

describe('a server that starts again', () => {
  test('goes on with the match where it was: same seats, same world, no order lost', async () => {
    const store = new MemoryStore();
    const first = await openServer({ store });
    const { desk, hong, kim } = await startMatch(first);
    await bustle(first, hong, 20);
    const taken = await first.until(kim.order(1, 'scrub-policy', { host: 1, policy: 'on-free' }));
    await catchUp(first, hong, kim);
    const before = first.authorities[0];

    const second = await openServer({ store });
    const after = second.authorities[0];
    expect(after?.tick).toBe(before?.tick);
    expect(after?.hash()).toEqual(before?.hash());
    const [hongBack, kimBack] = [await backAt(second, hong), await backAt(second, kim)];
    expect(hongBack.state?.time).toEqual({
      kind: 'restart',
      speed: 1,
      seconds: COUNTDOWN_SECONDS,
    });
    expect([hongBack.seat, kimBack.seat]).toEqual([1, 2]);
    await kimBack.say('nothing', {});
    expect(rowsOf(kimBack.view)).toEqual(rowsOf(after?.projection));
    // Nothing moves until the countdown is over.
    await second.beats(COUNTDOWN_BEATS - 4);
    expect(after?.tick).toBe(before?.tick);
    await second.beats(12);
    expect(after?.tick).toBeGreaterThan(before?.tick ?? 0);
    await hongBack.when(() => hongBack.state?.time.kind === 'running');
    // An order whose answer was lost is answered as it was; a new one counts on.
    expect(
      await second.until(kimBack.order(1, 'scrub-policy', { host: 1, policy: 'on-free' })),
    ).toEqual(taken);
    const state = new DeskClient(second.url);
    await state.open('console', desk.code, desk.instructor);
    expect(state.desk?.acts.map(({ act }) => act.kind)).toEqual(['start']);
    await catchUp(second, hongBack, kimBack);
    expect(rowsOf(hongBack.view)).toEqual(rowsOf(after?.projection));
  });

  test('finds lobbies, waiting people, a paused round, and closed sessions', async () => {
    const store = new MemoryStore();
    const first = await openServer({ store });
    const lobby = await openClass(first, { approve: true }, ['홍길동']);
    const paused = await startMatch(first);
    await paused.desk.does({ kind: 'pause' });
    const closed = await openClass(first);
    await closed.desk.does({ kind: 'close' });

    const second = await openServer({ store });
    const desk = new DeskClient(second.url);
    await desk.open('console', lobby.desk.code, lobby.desk.instructor);
    expect(desk.desk?.session.phase).toBe('lobby');
    expect(desk.desk?.session.roster[0]).toMatchObject({ nickname: '홍길동', presence: 'waiting' });
    const hong = await backAt(second, paused.hong);
    expect(hong.state?.time).toEqual({ kind: 'paused', speed: 1 });
    await second.beats(COUNTDOWN_BEATS * 2);
    expect(second.authorities[0]?.tick).toBe(first.authorities[0]?.tick);
    const stranger = new Player(second.url);
    const join = { code: closed.desk.code, nickname: '이', ticket: null };
    expect(await stranger.ask('session:join', join)).toMatchObject({
      refusal: { code: 'session.over' },
    });
  });

  test('finds every world of a round, and both sides of a versus', async () => {
    const store = new MemoryStore();
    const first = await openServer({ store });
    const settings = { mode: 'versus', teams: 2, versed: true } as const;
    const { desk, players } = await openClass(first, settings, ['a', 'b', 'c', 'd']);
    await desk.start();
    const shown = (player: Player) => player.view !== null || player.red !== null;
    await first.until(Promise.all(players.map((p) => p.when(() => shown(p)))));
    await first.beats(60);
    const second = await openServer({ store });
    expect(second.authorities.map((one) => one.hash())).toEqual(
      first.authorities.map((one) => one.hash()),
    );
    for (const player of players) {
      const back = new Player(second.url);
      await back.resume(player.token, -1);
      await back.when(() => shown(back));
      expect([back.view === null, back.red === null]).toEqual([
        player.view === null,
        player.red === null,
      ]);
    }
  });

  test('tells a debrief again, without playing it again', async () => {
    const store = new MemoryStore();
    const first = await openServer({ store });
    const { hong } = await startMatch(first, 'short');
    await first.until(hong.when(() => hong.debriefs.length === 2));
    const second = await openServer({ store });
    const back = new Player(second.url);
    await back.resume(hong.token, -1);
    await second.until(back.when(() => back.debriefs.length > 0));
    expect(back.debriefs.at(-1)).toEqual(hong.debriefs.at(-1));
  });

  test('under other rules ends what was live, and its people can begin again', async () => {
    class OlderRules extends MemoryStore {
      override async matches(session: string) {
        const found = await super.matches(session);
        return found.map((match) => ({ ...match, rules: RULES_VERSION - 1 }));
      }
    }
    const store = new OlderRules();
    const first = await openServer({ store });
    const { desk, hong } = await startMatch(first);
    const second = await openServer({ store });
    const back = await backAt(second, hong);
    // They are told why, until another match begins.
    expect(back.state).toMatchObject({ phase: 'lobby', brokenOff: true });
    const again = new DeskClient(second.url);
    await again.open('console', desk.code, desk.instructor);
    await again.start();
    await second.until(back.when(() => back.view !== null && back.view.tick < 20));
    expect(back.state?.brokenOff).toBe(false);
  });

  test('over a real file: closed in order, opened again, not a tick is missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hyperward-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'test.db');
    const first = await openServer({ store: await openStore({ url: null, file }) });
    const { hong } = await startMatch(first);
    await bustle(first, hong, 8);
    await first.beats(120);
    const hash = first.authorities[0]?.hash();
    await first.app.close();
    const second = await openServer({ store: await openStore({ url: null, file }) });
    expect(second.authorities[0]?.hash()).toEqual(hash);
    const back = await backAt(second, hong);
    await second.beats(COUNTDOWN_BEATS + 8);
    await catchUp(second, back);
    expect(rowsOf(back.view)).toEqual(rowsOf(second.authorities[0]?.projection));
  });
});

describe('a rejoin code', () => {
  test('brings a seat to another device, and the first one hears of it', async () => {
    const server = await openServer();
    const { desk, kim } = await startMatch(server);
    const phone = new Player(server.url);
    const welcome = await phone.rejoin(desk.code, kim.rejoinCode);
    expect(welcome.seat).toBe(kim.seat);
    expect(welcome.token).not.toBe(kim.token);
    await kim.whenHeard('seat:elsewhere');
    await server.until(phone.when(() => phone.view !== null));
    await server.until(desk.when(() => desk.desk?.people.length === 2));
    expect(desk.desk?.people[1]?.rejoin).toEqual(kim.rejoinCode);
    const stale = new Player(server.url);
    expect(await stale.ask('session:resume', { token: kim.token, tick: -1 })).toMatchObject({
      ok: false,
    });
  });

  test('cannot be guessed: every try costs the session some of its patience', async () => {
    const server = await openServer();
    const { desk } = await openClass(server);
    const guesser = new Player(server.url);
    const codes = new Map<string, number>();
    for (let i = 0; i < 30; i += 1) {
      server.clock.ms += 100;
      const reply = await guesser.ask('session:rejoin', { code: desk.code, rejoin: [i, i, i] });
      const code = reply.ok ? 'ok' : reply.refusal.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get('session.too-many-guesses')).toBeGreaterThanOrEqual(9);
  });
});
