import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import { NONE, type Seq, TICKS_PER_SECOND, type VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { type Deep, find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld, World } from '../../world/world.ts';
import { record } from '../harm/evidence.ts';
import { follow, type Packets } from './fate.ts';
import { segmentOf, shareSegment } from './segments.ts';
import { leaveFrames } from './trail.ts';

/** Whoever has root in it has it answer those who ask its segment for an address, from now on (rule N26). */
export function serveAddresses({ world }: Turn, vm: VmId, cause: Seq): void {
  if (!get(world.vms, vm).rogueDhcp) setFact(world, 'vms', vm, 'rogueDhcp', true, cause);
}

/** What a server in that VM says to another one. */
const offerOf = (world: ReadonlyWorld, server: VmId, to: VmId): Packets => ({
  nature: 'dhcp-offer',
  from: server,
  to,
  service: WORKLOADS[get(world.vms, to).workload].serves,
});

/** Whether what a server in that VM says gets to another one now, and whether it stays off the wire. */
function hears(
  world: ReadonlyWorld,
  server: Deep<Vm>,
  to: VmId,
): { heard: boolean; near: boolean } {
  if (!server.rogueDhcp || server.power !== 'running') return { heard: false, near: false };
  const { fate, uplink } = follow(world, offerOf(world, server.id, to), false);
  return { heard: fate.kind === 'delivered', near: !uplink };
}

/**
 * A guest asks its segment for an address, as it boots or when its lease has run out, and takes the first answer
 * (DHCPDISCOVER, a broadcast). The network's own server is on the physical wire: whoever answers from the same
 * switch is before it, and whoever has to cross the wire as well is not (rule N26; FACTS B54).
 * Source: RFC 2131, 4.4.1: the client chooses, and those that are in use take the first.
 */
export function takeAddress(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  let gateway: VmId | 0 = NONE;
  for (const server of rows(world.vms)) {
    if (!server.rogueDhcp || server.power !== 'running') continue;
    if (!shareSegment(world, server.id, id)) continue;
    const { heard, near } = hears(world, server, id);
    if (gateway === NONE && heard && near) gateway = server.id;
    const actor = { kind: 'attacker', id: server.intruder } as const;
    const by = { actor, cause: provenanceOf(world, fact('vms', server.id, 'rogueDhcp')) };
    leaveFrames(turn, offerOf(world, server.id, id), by);
  }
  if (gateway !== get(world.vms, id).gateway) follows(turn, id, gateway, cause);
}

/** It sends by way of another gateway from now on. */
function follows(turn: Turn, vm: VmId, gateway: VmId | 0, cause: Seq): void {
  const { world } = turn;
  const taken = emit(turn, 'address-taken', {
    actor: NATURE,
    subjects: [`vms/${vm}`],
    causes: [cause, ...(gateway === NONE ? [] : whyHeard(world, gateway))],
    data: { vm, gateway },
  });
  setFact(world, 'vms', vm, 'gateway', gateway, taken);
  if (gateway === NONE) return;
  record(turn, { kind: 'gateway-change', vm, peer: gateway }, { actor: NATURE, cause: taken });
}

/** Who had it answer, and that no guard was on. */
function whyHeard(world: World, server: VmId): Seq[] {
  const segment = segmentOf(world, get(world.vms, server).zone);
  return [
    provenanceOf(world, fact('vms', server, 'rogueDhcp')),
    ...(segment ? [provenanceOf(world, fact('segments', segment.id, 'dhcpGuard'))] : []),
  ];
}

/**
 * Once a second: whose gateway does not answer any more asks anew. A lease is renewed with the server that gave it,
 * wherever that is, and short in this room (our figure): when the guard takes what that server says, when it is off,
 * gone, or in another segment, it is over at once (rule N27).
 */
export function renewAddresses(turn: Turn): void {
  const { world } = turn;
  if (world.tick % TICKS_PER_SECOND !== 0) return;
  for (const { id, gateway, power } of rows(world.vms)) {
    if (gateway === NONE || power !== 'running') continue;
    const server = find(world.vms, gateway);
    if (server && shareSegment(world, gateway, id) && hears(world, server, id).heard) continue;
    const since = provenanceOf(world, fact('vms', id, 'gateway'));
    const segment = segmentOf(world, get(world.vms, id).zone);
    const guarded = segment?.dhcpGuard === true;
    const why = guarded ? provenanceOf(world, fact('segments', segment.id, 'dhcpGuard')) : since;
    takeAddress(turn, id, why);
  }
}
