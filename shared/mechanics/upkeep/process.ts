import { setFact } from '../../world/fact.ts';
import { NONE, type Seq, type VmId } from '../../world/ids.ts';
import { TRANSLATED } from '../../world/machine/vm.ts';
import { vmNote } from '../../world/people/known.ts';
import { get } from '../../world/table.ts';
import type { World } from '../../world/world.ts';

/**
 * A new process runs a VM from now on, with the device models that its host has today, and nobody is
 * in it. Until the next one begins it goes on with that code, whatever the host is patched to (rule
 * K10), and with an empty translation cache (K102). Source: XSA-133, FACTS B01: a patched package reaches a running VM by a restart or a migration.
 */
export function beginProcess(world: World, vm: VmId, cause: Seq): void {
  const { host } = get(world.vms, vm);
  setFact(world, 'vms', vm, 'deviceBuild', get(world.hosts, host).build, cause);
  const row = get(world.vms, vm);
  row.translated = row.technique === 'bt' ? 0 : TRANSLATED;
  endProcess(world, vm, cause);
}

/**
 * The process that ran a VM is gone, and with it whoever was in it. The next one lies at other addresses,
 * and whoever knew those of the old one notices that their machine was away for a moment.
 */
export function endProcess(world: World, vm: VmId, cause: Seq): void {
  const { deviceProcess, layoutKnownBy } = get(world.vms, vm);
  if (deviceProcess !== NONE) setFact(world, 'vms', vm, 'deviceProcess', NONE, cause);
  if (layoutKnownBy === NONE) return;
  setFact(world, 'vms', vm, 'layoutKnownBy', NONE, cause);
  const attacker = get(world.attackers, layoutKnownBy);
  delete attacker.notes[vmNote(attacker.knownVms.indexOf(vm) + 1, 'layout')];
}
