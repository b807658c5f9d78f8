import { setFact } from '../../world/fact.ts';
import { NONE, type Seq } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import type { Turn } from '../../world/turn.ts';
import { allocateVolume, releaseBlocks, zeroBlock } from '../disk.ts';

/**
 * So many more frames of a VM lie in its swap file from now on: one block of its host's disk, which holds more than
 * any VM has (a block stands for 4 GiB, a frame for 256 MiB). Source: ESXi's `.vswp` beside a VM's files (FACTS 2.6).
 * @throws if the host has no block for it: whoever asks has to have looked before
 */
export function putIntoSwap(turn: Turn, vm: Vm, frames: number, cause: Seq): void {
  const { world } = turn;
  if (vm.swapFile === NONE) {
    const [block] = allocateVolume(turn, vm.host, vm.id, 1, cause);
    if (block === undefined) throw new Error(`host ${vm.host} has no block to swap to`);
    setFact(world, 'vms', vm.id, 'swapFile', block, cause);
    setFact(world, 'blocks', block, 'content', vm.asset, cause);
    zeroBlock(world, block, cause);
  }
  setFact(world, 'vms', vm.id, 'swapped', vm.swapped + frames, cause);
}

/**
 * So many frames less lie there. With the last the file is deleted, and what was in it stays on the disk like what
 * any volume leaves (rule B1); of an encrypted VM it says nothing (B4; FACTS B31: encryption covers the swap).
 */
export function dropSwap(turn: Turn, vm: Vm, frames: number, cause: Seq): void {
  if (vm.swapFile === NONE) return;
  const { world } = turn;
  const left = Math.max(0, vm.swapped - frames);
  setFact(world, 'vms', vm.id, 'swapped', left, cause);
  if (left > 0) return;
  const file = vm.swapFile;
  setFact(world, 'vms', vm.id, 'swapFile', NONE, cause);
  releaseBlocks(turn, vm.host, [file], vm, cause);
}
