import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import { type HostId, NONE, type Seq } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { zoneLetOut } from '../network/let-in.ts';
import { managementOf } from '../network/transit.ts';

/**
 * Whether packets get to the management interface of a host (rule N31): from the internet and from VMs of zones that the
 * firewall of its management network lets through, and from VMs on that network by mistake, which meet no firewall.
 * @param from a VM, or 0 for the internet
 */
export function reachesHost(world: ReadonlyWorld, from: number, host: number): boolean {
  const there = find(world.hosts, host);
  if (there === null) return false;
  const zone = zoneLetOut(world, from);
  if (zone === null) return false;
  if (there.managedFrom.includes(zone)) return true;
  return from !== NONE && managementOf(world, from) === there.management;
}

/** From now on the firewall lets nothing through to a host’s management interface: whoever is to manage it has to be on its network. */
export function restrict(turn: Turn, host: HostId, actor: Actor, cause: Seq): void {
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`hosts/${host}`],
    causes: [cause],
    data: { setting: 'managedFrom', to: 'off' },
  });
  setFact(turn.world, 'hosts', host, 'managedFrom', [], changed);
}
