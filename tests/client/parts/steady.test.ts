import { expect, test } from 'vitest';
import { steady } from '../../../client/parts/steady.ts';

interface Item {
  readonly key: string;
  readonly value: number;
}

const item = (key: string, value: number): Item => ({ key, value });
const keyOf = ({ key }: Item): string => key;
const keep = (was: Item, now: Item | null): Item => now ?? was;

test('what was there keeps its place and is as it is now; what is new comes after; what went stays', () => {
  const before = [item('a', 1), item('b', 1), item('c', 1)];
  const now = [item('d', 2), item('c', 2), item('a', 2)];
  expect(steady(before, now, keyOf, keep)).toEqual([
    item('a', 2),
    item('b', 1),
    item('c', 2),
    item('d', 2),
  ]);
  expect(steady([], now, keyOf, keep)).toEqual(now);
});

test('a place may keep something of what stood in it', () => {
  const kept = steady([item('a', 1)], [item('a', 2)], keyOf, (was) => was);
  expect(kept).toEqual([item('a', 1)]);
});
