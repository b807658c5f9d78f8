import { describe, expect, test } from 'vitest';
import type { Link, LinkEvents } from '../../../client/net/link.ts';
import { createGame, type Viewpoint } from '../../../client/state/match/game.ts';
import { encodePatch } from '../../../shared/protocol/codec.ts';
import type { SessionState } from '../../../shared/protocol/server.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { RED_COLUMNS } from '../../../shared/view/red/red-columns.ts';
import { difference } from '../../../shared/view/view.ts';
import { person, sessionWith } from '../support/class-fixture.ts';
import { knownVm, redTeamView } from '../support/red-fixture.ts';
import { matchAt } from '../support/view-fixture.ts';

const VERSUS = [
  { id: 1, side: 'blue', world: 1 },
  { id: 2, side: 'red', world: 1 },
] as const;
const SWAPPED = [
  { id: 1, side: 'red', world: 1 },
  { id: 2, side: 'blue', world: 1 },
] as const;

/** A game whose far end is played by hand. */
function sit(table: Viewpoint = { kind: 'seat' }) {
  const looked: unknown[] = [];
  const syncs: number[] = [];
  let events: LinkEvents | null = null;
  let lastTick = (): number => -1;
  const silent = (): Promise<never> => new Promise(() => {});
  const game = createGame(
    { now: () => 0, every: () => () => {}, after: () => {} },
    table,
    (given, last): Link => {
      events = given;
      lastTick = last;
      return {
        order: silent,
        look: (subject) => looked.push(subject),
        sync: (tick) => syncs.push(tick),
        retry: () => {},
        takeBack: () => {},
        leave: () => Promise.resolve(),
        close: () => {},
        team: null,
        alone: null,
      };
    },
  );
  if (events === null) throw new Error('no events');
  return { game, events: events as LinkEvents, looked, syncs, lastTick: () => lastTick() };
}

const blueAt = (tick: number): Uint8Array =>
  encodePatch(difference(BLUE_COLUMNS, null, matchAt(tick).view));

/** A whole view of the attackers: so many VMs known at that tick. */
const redAt = (tick: number, vms: number): Uint8Array =>
  encodePatch([
    tick,
    -1,
    [
      [0, 1, 1 << RED_COLUMNS.redTeam.indexOf('phase'), 'live'],
      ...Array.from({ length: vms }, (_, i) => [1, i + 1, 1, true] as const),
    ],
    [],
  ]);

