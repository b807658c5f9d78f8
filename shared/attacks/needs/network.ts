import { reaches, routeOf } from '../../mechanics/network/path.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import { SERVICES, type ServiceName } from '../../world/network.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { Need, Strike } from '../need.ts';

/** The service that a strike names by its place in `SERVICES`. */
export const serviceOf = ({ service = 0 }: Strike): ServiceName => SERVICES[service] ?? 'web';

/** What the zone of a packet's end is read from. */
function zoneFacts(world: ReadonlyWorld, vm: number): FactRef[] {
  if (vm !== NONE) return [fact('vms', vm, 'zone')];
  const refs: FactRef[] = [];
  for (const zone of world.zones) {
    if (!zone) continue;
    refs.push(fact('zones', zone.id, 'name'));
    if (zone.name === 'internet') break;
  }
  return refs;
}

/** What the switch of one end decides by, of a packet whose other end is `peer`. */
function gateFacts(world: ReadonlyWorld, vm: number, peer: number): FactRef[] {
  if (vm === NONE) return [];
  const host = find(world.vms, vm)?.host ?? NONE;
  const gate = find(world.switches, host);
  const refs: FactRef[] = [fact('vms', vm, 'host'), fact('switches', host, 'ports')];
  if (!gate?.ports.some((port) => port.vm === vm)) return refs;
  return [...refs, fact('switches', host, 'rules'), ...zoneFacts(world, peer)];
}

/** Facts by which a flow gets from `from` to `vm`. */
export function wayFacts(world: ReadonlyWorld, from: number, vm: number): FactRef[] {
  return [...new Set([...gateFacts(world, from, vm), ...gateFacts(world, vm, from)])];
}

/** Packets get from `from` (0: the internet) to the service of `vm`, by what switches really enforce. */
export const reachable: Need = {
  id: 'reachable',
  holds: (world, strike) => {
    const { from = 0, vm = 0 } = strike;
    return reaches(world, from as VmId | 0, vm as VmId, serviceOf(strike));
  },
  facts: (world, { from = 0, vm = 0 }) => wayFacts(world, from, vm),
  counters: (world, { vm = 0 }): Counter[] => {
    const host = find(world.vms, vm)?.host ?? NONE;
    const since = fact('switches', host, 'ports');
    return [
      { command: 'push-policy', args: { host }, moment: 'after', fact: since },
      { command: 'quarantine-vm', args: { vm }, moment: 'after', fact: since },
    ];
  },
};

/** No inline IPS stands on the way: an IDS sees and lets pass, an IPS blocks what it sees. */
export const nothingBlocks: Need = {
  id: 'nothing-blocks',
  holds: (world, { from = 0, vm = 0 }) => {
    const { switches, uplink } = routeOf(world, from as VmId | 0, vm as VmId);
    if (uplink && find(world.wires, 1)?.watch === 'ips') return false;
    return switches.every((host) => find(world.switches, host)?.watch !== 'ips');
  },
  facts: (world, { from = 0, vm = 0 }) => {
    const { switches, uplink } = routeOf(world, from as VmId | 0, vm as VmId);
    return [
      ...[from, vm].filter((id) => id !== NONE).map((id) => fact('vms', id, 'host')),
      ...switches.map((host) => fact('switches', host, 'watch')),
      ...(uplink ? [fact('wires', 1, 'watch')] : []),
    ];
  },
  counters: (world, { from = 0, vm = 0 }) => {
    const { switches } = routeOf(world, from as VmId | 0, vm as VmId);
    return switches.map((host: HostId) => ({
      command: 'place-sensor',
      args: { host, watch: 'ips' },
      moment: 'after' as const,
      fact: fact('switches', host, 'watch'),
    }));
  },
};

/** Whether the flow is let in although the destination's switch was never told of its port. */
export function unbound(world: ReadonlyWorld, vm: number): boolean {
  const gate = find(world.switches, find(world.vms, vm)?.host ?? NONE);
  return gate !== null && !gate.ports.some((port) => port.vm === vm);
}
