import { fact, provenanceOf, setFact } from '../world/fact.ts';
import { NATURE } from '../world/history.ts';
import {
  type FrameId,
  type HostId,
  NONE,
  type Seq,
  TICKS_PER_SECOND,
  type VmId,
} from '../world/ids.ts';
import type { Vm } from '../world/machine/vm.ts';
import { find, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
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
 * Takes frames of a VM back. What they held stays in them as residue (rule M2) unless the host
 * scrubs on free (rule M5), or when a VM is gone.
 * @param cause the event by which the VM lost them
 * @param as whether the VM has left them for good, or lives on elsewhere in its memory (rule R9)
 */
export function release(
  turn: Turn,
  host: HostId,
  frames: readonly FrameId[],
  vm: Pick<Vm, 'id' | 'asset' | 'memoryEncrypted'>,
  cause: Seq,
  as: 'gone' | 'alive' = 'gone',
): void {
  const { world } = turn;
  const { free, scrub } = get(world.hosts, host);
  const written = frames.filter((id) => get(world.frames, id).content !== NONE);
  const freed = emit(turn, 'frames-freed', {
    actor: NATURE,
    subjects: [`hosts/${host}`, `vms/${vm.id}`],
    causes: [cause, provenanceOf(world, fact('hosts', host, 'scrub'))],
    data: { host, asset: vm.asset, frames: written, policy: scrub },
  });
  for (const id of frames) {
    const { content, image } = get(world.frames, id);
    setFact(world, 'frames', id, 'owner', NONE, freed);
    if (image !== NONE) setFact(world, 'frames', id, 'image', NONE, freed);
    if (content !== NONE) {
      // What was encrypted in memory is noise without the key, which goes with the VM (rule K61).
      if (!vm.memoryEncrypted) setFact(world, 'frames', id, 'residue', content, freed);
      setFact(world, 'frames', id, 'content', NONE, freed);
    }
    if (scrub === 'on-free' || (scrub === 'on-death' && as === 'gone')) zero(world, id, freed);
  }
  setFact(world, 'hosts', host, 'free', [...free, ...frames], freed);
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
 * Each host clears so many of its free frames a second by itself, where that is switched on: those
 * that would be handed out next come first (rule M10).
 */
export function scrubInBackground(turn: Turn): void {
  const { world } = turn;
  const { backgroundScrub } = world.pace;
  if (backgroundScrub === 0 || world.tick % TICKS_PER_SECOND !== 0) return;
  for (const host of rows(world.hosts)) {
    const cause = provenanceOf(world, fact('hosts', host.id, 'scrub'));
    for (const frame of dirtyFrames(world, host.id).slice(0, backgroundScrub)) {
      zero(world, frame, cause);
    }
  }
}
