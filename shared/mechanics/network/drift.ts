import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import type { Rule, ServiceName } from '../../world/network.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isOnSwitch } from './card.ts';
import { POLICY } from './edit.ts';
import { intended, reaches, zoneOf } from './path.ts';
import { isAnyAny, ruling } from './policy.ts';

/** Why a switch lets through what nobody meant. */
type Why = 'unbound-port' | 'old-rules' | 'any-any' | 'past-switch';

/** A way into a VM's service that stands open and should not. 0 is the internet. */
export interface Door {
  readonly from: VmId | 0;
  readonly to: VmId;
  readonly service: ServiceName;
  readonly why: Why;
}

/**
 * Every way into the VMs of a host that its switch really leaves open and that is not meant to be:
 * the difference between two computations, never a flag (rule N8). What only an any-any rule allows
 * is not meant either, although it is written.
 */
export function doors(world: ReadonlyWorld, host: HostId): Door[] {
  const found: Door[] = [];
  const careful = (find(world.policies, POLICY)?.rules ?? []).filter((rule) => !isAnyAny(rule));
  for (const vm of world.vms) {
    if (vm?.host !== host) continue;
    const { serves: service } = WORKLOADS[vm.workload];
    for (const from of sources(world, vm.id)) {
      if (!reaches(world, from, vm.id, service)) continue;
      const why = whyOpen(world, careful, { from, to: vm.id, service });
      if (why !== null) found.push({ from, to: vm.id, service, why });
    }
  }
  return found;
}

function sources(world: ReadonlyWorld, to: VmId): (VmId | 0)[] {
  const all: (VmId | 0)[] = [NONE];
  for (const vm of world.vms) if (vm && vm.id !== to) all.push(vm.id);
  return all;
}

function whyOpen(
  world: ReadonlyWorld,
  careful: readonly Deep<Rule>[],
  { from, to, service }: Omit<Door, 'why'>,
): Why | null {
  if (intended(world, from, to, service)) {
    const meant = ruling(careful, zoneOf(world, from), zoneOf(world, to), service) === 'allow';
    return meant ? null : 'any-any';
  }
  if (!isOnSwitch(world, to)) return 'past-switch';
  return isBound(world, to) ? 'old-rules' : 'unbound-port';
}

/** Whether a VM's own switch was told of its port. */
function isBound(world: ReadonlyWorld, vm: VmId): boolean {
  const gate = find(world.switches, find(world.vms, vm)?.host ?? NONE);
  return gate?.ports.some((port) => port.vm === vm) ?? false;
}
