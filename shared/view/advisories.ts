import { touchesModels } from '../mechanics/fidelity/models.ts';
import { componentsOf, hasLivePatch, systemOf } from '../mechanics/upkeep/patching.ts';
import { type Component, type FlawRecord, SERVICE_COMPONENTS } from '../world/flaws/record.ts';
import { FLAW_NAMES, type FlawName, flaws } from '../world/flaws/registry.ts';
import { isAssisted } from '../world/machine/device-path.ts';
import { WORKLOADS } from '../world/machine/workload.ts';
import type { HostRow, VmRow } from './machine-rows.ts';
import { rowOf, rowsOf, vmsOn } from './reading.ts';
import type { AdvisoryRow } from './rows.ts';
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

/**
 * The build to which a running host can be patched: what has no live patch takes a reboot, and so does all
 * that came after it (rule K89).
 */
export function liveFixOf(view: BlueView, host: Pick<HostRow, 'platform' | 'build'>): number {
  const own = rowsOf(view, 'advisories').filter(
    ({ component, fixedIn }) => componentsOf(host).includes(component) && fixedIn > host.build,
  );
  const barred = own.filter(({ name }) => !hasLivePatch(name)).map(({ fixedIn }) => fixedIn);
  const before = Math.min(...barred);
  return Math.max(0, ...own.map(({ fixedIn }) => fixedIn).filter((build) => build < before));
}

/** The same of the services that guests offer. */
export const serviceFixOf = (view: BlueView): number => fixOf(view, SERVICE_COMPONENTS);

/** Whether its host's kernel serves the rings of its network card. */
const hasVhost = ({ technique, nicModel, vhost }: VmRow): boolean =>
  isAssisted(technique) && nicModel === 'para' && vhost;

/** Whether a guest is of the kind through which a flaw could be used: the device, the way to run, the service. */
function reaches(name: FlawName, vm: VmRow): boolean {
  const {
    component,
    device,
    tools,
    nic,
    accel3d,
    vhost,
    technique,
    assisted,
    wordSize,
    nested,
    service,
  }: FlawRecord = flaws[name];
  // A container runs on its host's kernel: its own build means nothing.
  if (component === 'guest-kernel' && vm.technique === 'container') return false;
  if (component === 'device-model' && !touchesModels(vm.technique)) return false;
  if (device !== undefined && !vm.devices.includes(device)) return false;
  if (nic !== undefined && vm.nicModel !== nic) return false;
  if ((accel3d === true && !vm.accel3d) || (vhost === true && !hasVhost(vm))) return false;
  if (tools !== undefined && !tools.some((tool) => vm.tools.includes(tool))) return false;
  if (technique !== undefined && vm.technique !== technique) return false;
  if (assisted === true && !isAssisted(vm.technique)) return false;
  if (nested === true && !vm.nested) return false;
  if (wordSize !== undefined && vm.wordSize !== wordSize) return false;
  return service === undefined || WORKLOADS[vm.workload].serves === service;
}

/** What a VM's own process is as old as. */
const OF_PROCESS: readonly Component[] = ['device-model', 'tool-channel'];

/** Whether any flaw of an emulated device, or of a channel of its tools, could be used through a guest. */
export const reachesModels = (vm: VmRow): boolean =>
  FLAW_NAMES.some((name) => OF_PROCESS.includes(flaws[name].component) && reaches(name, vm));

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
  // Every host takes orders of it.
  if (component === 'management-server') {
    return { hosts: serverOlder(view, fixedIn) ? rowsOf(view, 'hosts') : [], vms: [] };
  }
  if (component === 'backup-server') {
    const old = rowsOf(view, 'repositories').some(({ build: has }) => has < fixedIn);
    return { hosts: old ? rowsOf(view, 'hosts') : [], vms: [] };
  }
  const { hostService }: FlawRecord = flaws[name];
  const hosts = rowsOf(view, 'hosts').filter(
    (host) =>
      hasOld(host, component, fixedIn) &&
      (hostService === undefined || host.services.includes(hostService)),
  );
  const here = (vm: VmRow): boolean => {
    const host = rowOf(view, 'hosts', vm.host);
    return component !== 'tool-channel' || host?.platform === 'type2';
  };
  const old = build
    ? rowsOf(view, 'vms').filter((vm) => vm[build] < fixedIn && here(vm))
    : hosts.flatMap((host) => vmsOn(view, host.id));
  return { hosts, vms: old.filter((vm) => reaches(name, vm)) };
}

/** Whether there is a management server, and it is older than that build. */
function serverOlder(view: BlueView, fixedIn: number): boolean {
  const build = rowOf(view, 'policies', 1)?.serverBuild ?? 0;
  return build !== 0 && build < fixedIn;
}

/** The build that would mend a backup server, or 0. */
export const backupFixOf = (view: BlueView, build: number): number =>
  fixFor(view, ['backup-server'], build);

/** The build that would mend the management server, or 0. */
export function serverFixOf(view: BlueView): number {
  const fix = fixOf(view, ['management-server']);
  return serverOlder(view, fix) ? fix : 0;
}

/** Whether a host has that component, and an older build of it. */
function hasOld(host: HostRow, component: Component, fixedIn: number): boolean {
  if (componentsOf(host).includes(component)) return host.build < fixedIn;
  const system = systemOf(host);
  return system?.component === component && host[system.field] < fixedIn;
}

/** The build that would mend what is patched beside a host's hypervisor or kernel, or 0. */
export function systemFixOf(view: BlueView, host: HostRow): number {
  const system = systemOf(host);
  return system === null ? 0 : fixFor(view, [system.component], host[system.field]);
}

/** Which of a VM's own builds a flaw goes by; of a hypervisor or a shared kernel it is the host's. */
const VM_BUILDS: Readonly<Partial<Record<Component, 'deviceBuild' | 'kernel' | 'service'>>> = {
  'device-model': 'deviceBuild',
  'tool-channel': 'deviceBuild',
  'guest-kernel': 'kernel',
  'web-service': 'service',
  'queue-service': 'service',
  'crypto-library': 'service',
  'guest-tools': 'service',
};

/** The components of a host that a VM's own process is made of. */
export const processOf = (host: Pick<HostRow, 'platform'>): readonly Component[] =>
  componentsOf(host).filter((component) => OF_PROCESS.includes(component));

/** Whether a VM goes on with device models that its host has a fix for: it wants a restart (K10). */
export function wantsRestart(view: BlueView, vm: VmRow): boolean {
  const host = rowOf(view, 'hosts', vm.host);
  const runs = vm.power === 'running';
  if (!runs || host === null) return false;
  const fix = fixFor(view, processOf(host), vm.deviceBuild);
  return fix !== 0 && host.build >= fix && touchesFlaw(view, vm);
}

/** Whether a VM has a device whose model has a published flaw that its process still has. */
const touchesFlaw = (view: BlueView, vm: VmRow): boolean =>
  rowsOf(view, 'advisories').some(
    ({ name, component, fixedIn }) =>
      OF_PROCESS.includes(component) && vm.deviceBuild < fixedIn && reaches(name, vm),
  );
