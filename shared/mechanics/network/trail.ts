import type { TrafficNature } from '../../world/evidence.ts';
import type { VmId } from '../../world/ids.ts';
import type { ServiceName } from '../../world/network.ts';
import type { Turn } from '../../world/turn.ts';
import { type Origin, record } from '../evidence.ts';
import { leaves, type Route, routeOf } from './path.ts';

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
  const { world } = turn;
  const { nature, from, to, service } = packets;
  const whole = routeOf(world, from, to);
  const route: Route = leaves(world, from, to, service)
    ? whole
    : { switches: whole.switches.slice(0, 1), uplink: false };
  record(turn, { kind: 'traffic', nature, vm: from, peer: to, service, ...route }, origin);
}
