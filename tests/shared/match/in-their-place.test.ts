import { describe, expect, test } from 'vitest';
import { prove } from '../../../shared/match/debrief/prevention.ts';
import { Kept, replay } from '../../../shared/match/replay.ts';
import type { Prevention } from '../../../shared/match/report.ts';
import type { GameEvent } from '../../../shared/world/history.ts';
import { RED, redTeam, seatRed } from '../../support/red.ts';
import { type Bench, benchWithReader, eventsOf } from '../../support/worlds.ts';

const SHORT = { pace: { live: 120, fillEvery: 50, think: 5 } };

/** The seats of whoever acted after that tick: 0 is a mind. */
const actedAfter = (history: readonly GameEvent[], tick: number): number[] => [
  ...new Set(
    eventsOf(history, 'act')
      .filter((act) => act.tick > tick)
      .map(({ data }) => data.seat),
  ),
];

/** Someone reads the bank's keys in person, and would go on looking around to the end. */
function redOrders(): Bench {
  const bench = seatRed(benchWithReader(SHORT));
  expect(redTeam(bench, 'res-mem-unscrubbed', { vm: 1 })).toBeNull();
  bench.run(20);
  expect(bench.events('harm')).toHaveLength(1);
  expect(redTeam(bench, 'recon-guest', { vm: 1 })).toBeNull();
  while (bench.world.phase !== 'over') bench.tick();
  return bench;
}

function stopped({ match, journal }: Bench): Prevention | null {
  const harm = eventsOf(match.history, 'harm')[0]!;
  const kept = new Kept(match.scenario, match.seed, journal);
  const { needs } = harm.data;
  const counter = needs.flatMap(({ counters }) => counters).find((c) => c.command === 'stop-vm')!;
  return prove({ match, journal, harm, kept, needs, world: kept.before(harm.tick).world }, counter);
}

describe('what attackers would have done instead', () => {
  test('A58 is the computer’s doing from that tick on where people attacked', () => {
    const { match, journal } = redOrders();
    const { scenario, seed } = match;
    const harm = eventsOf(match.history, 'harm')[0]!.tick;
    const until = { from: 'minds', peopleUntil: harm } as const;
    const alone = replay({ scenario, seed, journal, acts: until }).history;
    expect(actedAfter(alone, harm)).toEqual([0]);
    const ordered = (history: readonly GameEvent[]): string[] =>
      eventsOf(history, 'act').flatMap(({ tick, data }) =>
        tick < harm && data.seat === RED ? [`${tick} ${data.attack}`] : [],
      );
    expect(ordered(match.history)).toHaveLength(1);
    expect(ordered(alone)).toEqual(ordered(match.history));
    // Left out, the people's own orders are what is run again.
    const same = replay({ scenario, seed, journal, acts: { from: 'minds' } }).history;
    expect(actedAfter(same, harm)).toEqual([RED]);
  });

  test('A58 and whoever comes later to attack does not come', () => {
    const bench = benchWithReader(SHORT).run(5);
    const from = bench.world.tick;
    seatRed(bench.run(10));
    const { match, journal } = bench.run(10);
    const { scenario, seed } = match;
    const acts = { from: 'minds', peopleUntil: from } as const;
    const { world } = replay({ scenario, seed, journal, acts, until: match.world.tick });
    expect(match.world.seats[RED]).toMatchObject({ side: 'red', pilot: 'human' });
    expect(world.seats.some((seat) => seat?.side === 'red')).toBe(false);
  });

  test('A58 and is told as that', () => {
    expect(stopped(redOrders())).toMatchObject({ outcome: 'gone', inTheirPlace: true });
  });

  test('A58 where minds attacked it is their own', () => {
    const bench = benchWithReader(SHORT);
    bench.act('res-mem-unscrubbed', { vm: 1 });
    while (bench.world.phase !== 'over') bench.tick();
    expect(stopped(bench)).toMatchObject({ outcome: 'gone', inTheirPlace: false });
  });
});
