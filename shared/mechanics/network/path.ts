import type { HostId, VmId, ZoneId } from '../../world/ids.ts';
import { NONE } from '../../world/ids.ts';
import type { ServiceName } from '../../world/network.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { ruling } from './policy.ts';

/** Where packets of a flow pass: the switches in order, and whether they cross the physical wire. */
export interface Route {
  readonly switches: readonly HostId[];
  readonly uplink: boolean;
}

/**
 * The way from one VM to another; 0 is the internet, which begins at the physical wire. Two VMs of
 * one host are joined inside its switch: nothing of it ever reaches a wire (FACTS §27.2).
 */
export function routeOf(world: ReadonlyWorld, from: VmId | 0, to: VmId | 0): Route {
  const a = find(world.vms, from)?.host;
  const b = find(world.vms, to)?.host;
  if (a !== undefined && a === b) return { switches: [a], uplink: false };
  const switches = [a, b].filter((host): host is HostId => host !== undefined);
  return { switches, uplink: true };
}

/** The zone of the internet, or 0 where a scenario has none. */
export function internetZone(world: ReadonlyWorld): ZoneId | 0 {
  for (const zone of world.zones) if (zone?.name === 'internet') return zone.id;
  return NONE;
}

/** The zone that a VM's address is in; that of the internet for 0. */
export function zoneOf(world: ReadonlyWorld, vm: VmId | 0): ZoneId | 0 {
  return vm === NONE ? internetZone(world) : (find(world.vms, vm)?.zone ?? NONE);
}

/**
 * Whether the source's switch lets it out: unless its own rules deny that flow from the zone in
 * which it believes the port to be (rule N3). A port that it was never told of is not filtered.
 */
export function leaves(
  world: ReadonlyWorld,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  if (from === NONE) return true;
  const gate = find(world.switches, find(world.vms, from)?.host ?? NONE);
  const port = gate?.ports.find(({ vm }) => vm === from);
  if (!gate || !port) return gate !== null;
  return ruling(gate.rules, port.zone, zoneOf(world, to), service) !== 'deny';
}

/**
 * Whether the destination's switch lets it in: only if its own rules allow that flow to the zone in
 * which it believes the port to be (rule N2). A port that it was never told of is not filtered:
 * what was moved there stands open until the policy is given anew.
 */
export function enters(
  world: ReadonlyWorld,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  if (to === NONE) return true;
  const gate = find(world.switches, find(world.vms, to)?.host ?? NONE);
  const port = gate?.ports.find(({ vm }) => vm === to);
  if (!gate || !port) return gate !== null;
  return ruling(gate.rules, zoneOf(world, from), port.zone, service) === 'allow';
}

/** Whether a flow gets from end to end by what the switches on its way really enforce. */
export function reaches(
  world: ReadonlyWorld,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  return leaves(world, from, to, service) && enters(world, from, to, service);
}

/** Whether a flow is meant to be, by the intended policy and where the VMs really belong. */
export function intended(
  world: ReadonlyWorld,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  const rules = find(world.policies, 1)?.rules ?? [];
  return ruling(rules, zoneOf(world, from), zoneOf(world, to), service) === 'allow';
}
