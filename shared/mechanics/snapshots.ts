import { addRow, fact, provenanceOf, removeRow, setFact } from '../world/fact.ts';
import type { Actor } from '../world/history.ts';
import { NONE, type Seq, type SnapshotId, type VmId } from '../world/ids.ts';
import { get } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { releaseBlocks, snapshotsOf, takeBlocks, zeroBlock } from './disk.ts';
import { turnBack } from './fidelity/clock.ts';
import { evict, meet } from './harm/intrusion.ts';
import { beginProcess } from './upkeep/process.ts';

/**
 * Keeps a VM as it is now in one block of its host's disk; of older snapshots of it the blocks are
 * freed (rule G6).
 * @throws if the host has no free block: whoever asks has to have looked before
 */
export function takeSnapshot(turn: Turn, id: VmId, actor: Actor, cause: Seq): SnapshotId {
  const { world } = turn;
  const vm = get(world.vms, id);
  const older = snapshotsOf(world, id);
  const next = world.snapshots.length as SnapshotId;
  const taken = emit(turn, 'snapshot-taken', {
    actor,
    subjects: [`vms/${id}`, `snapshots/${next}`, `hosts/${vm.host}`],
    causes: [cause, provenanceOf(world, fact('vms', id, 'foothold'))],
    data: { snapshot: next },
  });
  const [block] = takeBlocks(world, vm.host, 1, taken);
  if (block === undefined) throw new Error(`host ${vm.host} gave no block`);
  const { host, kernel, service, foothold, intruder } = vm;
  // What runs is kept with what it has in memory, unless somebody asks for less: what is off has none (rule M21).
  const memory = vm.power === 'running';
  const at = { vm: id, host, block, takenAt: world.tick };
  const kept = { ...at, kernel, service, memory, foothold, intruder };
  addRow(world, 'snapshots', (row) => ({ id: row as SnapshotId, ...kept }), taken);
  setFact(world, 'blocks', block, 'snapshot', next, taken);
  setFact(world, 'blocks', block, 'content', vm.asset, taken);
  zeroBlock(world, block, taken);
  for (const old of older) {
    releaseBlocks(turn, old.host, [old.block], vm, taken);
    removeRow(world, 'snapshots', old.id);
  }
  return next;
}

/**
 * A VM is again as it was when the snapshot was taken: its builds with their holes, and whoever was
 * in it then; whoever came later is out (rule G7). What its tenant has stored since stays stored. Its
 * clock goes back with its memory (rule F9).
 * Source: FACTS B30 (Garfinkel and Rosenblum, HotOS 2005).
 */
export function revert(turn: Turn, id: VmId, snapshot: SnapshotId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const then = get(world.snapshots, snapshot);
  const before = vm.service;
  const reverted = emit(turn, 'vm-reverted', {
    actor,
    subjects: [`vms/${id}`, `snapshots/${snapshot}`],
    causes: [
      cause,
      provenanceOf(world, fact('snapshots', snapshot, 'service')),
      provenanceOf(world, fact('vms', id, 'service')),
    ],
    data: {
      snapshot,
      service: [vm.service, then.service],
      kernel: [vm.kernel, then.kernel],
    },
  });
  setFact(world, 'vms', id, 'kernel', then.kernel, reverted);
  setFact(world, 'vms', id, 'service', then.service, reverted);
  if (then.service < before) setFact(world, 'vms', id, 'revertedFrom', before, reverted);
  else if (then.service > before) setFact(world, 'vms', id, 'revertedFrom', 0, reverted);
  beginProcess(world, id, reverted);
  if (vm.power === 'running') turnBack(vm, world.tick - then.takenAt);
  if (then.intruder === NONE) evict(turn, id, reverted);
  else bringBack(turn, id, then, reverted);
}

/** Whoever was in a VM when it was kept is in it again, as far as they were. */
function bringBack(
  { world }: Turn,
  vm: VmId,
  { foothold, intruder }: NonNullable<Turn['world']['snapshots'][number]>,
  reverted: Seq,
): void {
  setFact(world, 'vms', vm, 'foothold', foothold, reverted);
  setFact(world, 'vms', vm, 'intruder', intruder, reverted);
  const attacker = world.attackers[intruder];
  if (attacker) meet(attacker, vm);
}
