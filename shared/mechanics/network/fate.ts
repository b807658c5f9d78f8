import type { Fate, TrafficNature } from '../../world/evidence.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import type { ServiceName, Switch } from '../../world/network.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isExcepted } from './ips.ts';
import { isIsolated, letsIn, letsOut, type Route, routeOf } from './path.ts';
import { segmentOf, shareSegment } from './segments.ts';

/** Packets from one VM to another; 0 is the internet. */
export interface Packets {
  readonly nature: TrafficNature;
  readonly from: VmId | 0;
  readonly to: VmId | 0;
  readonly service: ServiceName;
}

/** The places that packets pass, the one at which they are stopped included, and what becomes of them. */
export interface Journey extends Route {
  readonly fate: Fate;
}

/** What may stop packets at one place, in the order in which it is asked. */
type Check = () => Fate | null;

/** A place on the way: the switch of a host, or (0) the physical wire. */
interface Station {
  readonly host: HostId | 0;
  readonly checks: readonly Check[];
}

/**
 * Follows packets from place to place until something stops them (rule S26).
 * @param asked whether rules of switches are asked: not about answers to a connection that was let in,
 *   nor about frames of layer 2 that carry no packet of any service
 */
export function follow(world: ReadonlyWorld, packets: Packets, asked: boolean): Journey {
  const passed: (HostId | 0)[] = [];
  for (const { host, checks } of stationsOf(world, packets, asked)) {
    passed.push(host);
    for (const check of checks) {
      const fate = check();
      if (fate !== null) return journey(passed, fate);
    }
  }
  return journey(passed, heard(world, packets) ?? { kind: 'delivered' });
}

const journey = (passed: readonly (HostId | 0)[], fate: Fate): Journey => ({
  switches: passed.filter((host): host is HostId => host !== NONE),
  uplink: passed.includes(NONE),
  fate,
});

/** The switch of the source, the wire, and the switch of the destination, as far as there are such. */
function stationsOf(world: ReadonlyWorld, packets: Packets, asked: boolean): Station[] {
  const { from, to } = packets;
  const { switches, uplink } = routeOf(world, from, to);
  const home = find(world.vms, from)?.host;
  const there = find(world.vms, to)?.host;
  const gates = switches.map(
    (host): Station => ({
      host,
      checks: [
        ...(host === home ? [isolation(world, from)] : []),
        ...gateChecks(world, packets, host),
        ...(host === home ? leaving(world, packets, asked) : []),
        ...(host === there ? entering(world, packets, asked) : []),
      ],
    }),
  );
  if (!uplink) return gates;
  // Into quarantine nothing is sent on: it has passed the wire, and comes to no other switch.
  const wire: Station = {
    host: NONE,
    checks: [() => atIps(find(world.wires, 1)?.watch === 'ips', packets), isolation(world, to)],
  };
  return home === undefined ? [wire, ...gates] : [...gates.slice(0, 1), wire, ...gates.slice(1)];
}

/** A VM in quarantine neither sends nor receives (rule N7). */
const isolation =
  (world: ReadonlyWorld, vm: VmId | 0): Check =>
  () =>
    vm !== NONE && isIsolated(world, vm) ? { kind: 'quarantined', vm } : null;

/** What an IPS in that switch does: nothing gets by one that cannot keep up (rule N13). */
function gateChecks(world: ReadonlyWorld, packets: Packets, host: HostId): Check[] {
  const gate = find(world.switches, host);
  if (gate === null) return [];
  return [
    () => (gate.overloaded ? { kind: 'dropped', host } : null),
    () => (stops(gate, packets) ? { kind: 'blocked', host } : null),
  ];
}

const atIps = (there: boolean, { nature }: Packets): Fate | null =>
  there && hasSignature(nature) ? { kind: 'blocked', host: NONE } : null;

/** Scans and transfers are everyday, and of no signature. */
const hasSignature = (nature: TrafficNature): boolean =>
  nature === 'exploit' || nature === 'arp-claim';

/** What it was told to make an exception of it lets pass (rule N12); of ARP claims there are none. */
function stops(gate: Deep<Switch>, { nature, from, to, service }: Packets): boolean {
  if (gate.watch !== 'ips' || !hasSignature(nature)) return false;
  return nature === 'arp-claim' || !isExcepted(gate, from, to, service);
}

function leaving(world: ReadonlyWorld, packets: Packets, asked: boolean): Check[] {
  const { nature, from, to, service } = packets;
  const gate = find(world.switches, find(world.vms, from)?.host ?? NONE);
  const segment = segmentOf(world, find(world.vms, from)?.zone ?? NONE);
  const checks: Check[] = [];
  if (nature === 'arp-claim' && segment?.arpInspection)
    checks.push(() => ({ kind: 'inspected', zone: segment.zone }));
  if (asked && gate)
    checks.push(() =>
      letsOut(world, gate, { from, to, service }) ? null : { kind: 'denied', host: gate.id },
    );
  return checks;
}

function entering(world: ReadonlyWorld, { from, to, service }: Packets, asked: boolean): Check[] {
  const gate = find(world.switches, find(world.vms, to)?.host ?? NONE);
  const rules: Check = () =>
    gate === null || letsIn(world, gate, { from, to, service })
      ? null
      : { kind: 'denied', host: gate.id };
  return [isolation(world, to), ...(asked ? [rules] : [])];
}

/** What is off hears nothing, and a claim of layer 2 is heard in its own segment alone. */
function heard(world: ReadonlyWorld, { nature, from, to }: Packets): Fate | null {
  if (to === NONE) return null;
  const far = nature === 'arp-claim' && !shareSegment(world, from, to);
  return far || find(world.vms, to)?.power !== 'running' ? { kind: 'unheard', vm: to } : null;
}
