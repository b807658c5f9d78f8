import type { AdvisoryRow, HostRow, VmRow } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { Component, FlawName } from '../../shared/world/flaw.ts';
import { rowOf, rowsOf, vmsOn } from './rows.ts';

/** What the build number of a host is one of. */
export function componentOf(host: HostRow): Component {
  return host.platform === 'container' ? 'host-kernel' : 'hypervisor';
}

/** The build that would mend every published flaw of a component, or 0 when this one has none. */
export function fixFor(view: BlueView, component: Component, build: number): number {
  const fixes = rowsOf(view, 'advisories')
    .filter((advisory) => advisory.component === component)
    .map((advisory) => advisory.fixedIn);
  const latest = Math.max(0, ...fixes);
  return latest > build ? latest : 0;
}

/** A container runs on its host's kernel: its own build means nothing. */
const ownKernel = (vm: VmRow): boolean => vm.technique !== 'container';

/** Whether a guest is of the kind through which a flaw of its host can be used. */
function reaches(name: FlawName, vm: VmRow): boolean {
  switch (name) {
    case 'venom':
      return vm.devices.includes('floppy');
    case 'xhci-uaf':
      return vm.devices.includes('xhci');
    case 'superpage':
    case 'scrub-tlb':
      return vm.technique === 'para';
    case 'pipe-kernel':
      return vm.technique === 'container';
    case 'guest-privilege':
    case 'web-traversal':
      return true;
  }
}

/** What a published flaw is about here: what has the build, and the VMs it could be used from. */
export interface Exposure {
  readonly hosts: readonly HostRow[];
  readonly vms: readonly VmRow[];
}

export function exposure(view: BlueView, advisory: AdvisoryRow): Exposure {
  const { name, component, fixedIn } = advisory;
  if (component === 'guest-kernel' || component === 'service') {
    const build = component === 'service' ? 'service' : 'kernel';
    const vms = rowsOf(view, 'vms').filter(
      (vm) => vm[build] < fixedIn && (build === 'service' || ownKernel(vm)),
    );
    return { hosts: [], vms };
  }
  const hosts = rowsOf(view, 'hosts').filter(
    (host) => componentOf(host) === component && host.build < fixedIn,
  );
  return {
    hosts,
    vms: hosts.flatMap((host) => vmsOn(view, host.id)).filter((vm) => reaches(name, vm)),
  };
}

/** VMs of a host whose port its switch was never told of: nothing filters what enters them. */
export function unboundOn(view: BlueView, host: number): readonly VmRow[] {
  const gate = rowOf(view, 'switches', host);
  if (gate === null) return [];
  return vmsOn(view, host).filter(
    (vm) => vm.power !== 'provisioning' && !gate.ports.some((port) => port.vm === vm.id),
  );
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
