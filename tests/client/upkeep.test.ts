import { expect, test } from 'vitest';
import { drifted, exposure, fixFor, unboundOn, versionsBehind } from '../../client/state/upkeep.ts';
import type { AdvisoryRow, BlueRows } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { matchAt } from './view-fixture.ts';

const { view } = matchAt(1);

/** The same view with some rows of one table replaced. */
function having<T extends keyof BlueRows>(
  table: T,
  id: number,
  change: Partial<BlueRows[T]>,
  base: BlueView = view,
): BlueView {
  const rows: readonly (BlueRows[T] | null)[] = base.tables[table];
  const changed = rows.map((row) => (row?.id === id ? { ...row, ...change } : row));
  return { ...base, tables: { ...base.tables, [table]: changed } };
}

const advisory = (change: Partial<AdvisoryRow>): AdvisoryRow => ({
  id: 9,
  name: 'venom',
  component: 'hypervisor',
  fixedIn: 900,
  publishedAt: 1,
  ...change,
});

const withAdvisories = (...advisories: readonly AdvisoryRow[]): BlueView => ({
  ...view,
  tables: { ...view.tables, advisories },
});

test('the fix of a build is the highest one published for its component', () => {
  const known = withAdvisories(
    advisory({ fixedIn: 40 }),
    advisory({ id: 10, fixedIn: 43 }),
    advisory({ id: 11, component: 'service', fixedIn: 99 }),
  );
  expect(fixFor(known, 'hypervisor', 38)).toBe(43);
  expect(fixFor(known, 'hypervisor', 43)).toBe(0);
  expect(fixFor(known, 'guest-kernel', 1)).toBe(0);
});

test('a flaw of a device is of use only from VMs that have it, on hosts below the fix', () => {
  const everywhere = exposure(view, advisory({}));
  expect(everywhere.hosts.length).toBeGreaterThan(0);
  expect(everywhere.vms.length).toBeGreaterThan(0);
  expect(everywhere.vms.every((vm) => vm.devices.includes('floppy'))).toBe(true);
  expect(exposure(view, advisory({ name: 'xhci-uaf' })).vms).toEqual([]);
  expect(exposure(view, advisory({ fixedIn: 1 }))).toEqual({ hosts: [], vms: [] });
});

test('a flaw of a guest is of the guests alone; a container has no kernel of its own', () => {
  const inKernel = advisory({ name: 'guest-privilege', component: 'guest-kernel' });
  const before = exposure(view, inKernel);
  expect(before.hosts).toEqual([]);
  const moved = having('vms', 1, { technique: 'container' });
  expect(exposure(moved, inKernel).vms.length).toBe(before.vms.length - 1);
  const inService = advisory({ name: 'web-traversal', component: 'service' });
  expect(exposure(moved, inService).vms.map(({ id }) => id)).toContain(1);
});

test('N4 a port that the switch was never told of is drift, and so is an older policy', () => {
  expect(drifted(view, 1)).toBe(false);
  const unknown = having('switches', 1, { ports: [] });
  expect(unboundOn(unknown, 1).length).toBeGreaterThan(0);
  expect(drifted(unknown, 1)).toBe(true);
  expect(drifted(unknown, 2)).toBe(false);
  const older = having('policies', 1, { version: 4 });
  expect(versionsBehind(older, 1)).toBe(3);
  expect(drifted(older, 1)).toBe(true);
});

test('a VM that is still being made has no port to be missed', () => {
  const unknown = having('switches', 1, { ports: [] });
  const [first] = unboundOn(unknown, 1);
  const making = having('vms', first?.id ?? 0, { power: 'provisioning' }, unknown);
  expect(unboundOn(making, 1).length).toBe(unboundOn(unknown, 1).length - 1);
});
