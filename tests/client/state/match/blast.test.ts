import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createBlast } from '../../../../client/state/match/blast.ts';
import type { Layer } from '../../../../client/state/match/layers.ts';
import type { RowRef } from '../../../../shared/world/fact.ts';
import { matchAt } from '../../support/view-fixture.ts';

function look() {
  const view = signal(matchAt(1).view);
  const selection = signal<RowRef | null>(null);
  const layer = signal<Layer>('trust');
  return { view, selection, layer, blast: createBlast({ view, selection, layer }) };
}

test('X6 it follows what is selected, and the pointer while nothing is', () => {
  const { selection, blast } = look();
  expect(blast.now.value).toBeNull();
  blast.pointed.value = 'hosts/1';
  expect(blast.now.value?.start).toEqual({ kind: 'host', id: 1 });
  selection.value = 'vms/2';
  expect(blast.now.value?.fallenVms).toContain(2);
  expect(blast.start.value).toEqual({ kind: 'vm', id: 2 });
  // What cannot be anybody's is asked nothing of, and the pointer does not speak for it.
  selection.value = 'frames/1';
  expect(blast.now.value).toBeNull();
});

test('X6 a key is asked about until something else is selected', () => {
  const { selection, blast } = look();
  selection.value = 'vms/2';
  blast.besides.value = { start: { kind: 'credential', id: 1 }, beside: 'vms/2' };
  expect(blast.start.value).toEqual({ kind: 'credential', id: 1 });
  selection.value = 'hosts/1';
  expect(blast.start.value).toEqual({ kind: 'host', id: 1 });
});

test('in another layer nothing is worked out, and a tick alone asks of nothing else', () => {
  const { view, selection, layer, blast } = look();
  selection.value = 'vms/1';
  const before = blast.start.value;
  view.value = { ...view.value, tick: view.value.tick + 1 };
  expect(blast.start.value).toBe(before);
  layer.value = 'memory';
  expect(blast.now.value).toBeNull();
});
