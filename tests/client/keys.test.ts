import { expect, test } from 'vitest';
import { assignKeys, COMMAND_KEYS } from '../../client/state/keys.ts';
import { commands } from '../../shared/commands/registry.ts';

test('the letters are the ones that the commands ask for', () => {
  for (const { name, key } of commands.values()) expect(COMMAND_KEYS[name] ?? '', name).toBe(key);
});

test('the first of a command has its own letter, the next the keys beside it', () => {
  const keys = assignKeys([
    { command: 'create-vm' },
    { command: 'create-vm' },
    { command: 'scrub-frames' },
  ]);
  expect(keys).toEqual(['C', 'V', 'S']);
});

test('no letter stands for two things, however many there are', () => {
  const options = Array.from({ length: 26 }, () => ({ command: 'create-vm' }));
  const keys = assignKeys([...options, { command: 'scrub-frames' }]);
  const used = keys.filter((key) => key !== '');
  expect(new Set(used).size).toBe(used.length);
  expect(keys.at(-1)).toBe('S');
});
