import { fact, provenanceOf, setFact } from '../world/fact.ts';
import { NATURE } from '../world/history.ts';
import { type FrameId, type HostId, NONE, type Seq, type VmId } from '../world/ids.ts';
import { find, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { Vm } from '../world/vm.ts';
import type { ReadonlyWorld, World } from '../world/world.ts';

/** The frames that the allocator would hand out next, first one first (rule M4). */
export function nextFrames(world: ReadonlyWorld, host: HostId, count: number): FrameId[] {
  const free = find(world.hosts, host)?.free ?? [];
  return count === 0 ? [] : free.slice(-count).reverse();
}

/**
 * Takes frames off a host's free stack for a VM. Under `on-allocate` each is zeroed as it is handed
 * over; otherwise it comes as it is (rules M3, M4, M6).
 * @param cause the event that placed the VM
 * @throws if the host has too few: the command's refusal has to have asked before
 */
export function allocate(turn: Turn, host: HostId, vm: VmId, count: number, cause: Seq): FrameId[] {
  const { world } = turn;
  const { free, scrub } = get(world.hosts, host);
  if (free.length < count) throw new Error(`host ${host} has ${free.length} frames, not ${count}`);
  const taken = nextFrames(world, host, count);
  setFact(world, 'hosts', host, 'free', free.slice(0, free.length - count), cause);
  for (const frame of taken) {
    setFact(world, 'frames', frame, 'owner', vm, cause);
    if (scrub === 'on-allocate') zero(world, frame, cause);
  }
  return taken;
}

/**
 * Takes a VM's frames back. What they held stays in them as residue (rule M2) unless the host
 * scrubs on free (rule M5).
 * @param cause the event that destroyed the VM
 */
export function release(turn: Turn, vm: Vm, cause: Seq): void {
  const { world } = turn;
  const { free, scrub } = get(world.hosts, vm.host);
  const written = vm.memory.filter((id) => get(world.frames, id).content !== NONE);
  const freed = emit(turn, 'frames-freed', {
    actor: NATURE,
    subjects: [`hosts/${vm.host}`, `vms/${vm.id}`],
    causes: [cause, provenanceOf(world, fact('hosts', vm.host, 'scrub'))],
    data: { host: vm.host, asset: vm.asset, frames: written, policy: scrub },
  });
  for (const id of vm.memory) {
    const { content } = get(world.frames, id);
    setFact(world, 'frames', id, 'owner', NONE, freed);
    if (content !== NONE) {
      setFact(world, 'frames', id, 'residue', content, freed);
      setFact(world, 'frames', id, 'content', NONE, freed);
    }
    if (scrub === 'on-free') zero(world, id, freed);
  }
  setFact(world, 'hosts', vm.host, 'free', [...free, ...vm.memory], freed);
}

/** Overwrites a frame with zeros; nothing happens to one that holds no residue. */
export function zero(world: World, frame: FrameId, cause: Seq): boolean {
  if (get(world.frames, frame).residue === NONE) return false;
  setFact(world, 'frames', frame, 'residue', NONE, cause);
  return true;
}

/** The free frames of a host that still hold something, the next to be handed out first. */
export function dirtyFrames(world: ReadonlyWorld, host: HostId): FrameId[] {
  const free = find(world.hosts, host)?.free ?? [];
  return free.filter((id) => get(world.frames, id).residue !== NONE).reverse();
}

/**
 * The memory stage: every running guest writes its next frame when its time has come, which
 * overwrites whatever an earlier owner left there (rules M1, M7). A guest that never fills its
 * memory leaves the rest as it got it.
 */
export function writeMemory(turn: Turn): void {
  const { world } = turn;
  for (const vm of rows(world.vms)) {
    if (vm.power !== 'running' || vm.filled >= vm.fills) continue;
    vm.fillIn -= 1;
    if (vm.fillIn > 0) continue;
    vm.fillIn = world.pace.fillEvery;
    const frame = vm.memory[vm.filled];
    if (frame === undefined) continue;
    vm.filled += 1;
    const cause = provenanceOf(world, fact('vms', vm.id, 'power'));
    setFact(world, 'frames', frame, 'content', vm.asset, cause);
    zero(world, frame, cause);
  }
}
