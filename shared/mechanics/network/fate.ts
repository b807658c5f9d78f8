import type { Fate, TrafficNature } from '../../world/evidence.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import type { ServiceName, Switch } from '../../world/network.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isOnSwitch, isUnplugged } from './card.ts';
import { isExcepted } from './ips.ts';
import { isIsolated, letsIn, letsOut, type Route, routeOf } from './path.ts';
import { segmentOf, shareSegment } from './segments.ts';
import { tagFor } from './trunk.ts';

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

/**
 * A place on the way: the switch of a host, or (0) the physical wire. `null`: inside a network card, where
 * nobody can watch.
 */
interface Station {
  readonly host: HostId | 0 | null;
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
    if (host !== null) passed.push(host);
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

/**
 * The switch of the source, the wire, and the switch of the destination, as far as there are such. Whoever
 * goes past the switch passes a card instead, which keeps what is isolated to itself (rule N17).
 */
function stationsOf(world: ReadonlyWorld, packets: Packets, asked: boolean): Station[] {
  const { from, to } = packets;
  const { switches, uplink } = routeOf(world, from, to);
  const home = isOnSwitch(world, from) ? find(world.vms, from)?.host : undefined;
  const there = isOnSwitch(world, to) ? find(world.vms, to)?.host : undefined;
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
  const out: Station[] = isPassed(world, from)
    ? [{ host: null, checks: [isolation(world, from)] }]
    : [];
  const last: Station[] = isPassed(world, to)
    ? [{ host: null, checks: [isolation(world, to)] }]
    : [];
  if (!uplink) return [...out, ...gates, ...last];
  // Into quarantine nothing is sent on: it has passed the wire, and comes to no other switch.
  const wire: Station = {
    host: NONE,
    checks: [() => atIps(find(world.wires, 1)?.watch === 'ips', packets), isolation(world, to)],
  };
  if (home === undefined) return [...out, wire, ...gates];
  return [...gates.slice(0, 1), wire, ...gates.slice(1)];
}

/** Whether a VM has hardware of its own for a network card. */
const isPassed = (world: ReadonlyWorld, vm: VmId | 0): boolean =>
  vm !== NONE && find(world.vms, vm) !== null && !isOnSwitch(world, vm);

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
  if (nature === 'dhcp-offer' && segment?.dhcpGuard)
    checks.push(() => ({ kind: 'guarded', zone: segment.zone }));
  if (asked && gate)
    checks.push(() =>
      letsOut(world, gate, { from, to, service }) ? null : { kind: 'denied', host: gate.id },
    );
  return checks;
}

function entering(world: ReadonlyWorld, packets: Packets, asked: boolean): Check[] {
  const { nature, from, to, service } = packets;
  const gate = find(world.switches, find(world.vms, to)?.host ?? NONE);
  const rules: Check = () =>
    gate === null || letsIn(world, gate, { from, to, service })
      ? null
      : { kind: 'denied', host: gate.id };
  // Of tagged frames they are asked by the tag, which is the one that gets furthest (rule N24).
  const tags: Check = () =>
    gate === null || tagFor(world, from as VmId, to as VmId, service) !== NONE
      ? null
      : { kind: 'denied', host: gate.id };
  return [isolation(world, to), ...(nature === 'tagged' ? [tags] : asked ? [rules] : [])];
}

/** What is off hears nothing, and what is of layer 2 is heard in its own segment alone. */
function heard(world: ReadonlyWorld, { nature, from, to }: Packets): Fate | null {
  if (to === NONE) return null;
  const far = (nature === 'arp-claim' || nature === 'dhcp-offer') && !shareSegment(world, from, to);
  const off = find(world.vms, to)?.power !== 'running' || isUnplugged(world, to);
  return far || off ? { kind: 'unheard', vm: to } : null;
}
