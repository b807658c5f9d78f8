import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { play } from '../../../shared/match/play.ts';
import type { Defender } from '../../../shared/minds/defenders/defender.ts';
import { expert } from '../../../shared/minds/defenders/expert.ts';
import { cardsOf, groupsOf, waits } from '../../../shared/view/cards.ts';
import type { AlertRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Observation } from '../../../shared/world/alert.ts';
import { careful } from '../../support/careful.ts';

let number = 0;
const told = (seen: Observation, over: Partial<AlertRow> = {}): AlertRow => {
  number += 1;
  return {
    id: number,
    tick: number,
    latest: number,
    sensor: 'S1',
    host: 1,
    vm: 1,
    seen,
    state: 'open',
    closedAt: 0,
    ...over,
  };
};

const bulk = (peer: number): Observation => ({
  kind: 'traffic',
  nature: 'bulk',
  peer: peer as never,
  service: 'db',
  others: [],
  fates: [['delivered', 0, 1]],
  crossed: true,
});

const residue = (asset: number): Observation => ({
  kind: 'residue-free',
  asset: asset as never,
  frames: 2,
});

describe('alerts of one cause are one card', () => {
  test('one transfer that three sensors saw', () => {
    const seen = [
      told(bulk(2), { sensor: 'S2', host: 1 }),
      told(bulk(2), { sensor: 'S1', host: 0 }),
      told(bulk(2), { sensor: 'S2', host: 2 }),
    ];
    expect([...groupsOf(seen).values()].map((group) => group.length)).toEqual([3]);
  });

  test('whatever lies in the free frames of a host, and of each host apart', () => {
    const seen = [1, 2, 3, 4, 5].map((asset) => told(residue(asset), { vm: 0 }));
    seen.push(told(residue(1), { vm: 0, host: 2 }));
    expect([...groupsOf(seen).values()].map((group) => group.length).sort()).toEqual([1, 5]);
  });

  test('two VMs, two natures, or two kinds of things are two', () => {
    const seen = [
      told(bulk(2)),
      told(bulk(2), { vm: 3 }),
      told({ ...bulk(2), nature: 'probe' } as Observation),
      told({ kind: 'syscall' }),
    ];
    expect(groupsOf(seen).size).toBe(4);
  });

  test('the newest open one speaks for its card; what is dealt with comes after', () => {
    const [first, second, third] = [told(residue(1)), told(residue(2)), told(residue(3))];
    const done: AlertRow = { ...third!, state: 'over' };
    const [group] = [...groupsOf([first!, second!, done]).values()];
    expect(group?.map(({ id }) => id)).toEqual([second!.id, first!.id, done.id]);
  });
});

/** The most cards that waited at once, over a match played alone. */
function mostOpen(defender: Defender, seed: number): number {
  let most = 0;
  const watch = (view: BlueView): void => {
    // A card that waits is there for longer than two seconds.
    if (view.tick % 10 !== 0) return;
    most = Math.max(most, cardsOf(view).filter(waits).length);
  };
  play(scenarios['three-tenants']!, seed, defender, { watch });
  return most;
}

describe('Three tenants alone, with care, is busy and no flood', () => {
  const seeds = [1, 2, 4];

  test.each(seeds)('the expert never has more than eight cards open: seed %i', (seed) => {
    expect(mostOpen(expert, seed)).toBeLessThanOrEqual(8);
  });

  test.each(seeds)('nor does whoever answers the cards from the top: seed %i', (seed) => {
    const most = mostOpen(careful, seed);
    expect(most).toBeLessThanOrEqual(8);
    expect(most).toBeGreaterThan(2);
  });
});
