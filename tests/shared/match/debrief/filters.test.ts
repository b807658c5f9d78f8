import { expect, test } from 'vitest';
import { isBeside, trapsIn, unfilteredSince } from '../../../../shared/match/debrief/filters.ts';
import type { GameEvent, MetNeed } from '../../../../shared/world/history.ts';
import type { Seq } from '../../../../shared/world/ids.ts';
import type { Trap } from '../../../../shared/world/machine/host.ts';

/** A filter of vm3 is set: for the floppy first, and later for the disk. */
const set = (seq: number, trap: Trap): GameEvent => ({
  seq: seq as Seq,
  tick: seq,
  kind: 'filter-set',
  actor: { kind: 'nature' },
  subjects: ['vms/3'],
  causes: [],
  data: { vm: 3, host: 1, trap, action: 'emulate' } as EventData,
});
type EventData = Extract<GameEvent, { kind: 'filter-set' }>['data'];

const need = {
  need: 'exit-unchecked',
  counters: [{ command: 'vm-exit-filter', args: { vm: 3, trap: 'floppy', action: 'refuse' } }],
} as unknown as MetNeed;

test('a filter for other exits is none of the causes of an escape', () => {
  const traps = trapsIn([need]);
  expect(isBeside(set(1, 'floppy'), traps)).toBe(false);
  expect(isBeside(set(2, 'disk'), traps)).toBe(true);
});

test('it is unfiltered since the last filter for such exits, or from the start', () => {
  expect(unfilteredSince([set(1, 'floppy'), set(2, 'disk')], need, 2 as Seq)).toBe(1);
  expect(unfilteredSince([set(1, 'disk')], need, 1 as Seq)).toBe(0);
  expect(unfilteredSince([set(1, 'floppy')], need, 1 as Seq)).toBe(1);
});
