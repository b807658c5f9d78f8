import { expect, test } from 'vitest';
import { assignKeys, PING_KEY, TALK_KEY } from '../../../../client/state/page/keys.ts';
import { commands } from '../../../../shared/commands/registry.ts';

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

test('the keys of talking are no order’s, whatever commands there are', () => {
  const own = [...commands.values()].map(({ key }) => key);
  expect(own).not.toContain(TALK_KEY);
  expect(own).not.toContain(PING_KEY);
  const keys = assignKeys(Array.from({ length: 40 }, () => ({ key: 'R' })));
  expect(keys).not.toContain(TALK_KEY);
  expect(keys).not.toContain(PING_KEY);
});
