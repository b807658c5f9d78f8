import { describe, expect, test } from 'vitest';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { makeDebrief } from '../../shared/match/debrief/debrief.ts';
import { handsOf } from '../../shared/match/hands.ts';
import type { Input } from '../../shared/match/input.ts';
import { createMatch, hashMatch, isOver, type Match, stepMatch } from '../../shared/match/match.ts';
import { replay } from '../../shared/match/replay.ts';
import { STAND_IN } from '../../shared/view/unattended.ts';
import type { Side } from '../../shared/world/people/seat.ts';
import { eventsOf, hostileShop, tiny } from '../support/worlds.ts';

const scenario = scenarios['first-shift']!;

const seat = (id: number, side: Side, pilot: 'human' | 'computer' = 'human'): Input => ({
  kind: 'seat',
  seat: id,
  pilot,
  side,
});

type Plan = Readonly<Record<number, readonly Input[]>>;

function played(plan: Plan, until = Number.POSITIVE_INFINITY): Match {
  const match = createMatch(scenario, 2);
  while (!isOver(match) && match.world.tick < until) {
    stepMatch(match, plan[match.world.tick + 1] ?? []);
  }
  return match;
}

/** Ticks of the orders of a seat. */
const orders = ({ history }: Match, by: number): number[] =>
  eventsOf(history, 'order')
    .filter(({ actor }) => actor.kind === 'seat' && actor.id === by)
    .map(({ tick }) => tick);

describe('where people attack and nobody defends', () => {
  const alone = played({ 1: [seat(1, 'red')] });

  test('A56 the computer does, with the hands of one, and requests are served', () => {
    expect(orders(alone, STAND_IN).length).toBeGreaterThan(10);
    const served = eventsOf(alone.history, 'request-ended').map(({ data }) => data.outcome);
    expect(served.filter((outcome) => outcome === 'served').length).toBeGreaterThan(2);
    expect(handsOf(alone.world, STAND_IN).all).toBe(alone.world.pace.handsSolo);
  });

  test('A56 nothing of it is journalled, and a re-run decides the same', () => {
    const journal = new Map([[1, [seat(1, 'red')]]]);
    const again = replay({ scenario, seed: 2, journal, acts: { from: 'minds' } });
    expect(hashMatch(again)).toEqual(hashMatch(alone));
    const { history } = alone;
    const recorded = replay({ scenario, seed: 2, journal, acts: { from: 'record', history } });
    expect(hashMatch(recorded)).toEqual(hashMatch(alone));
  });

  test('A56 what it wants waits in the world: a copy goes on as the original would', () => {
    const match = played({ 1: [seat(1, 'red')] }, 39);
    let waited = 0;
    while (!isOver(match) && match.world.tick < 600) {
      if (match.world.wishes.length > 0) {
        waited += 1;
        const copy: Match = {
          ...match,
          world: JSON.parse(JSON.stringify(match.world)) as Match['world'],
          history: [...match.history],
        };
        stepMatch(copy, []);
        stepMatch(match, []);
        expect(hashMatch(copy)).toEqual(hashMatch(match));
      } else stepMatch(match, []);
    }
    expect(waited).toBeGreaterThan(2);
  });

  test('A56 it stops at once when somebody comes, and goes on when they have gone', () => {
    const comes = 400;
    const goes = 900;
    const match = played({
      1: [seat(1, 'red')],
      [comes]: [seat(2, 'blue')],
      [goes]: [seat(2, 'blue', 'computer')],
    });
    const ticks = orders(match, STAND_IN);
    expect(ticks.filter((tick) => tick < comes).length).toBeGreaterThan(2);
    expect(ticks.filter((tick) => tick >= comes && tick <= goes)).toEqual([]);
    expect(ticks.filter((tick) => tick > goes).length).toBeGreaterThan(2);
  });

  test('A56 what it had decided in the tick before is not done either', () => {
    const match = played({ 1: [seat(1, 'red')] }, 30);
    while (match.world.wishes.length === 0) stepMatch(match, []);
    const before = orders(match, STAND_IN).length;
    stepMatch(match, [seat(2, 'blue')]);
    expect([match.world.wishes, orders(match, STAND_IN).length]).toEqual([[], before]);
    expect(handsOf(match.world, STAND_IN).all).toBe(0);
  });

  test('A56 a debrief can say what it should have ordered', () => {
    const careless = tiny({
      attackers: [hostileShop],
      residue: [
        { host: 1, asset: 'payment-keys', frames: 4 },
        { host: 2, asset: 'payment-keys', frames: 4 },
      ],
      pace: { requestWait: 20, fillEvery: 50 },
    });
    const order = (n: number, command: string, args: Record<string, number>): Input => ({
      kind: 'order',
      seat: 1,
      n,
      command,
      args,
    });
    // Nobody has looked by the time that the portal serves them by itself.
    const journal = new Map<number, Input[]>([
      [1, [seat(1, 'red')]],
      [2, [order(1, 'entry-tenant', {})]],
      [24, [order(2, 'res-mem-unscrubbed', { vm: 1 })]],
    ]);
    const match = replay({ scenario: careless, seed: 2, journal, acts: { from: 'minds' } });
    const { harms } = makeDebrief(match, journal);
    const preventions = harms.flatMap(({ needs }) => needs.flatMap((need) => need.preventions));
    expect(preventions.map(({ outcome }) => outcome)).toContain('gone');
  });

  test('A56 where nobody attacks it leaves everything alone', () => {
    const none = played({}, 600);
    const left = played({ 1: [seat(1, 'blue')], 2: [seat(1, 'blue', 'computer')] }, 600);
    expect([orders(none, STAND_IN), orders(left, STAND_IN)]).toEqual([[], []]);
  });
});

describe('where people defend and nobody attacks', () => {
  test('I6 the attackers’ minds think as soon as the last of their people has gone', () => {
    const match = played({
      1: [seat(1, 'blue'), seat(2, 'red')],
      500: [seat(2, 'red', 'computer')],
      900: [seat(2, 'red')],
    });
    const acts = eventsOf(match.history, 'act').map(({ tick }) => tick);
    expect(acts.length).toBeGreaterThan(1);
    expect(acts.filter((tick) => tick < 500 || tick >= 900)).toEqual([]);
  });
});
