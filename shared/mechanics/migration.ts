import { fact, provenanceOf, setFact } from '../world/fact.ts';
import type { Actor } from '../world/history.ts';
import {
  type BlockId,
  type FrameId,
  type HostId,
  NONE,
  type Seq,
  type VmId,
} from '../world/ids.ts';
import { isOwn } from '../world/machine/card.ts';
import type { Vm } from '../world/machine/vm.ts';
import { find, get } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld, World } from '../world/world.ts';
import { releaseBlocks, zeroBlock } from './disk.ts';
import { release, zero } from './memory.ts';
import { leavePages, loadPages } from './merging.ts';
import { unbindPort } from './network/ports.ts';
import { encryptsMigrations } from './network/transit.ts';
import { dropSwap } from './pool/swap.ts';
import { releaseReserve, reserve, takeReserve } from './reserve.ts';
import { type Obstacle, obstacle } from './room.ts';
import { beginProcess } from './upkeep/process.ts';

/**
 * Why a VM cannot be moved to a host now, or `null`. Where it is, it cannot be moved to. While a device of its
 * host is in its hands it cannot be moved at all (rule K91), nor while one of its virtual CPUs cannot be paused.
 */
export function moveObstacle(world: ReadonlyWorld, vm: VmId, to: HostId): Obstacle | null {
  const row = find(world.vms, vm);
  if (!row || row.host === to) return { kind: 'no-host' };
  const there = find(world.hosts, to);
  // Its host cannot read what it would have to copy; off, it starts where memory can be encrypted (K61).
  const sealed = row.power === 'running' || there?.memoryEncryption === false;
  if (row.memoryEncrypted && sealed) return { kind: 'sealed' };
  if (isOwn(row.card) && row.power === 'running') return { kind: 'own-device' };
  if (row.looping) return { kind: 'core-stuck' };
  return obstacle(world, to, row);
}

/** Whether a VM that nobody is moving or making could be moved there at once. */
export function hasRoomFor(world: ReadonlyWorld, vm: VmId, to: HostId): boolean {
  const row = find(world.vms, vm);
  if (!row || row.power === 'provisioning' || row.movingTo !== NONE) return false;
  return moveObstacle(world, vm, to) === null;
}

/** Begins a move: the room at the destination is the VM's from now on (rule G5), and how it is copied is settled (N22). */
export function beginMove(turn: Turn, vm: VmId, to: HostId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const { host, frames, blocks } = get(world.vms, vm);
  const moving = emit(turn, 'vm-moving', {
    actor,
    subjects: [`vms/${vm}`, `hosts/${host}`, `hosts/${to}`],
    causes: [cause, provenanceOf(world, fact('hosts', to, 'scrub'))],
    data: { from: host, to },
  });
  reserve(turn, vm, to, { frames, blocks }, moving);
  setFact(world, 'vms', vm, 'movingTo', to, moving);
  setFact(world, 'vms', vm, 'moveEncrypted', encryptsMigrations(world), moving);
}

/** Gives a move up: the VM stays where it is, and what was set aside for it is free again. */
export function giveUpMove(turn: Turn, vm: VmId, cause: Seq): void {
  const row = get(turn.world.vms, vm);
  if (row.movingTo === NONE) return;
  releaseReserve(turn, row, cause);
  setFact(turn.world, 'vms', vm, 'movingTo', NONE, cause);
  row.arrivesAt = 0;
}

/**
 * Moves a VM, running or not. What it has written is copied; the frames and blocks that it had stay
 * behind like any that are freed, with their residue (rule G4). The process that emulated its
 * devices stays behind too, with whoever was in it, and a new one begins with the new host's code (K10). The old switch forgets its port and the new one
 * has never heard of it (N4).
 * @throws if the destination has no room: whoever asks has to have looked before
 */
export function moveVm(turn: Turn, id: VmId, to: HostId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const from = vm.host;
  const { frames } = vm;
  const moved = emit(turn, 'vm-moved', {
    actor,
    subjects: [`vms/${id}`, `hosts/${from}`, `hosts/${to}`],
    causes: [
      cause,
      provenanceOf(world, fact('hosts', to, 'scrub')),
      provenanceOf(world, fact('hosts', to, 'build')),
    ],
    data: { from, to },
  });
  leavePages(turn, id, moved);
  const old = { memory: vm.memory, disk: vm.disk };
  if (vm.movingTo !== to) {
    // Nobody has set anything aside there: what is set aside elsewhere is of no more use.
    releaseReserve(turn, vm, moved);
    reserve(turn, id, to, { frames, blocks: vm.blocks }, moved);
  }
  const room = takeReserve(turn, id, moved);
  const memory = room.memory.slice(0, frames);
  // It has given memory back since the room was set aside.
  const spare = room.memory.slice(frames);
  if (spare.length > 0) release(turn, to, spare, vm, moved);
  copyMemory(world, old.memory, memory, moved);
  bringSwapped(turn, vm, memory, moved);
  copyDisk(world, old.disk, room.disk, moved);
  settle(world, id, { host: to, memory, disk: room.disk }, moved);
  loadPages(world, id, moved);
  release(turn, from, old.memory, vm, moved);
  releaseBlocks(turn, from, old.disk, vm, moved);
  unbindPort(world, from, id, moved);
}

function settle(
  world: World,
  id: VmId,
  { host, memory, disk }: Pick<Vm, 'host' | 'memory' | 'disk'>,
  moved: Seq,
): void {
  setFact(world, 'vms', id, 'host', host, moved);
  setFact(world, 'vms', id, 'memory', memory, moved);
  setFact(world, 'vms', id, 'disk', disk, moved);
  setFact(world, 'vms', id, 'movingTo', NONE, moved);
  get(world.vms, id).arrivesAt = 0;
  // Hardware stays where it is: it has a virtual card there.
  if (isOwn(get(world.vms, id).card)) setFact(world, 'vms', id, 'card', 'virtual', moved);
  beginProcess(world, id, moved);
}

function copyMemory(
  world: World,
  from: readonly FrameId[],
  to: readonly FrameId[],
  cause: Seq,
): void {
  from.forEach((old, i) => {
    const { content } = get(world.frames, old);
    const frame = to[i];
    if (content === NONE || frame === undefined) return;
    setFact(world, 'frames', frame, 'content', content, cause);
    zero(world, frame, cause);
  });
}

/** What lies in its swap file is read into the frames behind: a host takes in only what it has room for. */
function bringSwapped(turn: Turn, vm: Vm, memory: readonly FrameId[], cause: Seq): void {
  const { swapped, filled } = vm;
  if (swapped === 0) return;
  for (const frame of memory.slice(filled, filled + swapped)) {
    setFact(turn.world, 'frames', frame, 'content', vm.asset, cause);
    zero(turn.world, frame, cause);
  }
  vm.filled += swapped;
  dropSwap(turn, vm, swapped, cause);
}

function copyDisk(
  world: World,
  from: readonly BlockId[],
  to: readonly BlockId[],
  cause: Seq,
): void {
  from.forEach((old, i) => {
    const { content } = get(world.blocks, old);
    const block = to[i];
    if (content === NONE || block === undefined) return;
    setFact(world, 'blocks', block, 'content', content, cause);
    zeroBlock(world, block, cause);
  });
}
