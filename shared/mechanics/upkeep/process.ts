import { setFact } from '../../world/fact.ts';
import { NONE, type Seq, type VmId } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import type { World } from '../../world/world.ts';

/**
 * A new process runs a VM from now on, with the device models that its host has today, and nobody is
 * in it. Until the next one begins it goes on with that code, whatever the host is patched to (rule
 * K10). Source: XSA-133, FACTS B01: a patched package reaches a running VM by a restart or a migration.
 */
export function beginProcess(world: World, vm: VmId, cause: Seq): void {
  const { host } = get(world.vms, vm);
  setFact(world, 'vms', vm, 'deviceBuild', get(world.hosts, host).build, cause);
  endProcess(world, vm, cause);
}

/** The process that ran a VM is gone, and with it whoever was in it. */
export function endProcess(world: World, vm: VmId, cause: Seq): void {
  if (get(world.vms, vm).deviceProcess === NONE) return;
  setFact(world, 'vms', vm, 'deviceProcess', NONE, cause);
}
