import { runVm, stopVm } from '../mechanics/lifecycle.ts';
import type { Seq, VmId } from '../world/ids.ts';
import { find, get } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { Command, OrderRef } from './command.ts';
import { notInMaking, type VmCommand, vmCommand } from './on-vm.ts';
import { refuse } from './refusal.ts';

/** Powers a VM off while its machine is changed: what a guest's buses have is read when it boots. */
export function powerOff(turn: Turn, { vm }: { readonly vm: VmId }, order: OrderRef): void {
  if (get(turn.world.vms, vm).power === 'running') stopVm(turn, vm, order.seq);
}

/** And on again, in a new process; one that is gone meanwhile stays gone. */
export function powerOn(turn: Turn, vm: VmId, cause: Seq): void {
  if (find(turn.world.vms, vm)?.power === 'stopped') runVm(turn, vm, cause);
}

/** A command that switches something of a VM's machine off, for good. The VM is off meanwhile. */
export function machineSwitch(
  command: Omit<VmCommand, 'length' | 'refusal' | 'start' | 'finish'> & {
    /** Whether there is something to switch off. */
    readonly on: (vm: Parameters<VmCommand['refusal']>[1]) => boolean;
    /** Switches it off. @returns the event by which it was */
    readonly off: (turn: Turn, vm: VmId, order: OrderRef) => Seq;
  },
): Command {
  const { on, off, ...rest } = command;
  return vmCommand({
    ...rest,
    length: (pace) => pace.machineLength,
    refusal: (world, vm) => notInMaking(world, vm) ?? (on(vm) ? null : refuse('rule.already-so')),
    start: (turn, vm, order) => powerOff(turn, { vm }, order),
    finish: (turn, vm, order) => powerOn(turn, vm, off(turn, vm, order)),
  });
}
