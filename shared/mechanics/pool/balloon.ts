import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { FrameId, Seq, VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { type Deep, get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { release } from '../memory.ts';
import { lackedBy, ownFrames } from '../overcommit.ts';

/** A guest that has less than this left has no work left to do. */
const LEAST = 2;

/**
 * What a balloon in a guest would give back: what it was promised and not given (rule R10), then the last frames of
 * its own, so those that it has not written go first. Pages of its image stay.
 */
export function balloonable(
  world: ReadonlyWorld,
  vm: Deep<Vm>,
): { readonly promised: number; readonly frames: readonly FrameId[] } {
  const own = ownFrames(world, vm);
  const lacked = lackedBy(vm);
  const spare = Math.max(0, Math.min(world.pace.balloonFrames, own.length + lacked - LEAST));
  const promised = Math.min(spare, lacked);
  return { promised, frames: spare === promised ? [] : own.slice(promised - spare) };
}

/**
 * Takes frames back from a live guest by its balloon driver. They are free at once, with what was written in
 * them, unless the host zeroes what live guests free (rules R9, M2). Source: Waldspurger, OSDI 2002; FACTS I-1,
 * B27.
 */
export function balloon(turn: Turn, id: VmId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const { promised, frames } = balloonable(world, vm);
  const count = promised + frames.length;
  if (count === 0) return;
  const shrunk = emit(turn, 'vm-shrunk', {
    actor,
    subjects: [`vms/${id}`, `hosts/${vm.host}`],
    causes: [cause],
    data: { frames: count },
  });
  const memory = vm.memory.filter((frame) => !frames.includes(frame));
  const left = vm.frames - count;
  setFact(world, 'vms', id, 'memory', memory, shrunk);
  setFact(world, 'vms', id, 'frames', left, shrunk);
  const own = ownFrames(world, { memory }).length;
  const most = left - (memory.length - own) - vm.merged.length;
  if (vm.fills > most) setFact(world, 'vms', id, 'fills', most, shrunk);
  vm.filled = Math.min(vm.filled, own);
  release(turn, vm.host, frames, vm, shrunk, 'alive');
}
