import { describe, expect, test } from 'vitest';
import type { Input } from '../../../shared/match/input.ts';
import {
  createMatch,
  hashMatch,
  type Journal,
  type Match,
  stepMatch,
} from '../../../shared/match/match.ts';
import { replay } from '../../../shared/match/replay.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import { eventsOf, hostileShop, id, tiny } from '../../support/worlds.ts';

const scenario: Scenario = tiny({
  residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
  vms: tiny().vms.map((vm, i) => (i === 0 ? { ...vm, tenant: 'shop', asset: 'orders' } : vm)),
  attackers: [{ ...hostileShop, owns: [1] }],
  pace: { live: 150, think: 15 },
});

function playOut(journal: Journal): Match {
  const match = createMatch(scenario, 1);
  while (match.world.phase !== 'over') stepMatch(match, journal.get(match.world.tick + 1) ?? []);
  return match;
}

const acts = (match: Match): unknown[] =>
  eventsOf(match.history, 'act').map(({ tick, data }) => [tick, data.attack, data.why.reason]);

const again = (match: Match, journal: Journal, from: 'minds' | 'record'): Match =>
  replay({
    scenario,
    seed: 1,
    journal,
    acts: from === 'minds' ? { from } : { from, history: match.history },
  });

describe('what an instructor has attackers try', () => {
  const put: Input = {
    kind: 'act',
    attacker: id(1),
    attack: 'res-mem-unscrubbed',
    args: { vm: 1 },
    why: { reason: 'instructor', plan: ['res-mem-unscrubbed'] },
  };
  const journal: Journal = new Map([
    [1, [{ kind: 'seat', seat: 1, pilot: 'human' }]],
    [20, [put]],
  ]);

  test('I5 with minds it is taken from the journal: the same match', () => {
    const match = playOut(journal);
    expect(acts(match)).toContainEqual([20, 'res-mem-unscrubbed', 'instructor']);
    expect(hashMatch(again(match, journal, 'minds'))).toEqual(hashMatch(match));
  });

  test('I5 with recorded acts it is among those, and done once', () => {
    const match = playOut(journal);
    const then = again(match, journal, 'record');
    expect(acts(then)).toEqual(acts(match));
    expect(then.history).toEqual(match.history);
  });
});

describe('what attackers’ seats order', () => {
  const journal: Journal = new Map<number, Input[]>([
    [
      1,
      [
        { kind: 'seat', seat: 1, pilot: 'human' },
        { kind: 'seat', seat: 2, pilot: 'human', side: 'red' },
      ],
    ],
    [20, [{ kind: 'order', seat: 2, n: 1, command: 'res-mem-unscrubbed', args: { vm: 1 } }]],
  ]);

  test('I5 with minds they are taken again: the same match', () => {
    const match = playOut(journal);
    expect(eventsOf(match.history, 'act').map(({ tick, data }) => [tick, data.seat])).toEqual([
      [20, 2],
    ]);
    expect(hashMatch(again(match, journal, 'minds'))).toEqual(hashMatch(match));
  });

  test('I5 with recorded acts they are not ordered again, and done once', () => {
    const match = playOut(journal);
    const then = again(match, journal, 'record');
    expect(then.history).toEqual(match.history);
    expect(then.world.seats[2]?.lastOrder).toBe(1);
  });

  test('I6 where people attack, minds do not; when they have left, minds do', () => {
    const alone = new Map([[1, journal.get(1)!]]);
    expect(acts(playOut(alone))).toEqual([]);
    const left = new Map([...alone, [30, [{ kind: 'seat', seat: 2, pilot: 'computer' }]]]);
    const minds = acts(playOut(left as Journal)) as [number][];
    expect(minds.length).toBeGreaterThan(0);
    expect(minds[0]![0]).toBeGreaterThan(30);
  });
});
