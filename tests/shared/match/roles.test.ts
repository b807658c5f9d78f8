import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import type { Input } from '../../../shared/match/input.ts';
import { offersFor } from '../../../shared/match/offers.ts';
import { inOrder, shareRoles } from '../../../shared/match/roles.ts';
import { ROLE_NAMES, type Role } from '../../../shared/world/people/seat.ts';
import { Bench } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

const seated = (seat: number, roles?: readonly Role[]): Input => ({
  kind: 'seat',
  seat,
  pilot: 'human',
  ...(roles ? { roles } : {}),
});

describe('the roles of a team', () => {
  test.each([
    [1, [['operator', 'hypervisor', 'network', 'analyst']]],
    [
      2,
      [
        ['operator', 'hypervisor'],
        ['network', 'analyst'],
      ],
    ],
    [3, [['operator'], ['hypervisor'], ['network', 'analyst']]],
    [4, [['operator'], ['network'], ['analyst'], ['hypervisor']]],
    [
      7,
      [
        ['operator'],
        ['network'],
        ['analyst'],
        ['hypervisor'],
        ['operator'],
        ['network'],
        ['analyst'],
      ],
    ],
  ])('J9 %i people', (people, shares) => {
    expect(shareRoles(people)).toEqual(shares);
  });

  test('J9 of any number of people each role is somebody’s, and nobody has none', () => {
    for (let people = 1; people <= 60; people += 1) {
      const shares = shareRoles(people);
      expect(shares).toHaveLength(people);
      expect(inOrder(shares.flat())).toEqual(ROLE_NAMES);
      expect(shares.filter((share) => share.length === 0)).toEqual([]);
      const counts = ROLE_NAMES.map((role) => shares.filter((all) => all.includes(role)).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
    expect(shareRoles(0)).toEqual([]);
  });
});

describe('a seat with roles', () => {
  test('J8 orders for them are taken, others are refused with whose they are', () => {
    const bench = new Bench();
    bench.tick(seated(2, ['analyst']));
    expect(bench.give('stop-vm', { vm: 1 }, 2)).toEqual({
      code: 'rule.not-your-role',
      facts: { role: 'operator' },
    });
    expect(bench.give('investigate-vm', { vm: 1 }, 2)).toBeNull();
    expect(bench.world.seats[2]).toMatchObject({ lastOrder: 2, roles: ['analyst'] });
  });

  test('J8 whoever is given none has all, and keeps what they have when nothing is said', () => {
    const bench = new Bench();
    expect(bench.world.seats[1]?.roles).toEqual(ROLE_NAMES);
    bench.tick(seated(1, ['network', 'operator']));
    bench.tick(seated(1));
    expect(bench.world.seats[1]?.roles).toEqual(['operator', 'network']);
  });

  test('J8 whose it is to do is said before what the command itself objects to', () => {
    const bench = new Bench();
    bench.tick(seated(1, ['network']));
    expect(bench.give('stop-vm', { vm: 99 })?.code).toBe('rule.not-your-role');
    expect(bench.give('verify-policy', { host: 99 })?.code).toBe('rule.no-such-thing');
  });

  test('J8 what keeps the desk in order is everybody’s', () => {
    const bench = new Bench();
    bench.give('scrub-policy', { host: 1, policy: 'on-free' });
    bench.tick(seated(1, ['network']));
    expect(bench.give('acknowledge-alert', { alert: 9 })?.code).toBe('rule.no-such-thing');
    expect(bench.give('cancel-job', { job: 1 })).toBeNull();
  });

  test('J8 offers say so too, and only of the commands of other roles', () => {
    const bench = new Bench();
    bench.tick(seated(1, ['hypervisor']));
    const offers = offersFor(bench.world, 1, 'hosts/1');
    expect(offers.length).toBeGreaterThan(2);
    for (const { command, refusal } of offers) {
      const own = commands.get(command)?.role === 'hypervisor';
      expect([command, refusal?.code === 'rule.not-your-role']).toEqual([command, !own]);
    }
  });

  test('J8 a change of roles is an event, of someone who is there', () => {
    const bench = new Bench();
    bench.tick(seated(1, ['network']), seated(1, ['network']));
    bench.tick({ kind: 'seat', seat: 2, pilot: 'computer', roles: ['analyst'] });
    expect(bench.events('seat-changed').map(({ actor, data }) => [actor, data])).toEqual([
      [
        { kind: 'seat', id: 1 },
        { pilot: 'human', side: 'blue', roles: ROLE_NAMES },
      ],
      [
        { kind: 'seat', id: 1 },
        { pilot: 'human', side: 'blue', roles: ['network'] },
      ],
    ]);
    expect(bench.world.seats[2]).toMatchObject({ pilot: 'computer', roles: ['analyst'] });
  });
});

describe('a seat of the attackers', () => {
  const attacker = (seat: number): Input => ({ kind: 'seat', seat, pilot: 'human', side: 'red' });

  test('J6 has no share in the hands of the defenders, and no roles', () => {
    const bench = new Bench();
    bench.tick(attacker(2), attacker(3));
    expect(bench.world.seats[2]).toMatchObject({ side: 'red', roles: [] });
    expect(blueOf(bench.match).tables.match[1]).toMatchObject({ hands: 3 });
    bench.tick(seated(4));
    expect(blueOf(bench.match).tables.match[1]).toMatchObject({ hands: 4 });
  });

  test('X1 is in no view of the defenders, and is offered none of their commands', () => {
    const bench = new Bench();
    const before = blueOf(bench.match).tables.seats;
    bench.tick(attacker(2));
    expect(blueOf(bench.match).tables.seats.filter((row) => row !== null)).toEqual(
      before.filter((row) => row !== null),
    );
    expect(offersFor(bench.world, 2, 'vms/1')).toEqual([]);
    expect(offersFor(bench.world, 1, 'vms/1').length).toBeGreaterThan(0);
  });

  test('J8 orders no defender’s command, and stays on its side', () => {
    const bench = new Bench();
    bench.tick(attacker(2));
    expect(bench.give('stop-vm', { vm: 1 }, 2)).not.toBeNull();
    expect(bench.world.jobs.filter((job) => job !== null)).toEqual([]);
    bench.tick(seated(2, ['operator']));
    expect(bench.world.seats[2]).toMatchObject({ side: 'red', roles: [] });
  });
});
