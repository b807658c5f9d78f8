import { describe, expect, test } from 'vitest';
import { isOpen, LESSON, partAfter } from '../../../shared/protocol/lesson.ts';
import type { InstructorAct } from '../../../shared/protocol/messages.ts';
import { DEFAULT_SESSION, type SessionSettings } from '../../../shared/protocol/settings.ts';
import { TICKS_PER_MINUTE } from '../../../shared/world/ids.ts';
import type { DeskClient } from '../support/desk.ts';
import { openClass } from '../support/match.ts';
import { openServer, type TestServer } from '../support/test-server.ts';

const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });
const at = (id: (typeof LESSON)[number]['id']) => LESSON.findIndex((part) => part.id === id);
const names = (count: number) => Array.from({ length: count }, (_, i) => `p${i + 1}`);

/** Another value of each setting, each by itself. */
const OTHERS: { readonly [K in Exclude<keyof SessionSettings, 'lesson'>]: SessionSettings[K] } = {
  mode: 'parallel',
  scenario: 'three-tenants',
  level: 'crew',
  teams: 3,
  minutes: 8,
  lockRoles: true,
  choose: false,
  chat: true,
  approve: true,
  locked: true,
  standings: true,
  versed: true,
};

/** The settings and the lesson as the desk sees them, after whatever is still on its way. */
async function seen(server: TestServer, desk: DeskClient) {
  const before = desk.desks.length;
  await server.until(desk.when(() => desk.desks.length > before));
  const { session, lesson } = desk.desk ?? {};
  return { phase: session?.phase, settings: session?.settings, part: lesson?.part };
}

describe('a setting that is saved', () => {
  test.each(Object.entries(OTHERS))(
    '%s changes nothing that it does not name',
    async (name, value) => {
      const server = await openServer();
      const { desk } = await openClass(server, { scenario: 'first-shift' });
      await desk.does({ kind: 'lesson', part: 0 });
      const before = await seen(server, desk);
      await desk.does({ kind: 'settings', settings: { [name]: value } });
      expect(await seen(server, desk)).toEqual({
        ...before,
        settings: { ...before.settings, [name]: value },
      });
    },
  );

  test('turns the lesson on where its code can be seen, and off wherever it is', async () => {
    const server = await openServer();
    const { desk } = await openClass(server);
    await desk.start();
    const on = { kind: 'settings', settings: { lesson: true } } as const;
    expect(await desk.act(on)).toEqual(refusal('session.not-now', { phase: 'live' }));
    await server.until(desk.does({ kind: 'lesson', part: 0 }));
    expect(await seen(server, desk)).toMatchObject({ phase: 'lobby', part: 0 });
    await desk.does({ kind: 'settings', settings: { lesson: false } });
    expect((await seen(server, desk)).part).toBeUndefined();
  });
});

