import type { TrafficNature } from '../../world/evidence.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import type { ServiceName } from '../../world/network.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { isIsolated, leaves, type Route, routeOf } from './path.ts';

/** Packets from one VM to another; 0 is the internet. */
export interface Packets {
  readonly nature: TrafficNature;
  readonly from: VmId | 0;
  readonly to: VmId | 0;
  readonly service: ServiceName;
}

/**
 * Leaves the trace of packets at every place that they pass: what their own switch does not let out
 * is seen there and nowhere else.
 */
export function leaveTrail(turn: Turn, packets: Packets, origin: Origin): void {
  const { from, to, service } = packets;
  const out = leaves(turn.world, from, to, service);
  mark(turn, packets, out ? wayTo(turn.world, from, to) : atHome(turn.world, from), origin);
}

/**
 * The same of what no rule of a switch is asked about: answers to a connection that was let in, and
 * frames of layer 2 that carry no packet of any service.
 */
export function leaveFrames(turn: Turn, packets: Packets, origin: Origin): void {
  const { from, to } = packets;
  const out = !isIsolated(turn.world, from);
  mark(turn, packets, out ? wayTo(turn.world, from, to) : atHome(turn.world, from), origin);
}

function mark(turn: Turn, { nature, from, to, service }: Packets, way: Route, by: Origin): void {
  record(turn, { kind: 'traffic', nature, vm: from, peer: to, service, ...way }, by);
}

/** Nothing is delivered into quarantine: what is sent there is seen by its own switch and the wire. */
function wayTo(world: ReadonlyWorld, from: VmId | 0, to: VmId | 0): Route {
  const whole = routeOf(world, from, to);
  return isIsolated(world, to) ? { ...atHome(world, from), uplink: whole.uplink } : whole;
}

/** The switch that a VM sends into, and no other place; nothing for the internet. */
function atHome(world: ReadonlyWorld, from: VmId | 0): Route {
  const host = from === NONE ? undefined : find(world.vms, from)?.host;
  return { switches: host === undefined ? [] : [host], uplink: false };
}
