import { expect, test } from 'vitest';
import { exposure, fixFor, wantsRestart } from '../../../shared/view/advisories.ts';
import { drifted, unboundOn, versionsBehind } from '../../../shared/view/network/drift.ts';
import { stoppedAt } from '../../../shared/view/network/traffic.ts';
import type { AdvisoryRow, BlueRows } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { WORKLOADS } from '../../../shared/world/machine/workload.ts';
import { matchAt } from '../../client/support/view-fixture.ts';

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
  component: 'device-model',
  fixedIn: 900,
  publishedAt: 1,
  ...change,
});

const withAdvisories = (...advisories: readonly AdvisoryRow[]): BlueView => ({
  ...view,
  tables: { ...view.tables, advisories },
});

test('the fix of a build is the highest one published for its components', () => {
  const known = withAdvisories(
    advisory({ fixedIn: 40 }),
    advisory({ id: 10, fixedIn: 43 }),
    advisory({ id: 11, component: 'web-service', fixedIn: 99 }),
  );
  expect(fixFor(known, ['device-model'], 38)).toBe(43);
  expect(fixFor(known, ['device-model'], 43)).toBe(0);
  expect(fixFor(known, ['guest-kernel'], 1)).toBe(0);
  expect(fixFor(known, ['hypervisor'], 1)).toBe(0);
  expect(fixFor(known, ['hypervisor', 'device-model'], 38)).toBe(43);
  expect(fixFor(known, ['web-service', 'queue-service'], 38)).toBe(99);
  expect(fixFor(known, [], 1)).toBe(0);
});

test('a flaw of a device is of use only from VMs that have it, on hosts below the fix', () => {
  const everywhere = exposure(view, advisory({}));
  expect(everywhere.hosts.length).toBeGreaterThan(0);
  expect(everywhere.vms.length).toBeGreaterThan(0);
  expect(everywhere.vms.every((vm) => vm.devices.includes('floppy'))).toBe(true);
  expect(exposure(view, advisory({ name: 'xhci-uaf' })).vms).toEqual([]);
  expect(exposure(view, advisory({ fixedIn: 1 }))).toEqual({ hosts: [], vms: [] });
});

test('F7 of no use it is from a paravirtual guest, which touches no emulated device', () => {
  const [vm] = exposure(view, advisory({})).vms;
  const para = having('vms', vm!.id, { technique: 'para' });
  expect(exposure(para, advisory({})).vms.map(({ id }) => id)).not.toContain(vm!.id);
});

test('K10 a VM whose process began before its host was patched is still exposed, and one begun since is not', () => {
  const venom = advisory({ fixedIn: 43 });
  const patched = having('hosts', 1, { build: 43 });
  const left = exposure(patched, venom);
  expect(left.hosts.map(({ id }) => id)).not.toContain(1);
  const [old] = left.vms.filter((vm) => vm.host === 1);
  expect(old?.deviceBuild).toBeLessThan(43);
  const restarted = having('vms', old?.id ?? 0, { deviceBuild: 43 }, patched);
  expect(exposure(restarted, venom).vms.length).toBe(left.vms.length - 1);
});

test('a flaw of a hypervisor itself goes by the build of the host', () => {
  const superpage = advisory({ name: 'superpage', component: 'hypervisor', fixedIn: 43 });
  const para = having('vms', 1, { technique: 'para', deviceBuild: 99 });
  expect(exposure(para, superpage).vms.map(({ id }) => id)).toEqual([1]);
  const patched = having('hosts', 1, { build: 43 }, para);
  expect(exposure(patched, superpage).vms).toEqual([]);
});

test('G1 a flaw of one kind of service is of the VMs that offer it', () => {
  const about = (name: AdvisoryRow['name'], component: AdvisoryRow['component']): number[] =>
    exposure(view, advisory({ name, component })).vms.map(({ id }) => id);
  const web = about('shellshock', 'web-service');
  const queue = about('queue-deserialisation', 'queue-service');
  const all = view.tables.vms.flatMap((vm) => (vm ? [vm] : []));
  const serving = (service: string): number[] =>
    all.filter(({ workload }) => WORKLOADS[workload].serves === service).map(({ id }) => id);
  expect(web.length).toBeGreaterThan(0);
  expect(web.length).toBeLessThan(all.length);
  expect([web, queue]).toEqual([serving('web'), serving('queue')]);
});

test('K10 a VM wants a restart when its host has a fix that its process lacks, and a flaw is in its reach', () => {
  const [vm] = exposure(view, advisory({})).vms;
  const { id, host } = vm!;
  const known = withAdvisories(advisory({ fixedIn: 43 }));
  const wants = (change: Partial<BlueRows['vms']>, build: number, base = known): boolean => {
    const within = having('hosts', host, { build }, having('vms', id, change, base));
    return wantsRestart(within, within.tables.vms[id]!);
  };
  expect(wants({ deviceBuild: 38 }, 43)).toBe(true);
  // Its host is not patched: it would begin with the same old code.
  expect(wants({ deviceBuild: 38 }, 42)).toBe(false);
  expect(wants({ deviceBuild: 43 }, 43)).toBe(false);
  // It is off, or has no such device, or no process of its own: there is nothing to end.
  expect(wants({ deviceBuild: 38, power: 'stopped' }, 43)).toBe(false);
  expect(wants({ deviceBuild: 38, devices: ['disk', 'nic'] }, 43)).toBe(false);
  expect(wants({ deviceBuild: 38, technique: 'container' }, 43)).toBe(false);
  // Nobody has told of any flaw, or only of one of the hypervisor itself.
  expect(wants({ deviceBuild: 38 }, 43, withAdvisories())).toBe(false);
  const other = advisory({ name: 'superpage', component: 'hypervisor', fixedIn: 43 });
  expect(wants({ deviceBuild: 38, technique: 'para' }, 43, withAdvisories(other))).toBe(false);
});

test('a flaw of a guest is of the guests alone; a container has no kernel of its own', () => {
  const inKernel = advisory({ name: 'guest-privilege', component: 'guest-kernel' });
  const before = exposure(view, inKernel);
  expect(before.hosts).toEqual([]);
  const moved = having('vms', 1, { technique: 'container' });
  expect(exposure(moved, inKernel).vms.length).toBe(before.vms.length - 1);
  const inService = advisory({ name: 'shellshock', component: 'web-service' });
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

test('a VM in quarantine is no open port, whatever its switch was told', () => {
  const untold = having('switches', 1, { ports: [] });
  const [vm] = unboundOn(untold, 1);
  expect(vm).toBeDefined();
  const zone = view.tables.zones.findIndex((row) => row?.name === 'quarantine');
  expect(zone).toBeGreaterThan(0);
  const shut = having('vms', vm!.id, { zone }, untold);
  expect(unboundOn(shut, 1).map(({ id }) => id)).not.toContain(vm!.id);
});

test('lawful flows that an IPS blocks are counted at the host of either end', () => {
  const flows = view.tables.vms.slice(1, 3).map((vm, i) => ({
    id: i + 1,
    from: 0,
    to: vm!.id,
    service: 'web' as const,
    state: i === 0 ? ('blocked' as const) : ('denied' as const),
  }));
  const seen: BlueView = { ...view, tables: { ...view.tables, flows: [null, ...flows] } };
  const { host } = view.tables.vms[1]!;
  expect(stoppedAt(seen, host)).toBe(1);
  expect(stoppedAt(seen, host === 1 ? 2 : 1)).toBe(0);
});
