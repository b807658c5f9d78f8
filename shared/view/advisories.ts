import { touchesModels } from '../mechanics/fidelity/models.ts';
import { componentsOf } from '../mechanics/upkeep/patching.ts';
import { type Component, type FlawRecord, SERVICE_COMPONENTS } from '../world/flaws/record.ts';
import { FLAW_NAMES, type FlawName, flaws } from '../world/flaws/registry.ts';
import { WORKLOADS } from '../world/machine/workload.ts';
import { rowOf, rowsOf, vmsOn } from './reading.ts';
import type { AdvisoryRow, HostRow, VmRow } from './rows.ts';
import type { BlueView } from './view.ts';

/** The first build of these components without any published flaw; 0 when nothing is published. */
export function fixOf(view: BlueView, components: readonly Component[]): number {
  let build = 0;
  for (const advisory of view.tables.advisories) {
    if (advisory && components.includes(advisory.component))
      build = Math.max(build, advisory.fixedIn);
  }
  return build;
}

/** The same of all that runs on a host. */
export const hostFixOf = (view: BlueView, host: Pick<HostRow, 'platform'>): number =>
  fixOf(view, componentsOf(host));

/** The same of the services that guests offer. */
export const serviceFixOf = (view: BlueView): number => fixOf(view, SERVICE_COMPONENTS);

/** Whether a guest is of the kind through which a flaw could be used: the device, the way to run, the service. */
function reaches(name: FlawName, vm: VmRow): boolean {
  const { component, device, technique, wordSize, service }: FlawRecord = flaws[name];
  // A container runs on its host's kernel: its own build means nothing.
  if (component === 'guest-kernel' && vm.technique === 'container') return false;
  if (device !== undefined && !(touchesModels(vm.technique) && vm.devices.includes(device)))
    return false;
  if (technique !== undefined && vm.technique !== technique) return false;
  if (wordSize !== undefined && vm.wordSize !== wordSize) return false;
  return service === undefined || WORKLOADS[vm.workload].serves === service;
}

/** Whether any flaw of an emulated device could be used through a guest. */
export const reachesModels = (vm: VmRow): boolean =>
  FLAW_NAMES.some((name) => flaws[name].component === 'device-model' && reaches(name, vm));

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
  'crypto-library': 'service',
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
