import { touchesModels } from '../mechanics/fidelity/models.ts';
import { componentsOf } from '../mechanics/upkeep/patching.ts';
import { type Component, SERVICE_COMPONENTS } from '../world/flaws/record.ts';
import { FLAW_NAMES, type FlawName, flaws } from '../world/flaws/registry.ts';
import { WORKLOADS } from '../world/machine/workload.ts';
import type { HostRow, VmRow } from './rows.ts';
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
export function reaches(name: FlawName, vm: VmRow): boolean {
  const { component, device, technique, service } = flaws[name];
  // A container runs on its host's kernel: its own build means nothing.
  if (component === 'guest-kernel' && vm.technique === 'container') return false;
  if (device !== undefined && !(touchesModels(vm.technique) && vm.devices.includes(device)))
    return false;
  if (technique !== undefined && vm.technique !== technique) return false;
  return service === undefined || WORKLOADS[vm.workload].serves === service;
}

/** Whether any flaw of an emulated device could be used through a guest. */
export const reachesModels = (vm: VmRow): boolean =>
  FLAW_NAMES.some((name) => flaws[name].component === 'device-model' && reaches(name, vm));
