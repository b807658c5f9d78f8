import { expect, test } from 'vitest';
import { treeLines, treeMove } from '../../../../../client/state/match/tree/tree.ts';
import type { RowRef } from '../../../../../shared/world/fact.ts';
import { matchAt } from '../../../support/view-fixture.ts';

const { view } = matchAt(1);
const all = treeLines(view, new Set(), null);
const refs = (lines: typeof all): readonly RowRef[] => lines.map(({ ref }) => ref);

test('every host and VM of the view is in the tree', () => {
  expect(refs(all)).toEqual([
    'hosts/1',
    'vms/1',
    'vms/2',
    'vms/3',
    'hosts/2',
    'vms/4',
    'vms/5',
    'vms/6',
  ]);
  expect(all[1]).toMatchObject({ parent: 'hosts/1', place: 1, of: 3 });
});

test('a folded host hides its VMs; a search shows them again, and only what fits', () => {
  expect(refs(treeLines(view, new Set<RowRef>(['hosts/1']), null))).not.toContain('vms/1');
  const closed = new Set<RowRef>(['hosts/1']);
  const found = treeLines(view, closed, { host: () => false, vm: (vm) => vm.id === 2 });
  expect(refs(found)).toEqual(['hosts/1', 'vms/2']);
});

test('a host that is searched for is found with all its VMs', () => {
  const search = { host: ({ id }: { id: number }) => id === 2, vm: () => false };
  expect(refs(treeLines(view, new Set(), search))).toEqual(['hosts/2', 'vms/4', 'vms/5', 'vms/6']);
});

test.each([
  ['hosts/1', 'ArrowDown', { kind: 'select', ref: 'vms/1' }],
  ['vms/1', 'ArrowUp', { kind: 'select', ref: 'hosts/1' }],
  ['vms/3', 'ArrowDown', { kind: 'select', ref: 'hosts/2' }],
  ['vms/3', 'ArrowLeft', { kind: 'select', ref: 'hosts/1' }],
  ['hosts/2', 'ArrowLeft', { kind: 'collapse', ref: 'hosts/2' }],
  ['hosts/2', 'ArrowRight', { kind: 'select', ref: 'vms/4' }],
  ['vms/4', 'Home', { kind: 'select', ref: 'hosts/1' }],
  ['vms/4', 'End', { kind: 'select', ref: 'vms/6' }],
  ['vms/6', 'ArrowDown', null],
  ['hosts/1', 'ArrowUp', null],
  ['vms/4', 'Enter', { kind: 'enter' }],
  ['vms/4', 'x', null],
  // Space pauses the match: it must not move the focus to an order.
  ['vms/4', ' ', null],
] as const)('%s and %s', (at, key, move) => expect(treeMove(all, at, key)).toEqual(move));

test('right opens a folded host', () => {
  const lines = treeLines(view, new Set<RowRef>(['hosts/1']), null);
  expect(treeMove(lines, 'hosts/1', 'ArrowRight')).toEqual({ kind: 'expand', ref: 'hosts/1' });
});
