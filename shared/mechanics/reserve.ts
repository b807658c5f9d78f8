import { setFact } from '../world/fact.ts';
import type { HostId, Seq, VmId } from '../world/ids.ts';
import type { Vm } from '../world/machine/vm.ts';
import { get } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import { allocateVolume, releaseBlocks } from './disk.ts';
import { allocate, release } from './memory.ts';

/** How much a VM is promised beside what it has. */
export interface Reserve {
  readonly frames: number;
  readonly blocks: number;
}

/**
 * Sets frames and blocks of a host aside for a VM, so that nobody else is given them while the work
 * goes on that needs them (rule G5). They come as the allocator hands them out.
 * @throws if the host has too few: whoever asks has to have looked before
 */
export function reserve(
  turn: Turn,
  vm: VmId,
  host: HostId,
  { frames, blocks }: Reserve,
  cause: Seq,
): void {
  const { world } = turn;
  const memory = allocate(turn, host, vm, frames, cause);
  const disk = allocateVolume(turn, host, vm, blocks, cause);
  setFact(world, 'vms', vm, 'reservedMemory', memory, cause);
  setFact(world, 'vms', vm, 'reservedDisk', disk, cause);
}

/** Where a VM's reserve lies: where it is being moved to, or where it is. */
const reserveHost = ({ movingTo, host }: Pick<Vm, 'movingTo' | 'host'>): HostId =>
  movingTo === 0 ? host : movingTo;

/** Gives back what was set aside for a VM; nothing happens to one that has no reserve. */
export function releaseReserve(turn: Turn, vm: Vm, cause: Seq): void {
  const { world } = turn;
  if (vm.reservedMemory.length === 0 && vm.reservedDisk.length === 0) return;
  const host = reserveHost(vm);
  if (vm.reservedMemory.length > 0) release(turn, host, vm.reservedMemory, vm, cause);
  releaseBlocks(turn, host, vm.reservedDisk, vm, cause);
  setFact(world, 'vms', vm.id, 'reservedMemory', [], cause);
  setFact(world, 'vms', vm.id, 'reservedDisk', [], cause);
}

/** Takes a VM's reserve over: it is no longer aside, and the caller says what becomes of it. */
export function takeReserve(
  turn: Turn,
  vm: VmId,
  cause: Seq,
): { readonly memory: Vm['memory']; readonly disk: Vm['disk'] } {
  const { world } = turn;
  const { reservedMemory, reservedDisk } = get(world.vms, vm);
  setFact(world, 'vms', vm, 'reservedMemory', [], cause);
  setFact(world, 'vms', vm, 'reservedDisk', [], cause);
  return { memory: reservedMemory, disk: reservedDisk };
}
