import { describe, expect, test } from 'vitest';
import type { DeskEvents, DeskLink } from '../../../../client/net/desk-link.ts';
import { createDesk } from '../../../../client/state/desk/desk.ts';
import type { InstructorAct } from '../../../../shared/protocol/messages.ts';
import type { ProjectorState, Reply } from '../../../../shared/protocol/server.ts';
import { deskState, sessionState } from '../../support/desk-fixture.ts';
import { matchAt } from '../../support/view-fixture.ts';

const LIVE = { phase: 'live' } as const;

/** A desk whose line is played by hand. */
function sitDown() {
  const said: string[] = [];
  const answers: ((reply: Reply<unknown>) => void)[] = [];
  const given: { events: DeskEvents | null } = { events: null };
  const link: DeskLink = {
    open: () => said.push('open'),
    retry: () => said.push('retry'),
    watch: (world, eyes) => said.push(`watch ${world} ${eyes}`),
    sync: () => said.push('sync'),
    act: (act: InstructorAct) => {
      said.push(`act ${act.kind}`);
      return new Promise((resolve) => answers.push(resolve));
    },
    injections: () => Promise.resolve({ ok: true, value: [] }),
    close: () => said.push('close'),
  };
  const desk = createDesk({ now: () => 0, every: () => () => {}, after: () => {} }, (events) => {
    given.events = events;
    return link;
  });
  const { events } = given;
  if (events === null) throw new Error('no events');
  return { desk, events, said, answers };
}

/** Everything that whoever looks into a world is sent until then. */
const frames = (ticks: number): readonly Uint8Array[] => matchAt(ticks).authority.since('blue', -1);

const shown = (world: number): ProjectorState => ({
  session: sessionState(LIVE),
  ticket: 'abc',
  world,
  standings: null,
  clock: null,
  notice: null,
});

describe('the instructor’s desk', () => {
  test('looks into one world at a time, and forgets it on looking away', () => {
    const { desk, events, said } = sitDown();
    events.status({ kind: 'online' });
    events.console(deskState(LIVE));
    desk.watch(2, 'blue');
    const before = desk.watching.value?.game;
    for (const bytes of frames(3)) events.frame(bytes);
    expect(before?.view.value?.tables.vms).toEqual(matchAt(3).view.tables.vms);
    expect(before?.watching).toBe(true);
    expect(before?.session.value?.code).toBe('K73QMA');

    desk.watch(2, 'blue');
    expect(desk.watching.value?.game).toBe(before);
    desk.watch(2, 'red');
    expect(desk.watching.value?.game).not.toBe(before);
    desk.unwatch();
    expect(desk.watching.value).toBeNull();
    for (const bytes of frames(4)) events.frame(bytes);
    expect(said).toEqual(['open', 'watch 2 blue', 'watch 2 red', 'watch 0 blue']);
  });

  test('can order nothing in a world that it watches', async () => {
    const { desk } = sitDown();
    desk.watch(1, 'blue');
    const reply = await desk.watching.value?.game.link.order('stop-vm', { vm: 1 });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'session.no-seat' } });
  });

  test('marks an act until it is answered, and keeps why it was not done', async () => {
    const { desk, answers } = sitDown();
    const done = desk.act('pause', { kind: 'pause' });
    expect(desk.acts.pending.value.map(({ key }) => key)).toEqual(['pause']);
    const refusal = { code: 'session.not-now', facts: { phase: 'lobby' } } as const;
    answers[0]?.({ ok: false, refusal });
    expect(await done).toEqual({ ok: false, refusal });
    expect(desk.acts.pending.value).toEqual([]);
    expect(desk.acts.notes.value).toEqual([{ key: 'pause', kind: 'refused', refusal }]);
  });

  test('a patch that does not follow is asked for again', () => {
    const { desk, events, said } = sitDown();
    desk.watch(1, 'blue');
    events.frame(new Uint8Array([1, 2, 3]));
    expect(said.at(-1)).toBe('sync');
  });
});

describe('the projected page', () => {
  test('shows the world that it is given, whose first frames may have come before', () => {
    const { desk, events, said } = sitDown();
    events.projector(shown(0));
    for (const bytes of frames(2)) events.frame(bytes);
    expect(desk.watching.value).toBeNull();
    events.projector(shown(3));
    expect(desk.watching.value?.world).toBe(3);
    expect(said.at(-1)).toBe('sync');
    for (const bytes of frames(2)) events.frame(bytes);
    expect(desk.watching.value?.game.view.value?.tables.vms).toEqual(matchAt(2).view.tables.vms);
    events.projector(shown(0));
    expect(desk.watching.value).toBeNull();
  });
});
