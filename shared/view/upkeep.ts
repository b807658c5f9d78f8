import { componentsOf } from '../mechanics/upkeep/patching.ts';
import type { Component } from '../world/flaws/record.ts';
import { fixOf, reaches } from './advisories.ts';
import { unboundOn } from './drift.ts';
import { rowOf, rowsOf, vmsOn } from './reading.ts';
import type { AdvisoryRow, HostRow, VmRow } from './rows.ts';
import type { BlueView } from './view.ts';

/** The build that would mend every published flaw of these components, or 0 when this one has none. */
export function fixFor(view: BlueView, components: readonly Component[], build: number): number {
  const latest = fixOf(view, components);
  return latest > build ? latest : 0;
}

/** What a published flaw is about here: what has the build, and the VMs it could be used from. */
export interface Exposure {
  readonly hosts: readonly HostRow[];
  readonly vms: readonly VmRow[];
}

export function exposure(view: BlueView, advisory: AdvisoryRow): Exposure {
  const { name, component, fixedIn } = advisory;
  const build = VM_BUILDS[component];
  const hosts = rowsOf(view, 'hosts').filter(
    (host) => componentsOf(host).includes(component) && host.build < fixedIn,
  );
  const old = build
    ? rowsOf(view, 'vms').filter((vm) => vm[build] < fixedIn)
    : hosts.flatMap((host) => vmsOn(view, host.id));
  return { hosts, vms: old.filter((vm) => reaches(name, vm)) };
}

/** Which of a VM's own builds a flaw goes by; of a hypervisor or a shared kernel it is the host's. */
const VM_BUILDS: Readonly<Partial<Record<Component, 'deviceBuild' | 'kernel' | 'service'>>> = {
  'device-model': 'deviceBuild',
  'guest-kernel': 'kernel',
  'web-service': 'service',
  'queue-service': 'service',
};

/** Whether a VM goes on with device models that its host has a fix for: it wants a restart (K10). */
export function wantsRestart(view: BlueView, vm: VmRow): boolean {
  const host = rowOf(view, 'hosts', vm.host);
  const fix = fixFor(view, ['device-model'], vm.deviceBuild);
  const runs = vm.power === 'running';
  return runs && host !== null && fix !== 0 && host.build >= fix && touchesFlaw(view, vm);
}

/** Whether a VM has a device whose model has a published flaw that its process still has. */
const touchesFlaw = (view: BlueView, vm: VmRow): boolean =>
  rowsOf(view, 'advisories').some(
    ({ name, component, fixedIn }) =>
      component === 'device-model' && vm.deviceBuild < fixedIn && reaches(name, vm),
  );

/** Lawful flows from or to VMs of a host that an IPS on their way blocks. */
export function stoppedAt(view: BlueView, host: number): number {
  return rowsOf(view, 'flows').filter(
    ({ state, from, to }) =>
      state === 'blocked' && [from, to].some((vm) => rowOf(view, 'vms', vm)?.host === host),
  ).length;
}

/** Versions of the policy that a host's switch has missed. */
export function versionsBehind(view: BlueView, host: number): number {
  const gate = rowOf(view, 'switches', host);
  const policy = rowOf(view, 'policies', 1);
  return gate === null || policy === null ? 0 : Math.max(0, policy.version - gate.version);
}

/** Whether a switch does something else than it is meant to, so that a push would mend it. */
export function drifted(view: BlueView, host: number): boolean {
  return versionsBehind(view, host) > 0 || unboundOn(view, host).length > 0;
}
