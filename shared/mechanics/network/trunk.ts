import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import { NONE, type Seq, type VmId, type ZoneId } from '../../world/ids.ts';
import type { PortMode, ServiceName } from '../../world/network.ts';
import { find } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isOnSwitch } from './card.ts';
import { isIsolated, takesFrom } from './path.ts';

/** Makes a VM's port a trunk, or an access port of its zone's VLAN. At once, and nothing is restarted (rule N24). */
export function setTrunk(turn: Turn, vm: VmId, mode: PortMode, actor: Actor, cause: Seq): void {
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { setting: 'trunk', to: mode },
  });
  setFact(turn.world, 'vms', vm, 'trunk', mode === 'trunk', changed);
}

/**
 * Whether frames of a VM go out with the tags that its own kernel sets: its port is a trunk, and it is not on the
 * isolated segment, whose ports are none. Of a virtual function the card keeps it to one VLAN (rule N17).
 */
export const isTrunk = (world: ReadonlyWorld, vm: VmId): boolean =>
  find(world.vms, vm)?.trunk === true && isOnSwitch(world, vm) && !isIsolated(world, vm);

/**
 * Whether packets with that tag get from a VM to the service of another: the rules go by the VLAN that a frame bears,
 * which is what the sender wrote (rule N24). Their own VLAN, quarantine and the internet are no tag to hop by, and
 * nothing gets past an IPS that cannot keep up (N13).
 */
export function tagFits(
  world: ReadonlyWorld,
  from: VmId,
  tag: ZoneId,
  to: VmId,
  service: ServiceName,
): boolean {
  const sender = find(world.vms, from);
  if (!sender || sender.zone === tag) return false;
  const name = find(world.zones, tag)?.name ?? 'quarantine';
  if (name === 'quarantine' || name === 'internet') return false;
  if (find(world.switches, sender.host)?.overloaded !== false) return false;
  return takesFrom(world, tag, to, service);
}

/** The tag that gets a VM to the service of another: of its own zone first, then of any; 0: none does. */
export function tagFor(
  world: ReadonlyWorld,
  from: VmId,
  to: VmId,
  service: ServiceName,
): ZoneId | 0 {
  const there = find(world.vms, to)?.zone;
  if (there === undefined) return NONE;
  const tags = [there, ...world.zones.flatMap((zone) => (zone ? [zone.id] : []))];
  return tags.find((tag) => tagFits(world, from, tag, to, service)) ?? NONE;
}