describe('a seat of a class', () => {
  test('knows its team, its side, its world and its place from the roster', () => {
    const { game, events } = sit();
    events.seated(7, [1, 2, 3]);
    events.session(sessionWith([person(7, '김', { team: 2, place: 4 })], { teams: VERSUS }));
    expect(game.me.value?.nickname).toBe('김');
    expect([game.side.value, game.world.value, game.myPlace.value]).toEqual(['red', 1, 4]);
    expect(game.rejoin.value).toEqual([1, 2, 3]);
    events.session(sessionWith([person(7, '김', { team: 2, place: 1 })], { teams: SWAPPED }));
    expect([game.side.value, game.myPlace.value]).toEqual(['blue', 1]);
  });

  test('that looks on is asked for nothing, until it is let in', () => {
    const { game, events } = sit();
    const me = (presence: 'watching' | 'present') =>
      events.session(sessionWith([person(3, '김', { presence })], { phase: 'live' }));
    events.seated(3, [1, 2, 3]);
    me('watching');
    events.frame(blueAt(40));
    expect([game.watching, game.hint.value]).toEqual([true, null]);
    me('present');
    expect(game.watching).toBe(false);
    expect(game.hint.value).toMatchObject({ kind: 'open' });
  });

  test('holds the attackers’ view as well, and asks for the whole of it when a frame is missed', () => {
    const { game, events, syncs, lastTick } = sit();
    events.seated(2, [1, 2, 3]);
    events.session(
      sessionWith([person(2, '김', { team: 2, place: 1 })], { teams: VERSUS, phase: 'live' }),
    );
    events.red(redAt(30, 2));
    expect(game.red.value?.tables.knownVms.filter((row) => row !== null)).toHaveLength(2);
    expect(game.times.value?.phase).toBe('live');
    expect(lastTick()).toBe(30);
    events.red(encodePatch([40, 35, [], []]));
    expect(syncs).toEqual([-1]);
    expect(game.red.value?.tick).toBe(30);
  });

  test('tells attackers what became otherwise since they came, and forgets it with the half', () => {
    const { game, events } = sit();
    events.seated(1, [1, 2, 3]);
    const roster = [person(1, '김', { place: 1 })];
    events.session(sessionWith(roster, { teams: SWAPPED, phase: 'live' }));
    const own = { own: true, power: 'running', ring: 'kernel' } as const;
    const first = { ...redTeamView({ knownVms: [knownVm(1, own)] }), tick: 30 };
    const more = redTeamView({ knownVms: [knownVm(1, own), knownVm(2, own)] });
    const second = { ...more, tick: 31 };
    events.red(encodePatch(difference(RED_COLUMNS, null, first)));
    expect(game.redHappenings.value).toEqual([]);
    events.red(encodePatch(difference(RED_COLUMNS, first, second)));
    events.red(encodePatch([32, 31, [], []]));
    expect(game.redHappenings.value).toMatchObject([
      { tick: 31, kind: 'arrived', at: 'knownVms/2' },
    ]);
    expect(game.happenings.value).toEqual([]);
    events.session(sessionWith(roster, { teams: VERSUS, phase: 'lobby' }));
    expect(game.redHappenings.value).toEqual([]);
  });

  test('forgets the first half when sides are swapped: ticks begin anew', () => {
    const { game, events } = sit();
    events.seated(1, [1, 2, 3]);
    const roster = [person(1, '김', { place: 1 })];
    events.session(sessionWith(roster, { teams: VERSUS, phase: 'live' }));
    events.frame(blueAt(40));
    game.select('hosts/1');
    events.session(sessionWith(roster, { teams: VERSUS, phase: 'debrief' }));
    expect(game.view.value?.tick).toBe(40);
    events.session(sessionWith(roster, { teams: SWAPPED, phase: 'live', half: 2 }));
    expect(game.view.value).toBeNull();
    expect(game.selection.value).toBeNull();
    expect(game.clock.tick.value).toBe(0);
    events.red(redAt(2, 1));
    expect(game.red.value?.tick).toBe(2);
  });

  test('keeps the report that is read while the next match is being settled', () => {
    const { game, events } = sit();
    events.seated(1, [1, 2, 3]);
    const roster = [person(1, '김')];
    events.session(sessionWith(roster, { phase: 'live' }));
    events.frame(blueAt(40));
    events.session(sessionWith(roster, { phase: 'debrief' }));
    events.session(
      sessionWith(roster, { phase: 'debrief', teams: [{ id: 1, side: 'blue', world: 2 }] }),
    );
    expect(game.view.value?.tick).toBe(40);
    events.session(sessionWith(roster));
    expect(game.view.value).toBeNull();
  });

  test('forgets what it saw from another place: moved in the middle it sees another world', () => {
    const { game, events } = sit();
    events.seated(1, [1, 2, 3]);
    const at = (team: number, placeKey: number) =>
      sessionWith([person(1, '김', { team, place: 1, placeKey })], {
        phase: 'live',
        teams: [VERSUS[0], { id: 2, side: 'blue', world: 2 }],
      });
    events.session(at(1, 71));
    events.frame(blueAt(40));
    events.session(at(1, 71));
    expect(game.view.value?.tick).toBe(40);
    events.session(at(2, 72));
    expect(game.view.value).toBeNull();
    expect(game.world.value).toBe(2);
  });

  test('shows the time that the instructor has given at once, before its tick has come', () => {
    const { game, events } = sit();
    events.seated(1, [1, 2, 3]);
    const at = (moved: SessionState['moved']) =>
      sessionWith([person(1, '김', { place: 1 })], { phase: 'live', moved });
    events.session(at([]));
    events.frame(blueAt(40));
    const before = game.match.value;
    events.session(at([{ world: 1, liveFrom: 300, overAt: 9000 }]));
    expect(game.match.value).toEqual({ ...before, liveFrom: 300, overAt: 9000 });
    expect(game.times.value?.overAt).toBe(9000);
    events.session(at([{ world: 2, liveFrom: 300, overAt: 9000 }]));
    expect(game.match.value).toEqual(before);
  });

  test('keeps nothing that the instructor said for what is over', () => {
    const { game, events } = sit();
    const roster = [person(1, '김')];
    const said = () => game.talk.notices.value.length;
    for (const phase of ['lobby', 'live', 'debrief', 'live'] as const) {
      events.session(sessionWith(roster, { phase }));
      expect(said()).toBe(0);
      events.word({ kind: 'notice', text: '여기를 보세요' });
      events.session(sessionWith(roster, { phase, hosted: false }));
      expect(said()).toBe(1);
    }
  });

  test('stands still when the instructor pauses, and goes on at the speed they set', () => {
    const { game, events } = sit();
    const roster = [person(1, '김')];
    events.session(sessionWith(roster, { phase: 'live', time: { kind: 'paused', speed: 2 } }));
    expect(game.pace.value).toEqual({ paused: true, speed: 2 });
    events.session(
      sessionWith(roster, { phase: 'live', time: { kind: 'restart', speed: 2, seconds: 5 } }),
    );
    expect(game.pace.value.paused).toBe(true);
    events.session(
      sessionWith(roster, { phase: 'live', time: { kind: 'running', speed: 2, slow: true } }),
    );
    expect(game.pace.value).toEqual({ paused: false, speed: 2 });
  });

  test('looks at a row of the attackers’ view without taking it for one of the defenders’', () => {
    const { game, looked } = sit();
    game.select('knownVms/3');
    expect(looked).toEqual(['knownVms/3']);
    expect(game.looked.value).toBe('knownVms/3');
    expect(game.selection.value).toBeNull();
    game.select('vms/3');
    expect(game.selection.value).toBe('vms/3');
  });

  test('says again where it looks once the line is back', () => {
    const { game, events, looked } = sit();
    events.status({ kind: 'online' });
    game.select('hosts/2');
    events.status({ kind: 'dropped', since: 0 });
    events.status({ kind: 'online' });
    expect(looked).toEqual(['hosts/2', 'hosts/2']);
  });

  test('marks no frames that are another role’s to see', () => {
    const { game, events } = sit();
    events.seated(1, [1, 2, 3]);
    const other = person(2, '이', { roles: ['operator'] });
    events.frame(blueAt(40));
    const request = game.view.value?.tables.requests.find((row) => row?.kind === 'create');
    const subject = `requests/${request?.id ?? 0}` as const;
    const { authority } = matchAt(40);
    authority.look(1, subject);
    game.select(subject);
    events.seat(authority.seatState(1));
    expect(game.offered.value).toHaveLength(request?.frames ?? -1);
    events.session(
      sessionWith([person(1, '김', { roles: ['network'] }), other], { phase: 'live' }),
    );
    expect(game.offered.value).toEqual([]);
  });
});

test('a desk looks with the eyes it was given into the world it was given', () => {
  const { game, events } = sit({ kind: 'desk', world: 3, eyes: 'red' });
  events.session(sessionWith([person(1, '김')], { phase: 'live' }));
  expect(game.watching).toBe(true);
  expect([game.world.value, game.side.value, game.mySeat.value]).toEqual([3, 'red', 0]);
  expect(game.hint.value).toBeNull();
});
