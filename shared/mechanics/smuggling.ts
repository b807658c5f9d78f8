import { setFact } from '../world/fact.ts';
import type { Actor, Proof } from '../world/history.ts';
import type { FrameId, HostId, Seq, VmId } from '../world/ids.ts';
import { get } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { release } from './memory.ts';

/** By whom, by which act of which attack, and why it could be. */
export interface Trick {
  readonly actor: Actor;
  readonly attack: string;
  readonly act: Seq;
  readonly proof: Proof;
}

/**
 * A guest gives a frame that it has written back to its host, which clears it if that is its policy,
 * and writes the same again to it through a stale translation (rule A40). The guest has one frame
 * less from then on.
 * @returns its host, and the event
 */
export function smuggle(
  turn: Turn,
  id: VmId,
  frame: FrameId,
  { actor, attack, act, proof }: Trick,
): { readonly host: HostId; readonly smuggled: Seq } {
  const { world } = turn;
  const vm = get(world.vms, id);
  const { host, asset } = vm;
  giveBack(turn, id, frame, act);
  const smuggled = emit(turn, 'frames-smuggled', {
    actor,
    subjects: [`vms/${id}`, `hosts/${host}`],
    causes: proof.causes,
    data: { vm: id, host, asset, frames: 1, attack, needs: proof.needs },
  });
  setFact(world, 'frames', frame, 'residue', asset, smuggled);
  return { host, smuggled };
}

/** The guest's balloon: a frame that it has written goes back to the host. */
function giveBack(turn: Turn, id: VmId, frame: FrameId, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const memory = vm.memory.filter((one) => one !== frame);
  setFact(world, 'vms', id, 'memory', memory, cause);
  setFact(world, 'vms', id, 'frames', vm.frames - 1, cause);
  setFact(world, 'vms', id, 'fills', vm.fills - 1, cause);
  vm.filled -= 1;
  release(turn, vm.host, [frame], vm, cause);
}
