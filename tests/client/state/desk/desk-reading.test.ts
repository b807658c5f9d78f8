import { describe, expect, test } from 'vitest';
import {
  boardsOf,
  idleOf,
  leadingWorld,
  moodOf,
  peopleIn,
  splitOf,
  toldMoments,
  unplacedIn,
  waitingIn,
  wouldEnd,
} from '../../../../client/state/desk/desk-reading.ts';
import { DEFAULT_SESSION } from '../../../../shared/protocol/settings.ts';
import { deskState, person, sessionState, summary } from '../../support/desk-fixture.ts';

describe('people', () => {
  const session = sessionState({
    roster: [
      person(1),
      person(2, { presence: 'dropped', team: 2 }),
      person(3, { presence: 'waiting', team: 0 }),
      person(4, { presence: 'left' }),
      person(5, { team: 0 }),
      // A team that is no more, after the number of teams was made smaller.
      person(6, { team: 9 }),
      person(7, { presence: 'removed' }),
    ],
  });
  const seats = (entries: readonly { readonly seat: number }[]) => entries.map(({ seat }) => seat);

  test('who is here is told from who waits, has left or was removed', () => {
    expect(seats(peopleIn(session))).toEqual([1, 2, 5, 6]);
    expect(seats(waitingIn(session))).toEqual([3]);
  });

  test('who is in no team of the session is found, whatever number they have', () => {
    expect(seats(unplacedIn(session))).toEqual([5, 6]);
  });

  test('a short rest is not worth a word', () => {
    const rest = (seat: number, idle: number) => ({
      seat,
      idle,
      rejoin: [1, 2, 3] as [number, number, number],
    });
    const desk = { ...deskState(), people: [rest(1, 19), rest(2, 20)] };
    expect([1, 2, 3].map((seat) => idleOf(desk, seat))).toEqual([0, 20, 0]);
  });
});

describe('a class in one world', () => {
  const of = (count: number, mode: 'shared' | 'parallel' = 'shared') =>
    splitOf(
      sessionState({
        settings: { ...DEFAULT_SESSION, mode },
        roster: Array.from({ length: count }, (_, i) => person(i + 1)),
      }),
    );

  test('is offered teams once it is too many for it', () => {
    expect(of(8)).toBeNull();
    expect(of(9)).toEqual({ teams: 3, size: 3 });
    expect(of(40)).toEqual({ teams: 10, size: 4 });
    expect(of(60)).toEqual({ teams: 12, size: 5 });
    expect(of(40, 'parallel')).toBeNull();
  });
});

describe('worlds', () => {
  test('each is shown with its teams, the defenders first, after the swap as well', () => {
    const teams = [
      { id: 1, side: 'red', world: 1 },
      { id: 2, side: 'blue', world: 1 },
      { id: 3, side: 'red', world: 2 },
      { id: 4, side: 'blue', world: 2 },
    ] as const;
    const boards = boardsOf({ session: sessionState({ teams }), worlds: [summary(2)] });
    expect(boards.map(({ world, teams }) => [world, teams.map(({ id }) => id)])).toEqual([
      [1, [2, 1]],
      [2, [4, 3]],
    ]);
    expect(boards.map(({ summary }) => summary?.world ?? null)).toEqual([null, 2]);
  });

  test('while a match goes on, teams without anyone have no card', () => {
    const desk = { ...deskState({ phase: 'live' }), worlds: [summary(2)] };
    expect(boardsOf(desk).map(({ world }) => world)).toEqual([2]);
  });

  test('red is for a breach that bleeds, amber for what has waited long, and nothing for the rest', () => {
    expect(moodOf(summary(1))).toBe('calm');
    expect(moodOf(summary(1, { harms: 2 }))).toBe('calm');
    // Something is open in every world, always: only what nobody answers wants a look.
    expect(moodOf(summary(1, { alertsOpen: 4, requestsWaiting: 3, waited: 299 }))).toBe('calm');
    expect(moodOf(summary(1, { requestsWaiting: 1, waited: 300 }))).toBe('look');
    expect(moodOf(summary(1, { alertsOpen: 1, waited: 400, harmsOpen: 1 }))).toBe('harm');
    expect(moodOf(null)).toBe('calm');
  });

  test('less time would end a match where it would, and more never does', () => {
    const world = summary(1, { tick: 600, liveFrom: 100, overAt: 1500 });
    expect([-2, -3, -4, 2].map((minutes) => wouldEnd([world], minutes))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(wouldEnd([world, summary(2, { overAt: 1100 })], -2)).toBe(true);
    expect(wouldEnd([summary(1, { tick: 0, liveFrom: 1000, overAt: 1500 })], -2)).toBe(true);
    expect(wouldEnd([summary(1, { phase: 'over', tick: 1500 })], -2)).toBe(false);
  });

  test('the class goes by the world that has come furthest', () => {
    expect(leadingWorld([])).toBeNull();
    expect(leadingWorld([summary(1, { tick: 9 }), summary(2, { tick: 11 })])?.world).toBe(2);
  });
});

describe('moments', () => {
  const moment = (world: number, tick: number, asset: string, seq = tick) =>
    ({ world, tick, seq, kind: 'harm', facts: { asset, victim: 'bank' } }) as const;

  test('the same thing in several worlds is told once, with all of them', () => {
    const told = toldMoments([
      moment(3, 900, 'ledger'),
      moment(1, 880, 'ledger'),
      moment(2, 870, 'keys'),
    ]);
    expect(told.map(({ moment: { facts }, worlds }) => [facts.asset, worlds])).toEqual([
      ['ledger', [1, 3]],
      ['keys', [2]],
    ]);
  });

  test('twice in one world, or much later in another, is told twice', () => {
    expect(toldMoments([moment(1, 900, 'ledger'), moment(1, 890, 'ledger')])).toHaveLength(2);
    expect(toldMoments([moment(2, 900, 'ledger'), moment(1, 740, 'ledger')])).toHaveLength(2);
  });
});
