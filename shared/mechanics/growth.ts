import { setFact } from '../world/fact.ts';
import type { Actor } from '../world/history.ts';
import { NONE, type Seq, type VmId } from '../world/ids.ts';
import { get } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { obtain } from './pool/reclaim.ts';
import { releaseReserve, reserve, takeReserve } from './reserve.ts';

/**
 * Sets frames of its own host aside for a VM that is to be given more: all of them, or of an overcommitted one what
 * there is (rule R10).
 */
export function beginGrowth(turn: Turn, vm: VmId, frames: number, cause: Seq): void {
  const { host } = get(turn.world.vms, vm);
  const { overcommit } = get(turn.world.hosts, host);
  if (!overcommit) {
    reserve(turn, vm, host, { frames, blocks: 0 }, cause);
    return;
  }
  const there = obtain(turn, host, vm, { count: frames, depth: 'idle' }, cause);
  setFact(turn.world, 'vms', vm, 'reservedMemory', there, cause);
}

/** Gives growth up: what was set aside is free again. Of a move it takes nothing away. */
export function giveUpGrowth(turn: Turn, vm: VmId, cause: Seq): void {
  const row = get(turn.world.vms, vm);
  if (row.movingTo === NONE) releaseReserve(turn, row, cause);
}

/**
 * Gives a VM the frames that were set aside for it, as they are: it has not written them, and what
 * an earlier owner left is in them (rule G9). What was only promised it is given as it writes it. Its workload will fill them in its time.
 */
export function growVm(turn: Turn, id: VmId, more: number, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const grown = emit(turn, 'vm-grown', {
    actor,
    subjects: [`vms/${id}`, `hosts/${vm.host}`],
    causes: [cause],
    data: { frames: more },
  });
  const { memory } = takeReserve(turn, id, grown);
  // The pages of its image stay behind all that it writes.
  const pages = vm.memory.filter((frame) => get(world.frames, frame).image !== NONE);
  const own = vm.memory.filter((frame) => !pages.includes(frame));
  setFact(world, 'vms', id, 'memory', [...own, ...memory, ...pages], grown);
  setFact(world, 'vms', id, 'frames', vm.frames + more, grown);
  setFact(world, 'vms', id, 'fills', vm.fills + more, grown);
  if (vm.fillIn <= 0) vm.fillIn = world.pace.fillEvery;
}
