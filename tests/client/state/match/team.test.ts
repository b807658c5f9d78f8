import { describe, expect, test } from 'vitest';
import { hiddenDetailOf, ROLE_DETAILS } from '../../../../client/state/match/role-details.ts';
import {
  holdersOf,
  membersOf,
  ownFirst,
  teamIn,
  whoAt,
} from '../../../../client/state/match/team.ts';
import { some } from '../../../support/some.ts';
import { person, sessionWith } from '../../support/class-fixture.ts';

const TEAMS = [
  { id: 1, side: 'blue', world: 1 },
  { id: 2, side: 'blue', world: 2 },
] as const;

test('one’s own name is the first of forty, and the others keep their order', () => {
  const forty = Array.from({ length: 40 }, (_, i) => person(i + 1, `p${i + 1}`));
  const seats = ownFirst(forty, 40).map(({ seat }) => seat);
  expect(seats.slice(0, 3)).toEqual([40, 1, 2]);
  expect(new Set(seats).size).toBe(40);
  expect(ownFirst(forty, 99)).toEqual(forty);
});

describe('who is at a place', () => {
  const session = sessionWith(
    [
      person(1, '김', { place: 1 }),
      person(2, '이', { place: 2, presence: 'left' }),
      person(3, '박', { team: 2, place: 1 }),
      person(4, '최', { team: 2, place: 2, presence: 'waiting' }),
    ],
    { teams: TEAMS },
  );

  test('is asked of one world: the same place of another is someone else', () => {
    expect(whoAt(session, 1, 1)?.nickname).toBe('김');
    expect(whoAt(session, 2, 1)?.nickname).toBe('박');
  });

  test('may be someone who has left, and nobody at the door', () => {
    expect(whoAt(session, 1, 2)?.nickname).toBe('이');
    expect(whoAt(session, 2, 2)).toBeNull();
    expect(whoAt(session, 1, 0)).toBeNull();
  });

  test('is the attackers as well as the defenders of that world', () => {
    const versus = sessionWith(
      [person(1, '김', { place: 1 }), person(2, '이', { team: 2, place: 2 })],
      {
        teams: [
          { id: 1, side: 'red', world: 1 },
          { id: 2, side: 'blue', world: 1 },
        ],
      },
    );
    expect(whoAt(versus, 1, 1)?.nickname).toBe('김');
    expect(whoAt(versus, 1, 2)?.nickname).toBe('이');
    expect(teamIn(versus, 1, 'blue')?.id).toBe(2);
    expect(teamIn(versus, 2, 'blue')).toBeNull();
  });
});

test('a team is who has a seat now; a role can be asked of whoever is here', () => {
  const session = sessionWith([
    person(1, '김', { roles: ['network'] }),
    person(2, '이', { roles: ['network'], presence: 'dropped' }),
    person(3, '박', { roles: ['network'], presence: 'left' }),
    person(4, '최', { roles: ['network'], team: 0 }),
  ]);
  expect(membersOf(session, 1).map(({ seat }) => seat)).toEqual([1, 2]);
  expect(holdersOf(session, 1, 'network').map(({ seat }) => seat)).toEqual([1]);
});

describe('lenses', () => {
  const roster = [
    person(1, '김', { roles: ['operator', 'analyst'] }),
    person(2, '이', { roles: ['network'] }),
    person(3, '박', { roles: ['hypervisor', 'network'] }),
  ];
  const session = sessionWith(roster);

  test('show a role its own detail, and name who has the others', () => {
    expect(hiddenDetailOf(session, 1, 'residue')).toBeNull();
    expect(hiddenDetailOf(session, 2, 'drift')).toBeNull();
    const hidden = hiddenDetailOf(session, 1, 'drift');
    expect(hidden?.role).toBe('network');
    expect(hidden?.who.map(({ nickname }) => nickname)).toEqual(['이', '박']);
  });

  test('leave everybody something that only others see: a team has to talk', () => {
    for (const { seat, roles } of roster) {
      for (const role of some(new Set(Object.values(ROLE_DETAILS)))) {
        const details = (Object.keys(ROLE_DETAILS) as (keyof typeof ROLE_DETAILS)[]).filter(
          (detail) => ROLE_DETAILS[detail] === role,
        );
        const seen = details.filter((detail) => hiddenDetailOf(session, seat, detail) === null);
        expect(seen).toHaveLength(roles.includes(role) ? details.length : 0);
      }
    }
  });

  test('hide nothing from a team of one, alone, from a desk, or when nobody here has the role', () => {
    const alone = sessionWith([person(1, '김')]);
    expect(hiddenDetailOf(alone, 1, 'drift')).toBeNull();
    expect(hiddenDetailOf(null, 1, 'drift')).toBeNull();
    expect(hiddenDetailOf(session, 0, 'drift')).toBeNull();
    const watcher = person(9, '최', { roles: [], presence: 'watching' });
    expect(hiddenDetailOf(sessionWith([...roster, watcher]), 9, 'drift')).toBeNull();
    const gone = sessionWith([
      person(1, '김', { roles: ['operator'] }),
      person(2, '이', { roles: ['network'], presence: 'dropped' }),
    ]);
    expect(hiddenDetailOf(gone, 1, 'drift')).toBeNull();
  });
});
