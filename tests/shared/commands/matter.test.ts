import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { gained, outcomeOf } from './matter/matter.ts';
import { MATTERS } from './matter/table.ts';

describe('every command is good for something', () => {
  test('that is written here', () => {
    expect(Object.keys(MATTERS).sort()).toEqual([...commands.keys()].sort());
  });

  test.each(Object.entries(MATTERS))('%s', (command, matter) => {
    const all = outcomeOf(matter);
    // One that was refused would have changed nothing.
    expect(all.orders).toContain(command);
    const without = outcomeOf(matter, command);
    expect([matter.gain, gained[matter.gain](all, without) > 0]).toEqual([matter.gain, true]);
  });
});