describe('the lesson', () => {
  test('outlives everything else that is done at the desk', async () => {
    const server = await openServer();
    const { desk } = await openClass(server, { scenario: 'short' }, names(4));
    await desk.does({ kind: 'lesson', part: 0 });
    const acts: readonly InstructorAct[] = [
      { kind: 'message', to: 'all', text: '안녕' },
      { kind: 'rename', seat: 1, nickname: '성춘향' },
      { kind: 'move', seat: 2, team: 1 },
      { kind: 'roles', seat: 1, roles: ['analyst'] },
      { kind: 'share-out' },
      { kind: 'start', sameSeed: false },
      { kind: 'pause' },
      { kind: 'resume' },
      { kind: 'speed', speed: 2 },
      { kind: 'time', minutes: 2 },
      { kind: 'go-live' },
      { kind: 'project', world: 1 },
      { kind: 'remove', seat: 4 },
      { kind: 'end' },
      { kind: 'start', sameSeed: true },
      { kind: 'end' },
      { kind: 'again' },
    ];
    for (const act of acts) {
      await server.until(desk.does(act));
      expect([act.kind, (await seen(server, desk)).part]).toEqual([act.kind, 0]);
    }
  });

  test('has people where each of its parts is done', async () => {
    const server = await openServer();
    const { desk, players } = await openClass(server, { choose: true }, names(7));
    const [first] = players;
    const minutes = () => {
      const row = server.authorities.at(-1)?.projection.tables.match[1];
      return row && (row.overAt - row.liveFrom) / TICKS_PER_MINUTE;
    };
    // Begun from a debrief it shows the code as well.
    await desk.start();
    await server.until(desk.does({ kind: 'end' }));
    await server.until(desk.when(() => desk.desk?.session.phase === 'debrief'));
    await desk.does({ kind: 'lesson', part: at('join') });
    expect((await seen(server, desk)).phase).toBe('lobby');

    await desk.does({ kind: 'lesson', part: at('first-shift') });
    expect(await seen(server, desk)).toMatchObject({
      phase: 'live',
      settings: { mode: 'parallel', scenario: 'first-shift' },
    });
    expect(await desk.act({ kind: 'lesson', part: at('team-match') })).toEqual(
      refusal('session.not-now', { phase: 'live' }),
    );
    await server.until(desk.does({ kind: 'lesson', part: at('roles') }));
    expect((await seen(server, desk)).phase).toBe('lobby');
    expect(await first?.ask('seat:roles', { roles: ['analyst'] })).toMatchObject({ ok: true });

    await desk.does({ kind: 'lesson', part: at('team-match') });
    expect(await seen(server, desk)).toMatchObject({
      phase: 'live',
      settings: { scenario: 'three-tenants' },
    });
    const seed = server.authorities.at(-1)?.record().seed;
    const played = minutes();
    await server.until(desk.does({ kind: 'lesson', part: at('debrief') }));
    expect((await seen(server, desk)).phase).toBe('debrief');
    const scores = desk.desk?.worlds.map(({ result }) => result?.total);

    await desk.does({ kind: 'lesson', part: at('rematch') });
    expect(server.authorities.at(-1)?.record()).toMatchObject({ seed });
    expect(minutes()).toBe(8);
    await server.until(desk.does({ kind: 'lesson', part: at('compare') }));
    expect((await seen(server, desk)).phase).toBe('debrief');
    // Both matches stand side by side.
    expect(desk.desk?.session.earlier).toEqual(scores);

    // What the rematch was played with was for the rematch.
    expect(desk.desk?.session.settings).toMatchObject({
      level: DEFAULT_SESSION.level,
      minutes: DEFAULT_SESSION.minutes,
    });
    await desk.start();
    expect(minutes()).toBe(played);
    expect((await seen(server, desk)).settings?.lesson).toBe(true);
    expect(desk.desk?.session.earlier).toEqual([]);
  });

  test('offers no part that has nothing behind it', async () => {
    const fresh = { phase: 'lobby', replayable: false } as const;
    const walk = (from: number): string[] => {
      const next = partAfter(from, fresh);
      const part = LESSON[next];
      return part === undefined ? [] : [part.id, ...walk(next)];
    };
    expect(walk(-1)).toEqual(['join', 'first-shift', 'roles', 'team-match']);
    expect(partAfter(LESSON.length - 1, { phase: 'live', replayable: true })).toBe(-1);
    const server = await openServer();
    const { desk } = await openClass(server);
    for (const [part, one] of LESSON.entries()) {
      if (isOpen(one, fresh)) continue;
      expect(await desk.act({ kind: 'lesson', part })).toEqual(
        refusal('session.not-now', { phase: 'lobby' }),
      );
    }
  });

  test('is fifty minutes without a gap', () => {
    expect(LESSON[0]?.from).toBe(0);
    expect(LESSON.at(-1)?.to).toBe(50);
    for (const [i, { to }] of LESSON.slice(0, -1).entries()) expect(LESSON[i + 1]?.from).toBe(to);
  });
});
