import type { HostId, VmId, ZoneId } from '../../world/ids.ts';
import { NONE } from '../../world/ids.ts';
import type { Exception, ServiceName, Switch } from '../../world/network.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { cardOf, isOnSwitch, isUnplugged } from './card.ts';
import { isAnyAny, ruling } from './policy.ts';

/** Where packets of a flow pass: the switches in order, and whether they cross the physical wire. */
export interface Route {
  readonly switches: readonly HostId[];
  readonly uplink: boolean;
}

/**
 * The way from one VM to another; 0 is the internet, which begins at the physical wire. Two VMs of
 * one host are joined inside its switch: nothing of it ever reaches a wire (FACTS §27.2). A virtual
 * function goes past the switch: to another one of its host inside the network card, to any other VM of it
 * by way of that one's port. A card of a VM's own has its own cable (rule N15).
 */
export function routeOf(world: ReadonlyWorld, from: VmId | 0, to: VmId | 0): Route {
  const a = find(world.vms, from)?.host;
  const b = find(world.vms, to)?.host;
  const inside = a !== undefined && a === b;
  const cabled = cardOf(world, from) === 'whole' || cardOf(world, to) === 'whole';
  const switches: HostId[] = [];
  if (a !== undefined && isOnSwitch(world, from)) switches.push(a);
  // Of one host it is one switch.
  const passed = inside && switches.length > 0;
  if (b !== undefined && !passed && isOnSwitch(world, to)) switches.push(b);
  return { switches, uplink: !inside || cabled };
}

/** The zone of the internet, or 0 where a scenario has none. */
function internetZone(world: ReadonlyWorld): ZoneId | 0 {
  for (const zone of world.zones) if (zone?.name === 'internet') return zone.id;
  return NONE;
}

/** The zone that a VM's address is in; that of the internet for 0. */
export function zoneOf(world: ReadonlyWorld, vm: VmId | 0): ZoneId | 0 {
  return vm === NONE ? internetZone(world) : (find(world.vms, vm)?.zone ?? NONE);
}

/**
 * Whether a VM's own network card is on the isolated segment: it neither sends nor receives, whatever
 * rules say and whichever ports a switch knows (rule N7). Of a virtual function the driver of the physical
 * one sets the VLAN (`ip link set … vf N vlan`), and the card keeps it to that; of a card with a cable of
 * its own the port at the rack's switch does (N17).
 */
export function isIsolated(world: ReadonlyWorld, vm: VmId | 0): boolean {
  const zone = find(world.vms, vm)?.zone ?? NONE;
  return find(world.zones, zone)?.name === 'quarantine';
}

/**
 * Whether the source's switch lets it out: unless the source is in quarantine (rule N7), or the
 * switch's own rules deny that flow from the zone in which it believes the port to be (N3). A port
 * that it was never told of is not filtered. A switch whose IPS cannot keep up lets nothing by (N13). What
 * goes past the switch it never sees (N15).
 */
export function leaves(
  world: ReadonlyWorld,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  if (from === NONE) return true;
  if (isIsolated(world, from)) return false;
  if (!isOnSwitch(world, from)) return !isUnplugged(world, from);
  const gate = find(world.switches, find(world.vms, from)?.host ?? NONE);
  return gate !== null && !gate.overloaded && letsOut(world, gate, { from, to, service });
}

/** Whether the rules of the source's switch let a flow out (rules N3, N4). */
export function letsOut(
  world: ReadonlyWorld,
  gate: Deep<Switch>,
  { from, to, service }: Exception,
): boolean {
  const port = gate.ports.find(({ vm }) => vm === from);
  if (!port) return true;
  return ruling(gate.rules, port.zone, zoneOf(world, to), service) !== 'deny';
}

/**
 * Whether the destination's switch lets it in: only if its own rules allow that flow to the zone in
 * which it believes the port to be (rule N2). A port that it was never told of is not filtered:
 * what was moved there stands open until the policy is given anew. Into quarantine nothing gets (N7). What
 * goes past the switch it never sees (N15).
 */
export function enters(
  world: ReadonlyWorld,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  if (to === NONE) return true;
  if (isIsolated(world, to)) return false;
  if (!isOnSwitch(world, to)) return !isUnplugged(world, to);
  const gate = find(world.switches, find(world.vms, to)?.host ?? NONE);
  return gate !== null && !gate.overloaded && letsIn(world, gate, { from, to, service });
}

/** Whether the rules of the destination's switch let a flow in (rules N2, N4). */
export function letsIn(
  world: ReadonlyWorld,
  gate: Deep<Switch>,
  { from, to, service }: Exception,
): boolean {
  const port = gate.ports.find(({ vm }) => vm === to);
  if (!port) return true;
  return ruling(gate.rules, zoneOf(world, from), port.zone, service) === 'allow';
}

/**
 * Whether packets that bear the VLAN of that zone get into a VM on a switch, by what the rules of that switch say of
 * the zone: what stands behind it, a trunk say, they are not told (rule N24).
 */
export function takesFrom(
  world: ReadonlyWorld,
  from: ZoneId,
  to: VmId,
  service: ServiceName,
): boolean {
  if (isIsolated(world, to)) return false;
  if (!isOnSwitch(world, to)) return !isUnplugged(world, to);
  const gate = find(world.switches, find(world.vms, to)?.host ?? NONE);
  if (gate === null || gate.overloaded) return false;
  const port = gate.ports.find(({ vm }) => vm === to);
  return !port || ruling(gate.rules, from, port.zone, service) === 'allow';
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
  return allows(world, policyOf(world), from, to, service);
}

/**
 * Whether somebody meant that very flow: as `intended`, but by a rule that says more than that anything
 * may go anywhere. Who allows everything has thought of no flow (B53).
 */
export function namedByPolicy(
  world: ReadonlyWorld,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  const naming = policyOf(world).filter((rule) => !isAnyAny(rule));
  return allows(world, naming, from, to, service);
}

type Rules = Parameters<typeof ruling>[0];

const policyOf = (world: ReadonlyWorld): Rules => find(world.policies, 1)?.rules ?? [];

function allows(
  world: ReadonlyWorld,
  rules: Rules,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  return ruling(rules, zoneOf(world, from), zoneOf(world, to), service) === 'allow';
}
