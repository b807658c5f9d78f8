import { touchesModels } from '../mechanics/fidelity/models.ts';
import { componentsOf } from '../mechanics/upkeep/patching.ts';
import { type Component, type FlawName, SERVICE_COMPONENTS, SERVICE_FLAWS } from '../world/flaw.ts';
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

/** A container runs on its host's kernel: its own build means nothing. */
const ownKernel = (vm: VmRow): boolean => vm.technique !== 'container';

/** Whether a guest is of the kind through which a flaw of its host can be used. */
export function reaches(name: FlawName, vm: VmRow): boolean {
  switch (name) {
    case 'venom':
      return touchesModels(vm.technique) && vm.devices.includes('floppy');
    case 'xhci-uaf':
      return touchesModels(vm.technique) && vm.devices.includes('xhci');
    case 'superpage':
    case 'scrub-tlb':
      return vm.technique === 'para';
    case 'fs-context':
      return vm.technique === 'container';
    case 'guest-privilege':
      return ownKernel(vm);
    case 'shellshock':
    case 'queue-deserialisation':
      return SERVICE_FLAWS[WORKLOADS[vm.workload].serves] === name;
  }
}
