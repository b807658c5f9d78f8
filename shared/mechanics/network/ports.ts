import { setFact } from '../../world/fact.ts';
import type { HostId, Seq, VmId, ZoneId } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import type { World } from '../../world/world.ts';

/** Tells one switch which VM is behind a port, and in which zone (rule N4). */
export function bindPort(world: World, host: HostId, vm: VmId, zone: ZoneId, cause: Seq): void {
  const { ports } = get(world.switches, host);
  const others = ports.filter((port) => port.vm !== vm);
  setFact(world, 'switches', host, 'ports', [...others, { vm, zone }], cause);
}

/** Takes a port away: its VM has left this host. */
export function unbindPort(world: World, host: HostId, vm: VmId, cause: Seq): void {
  const { ports } = get(world.switches, host);
  const others = ports.filter((port) => port.vm !== vm);
  if (others.length !== ports.length) setFact(world, 'switches', host, 'ports', others, cause);
}
