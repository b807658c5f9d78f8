import { expect, test } from 'vitest';
import { ranked } from '../../../../client/state/desk/ranks.ts';

test('the most points come first, and those with as many share a place', () => {
  const standing = (team: number, score: number) =>
    ({ team, world: team, half: 1, score, harms: 0, earlier: null }) as const;
  const order = ranked([standing(1, 700), standing(2, 1000), standing(3, 700), standing(4, 90)]);
  expect(order.map(({ rank, team }) => [rank, team])).toEqual([
    [1, 2],
    [2, 1],
    [2, 3],
    [4, 4],
  ]);
});
