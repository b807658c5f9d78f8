import { expect, test } from 'vitest';
import { assignKeys } from '../../client/state/keys.ts';

test('the first of a command has its own letter, the next the keys beside it', () => {
  const keys = assignKeys([{ key: 'C' }, { key: 'C' }, { key: 'S' }]);
  expect(keys).toEqual(['C', 'V', 'S']);
});

test('no letter stands for two things, however many there are', () => {
  const options = Array.from({ length: 26 }, () => ({ key: 'C' }));
  const keys = assignKeys([...options, { key: 'S' }]);
  const used = keys.filter((key) => key !== '');
  expect(new Set(used).size).toBe(used.length);
  expect(keys.at(-1)).toBe('S');
});
