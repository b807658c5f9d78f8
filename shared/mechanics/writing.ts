import { fact, provenanceOf, setFact } from '../world/fact.ts';
import type { Seq } from '../world/ids.ts';
import type { Vm } from '../world/machine/vm.ts';
import { rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { writeDisk } from './disk.ts';
import { heldOf } from './exits/held.ts';
import { zero } from './memory.ts';
import { wantsFrame, writesOf } from './overcommit.ts';
import { touch } from './pool/reclaim.ts';

/**
 * The memory stage: every running guest writes its next frame and block when its time has come,
 * which overwrites whatever an earlier owner left there (rules M1, M7). A guest that never fills its
 * memory leaves the rest as it got it.
 */
export function writeMemory(turn: Turn): void {
  const { world } = turn;
  for (const vm of rows(world.vms)) {
    if (vm.power !== 'running' || heldOf(world, vm.id) !== null) continue;
    if (isWritten(world, vm) && vm.diskFilled >= vm.blockFills) continue;
    vm.fillIn -= 1;
    if (vm.fillIn > 0) continue;
    const cause = provenanceOf(world, fact('vms', vm.id, 'power'));
    // What it was promised and was not given it gets now, or it waits for that.
    if (wantsFrame(world, vm) && touch(turn, vm, cause) === undefined) {
      vm.fillIn = 0;
      continue;
    }
    vm.fillIn = world.pace.fillEvery;
    writeDisk(turn, vm);
    writeFrame(turn, vm, cause);
  }
}

/** Whether a guest has written all that it ever writes, here or in its swap file. */
const isWritten = (world: ReadonlyWorld, vm: Vm): boolean =>
  vm.filled + vm.swapped >= writesOf(world, vm);

/** A guest writes its next frame, if there is one for it. */
function writeFrame(turn: Turn, vm: Vm, cause: Seq): void {
  const { world } = turn;
  const frame = isWritten(world, vm) ? undefined : vm.memory[vm.filled];
  if (frame === undefined) return;
  vm.filled += 1;
  setFact(world, 'frames', frame, 'content', vm.asset, cause);
  zero(world, frame, cause);
}

/** A guest writes all that it can at once. What nobody can give it, it waits for (rule R12). */
export function writeAll(turn: Turn, vm: Vm, cause: Seq): void {
  while (!isWritten(turn.world, vm)) {
    if (wantsFrame(turn.world, vm) && touch(turn, vm, cause) === undefined) {
      vm.fillIn = 0;
      return;
    }
    if (vm.memory[vm.filled] === undefined) return;
    writeFrame(turn, vm, cause);
  }
}
