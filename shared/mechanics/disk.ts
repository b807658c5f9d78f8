import { fact, provenanceOf, setFact } from '../world/fact.ts';
import { type Actor, NATURE } from '../world/history.ts';
import { type BlockId, type HostId, NONE, type Seq, type VmId } from '../world/ids.ts';
import type { Vm } from '../world/machine/vm.ts';
import { find, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld, World } from '../world/world.ts';

/**
 * Takes blocks off a host's free stack. A raw volume comes as it is: whatever its last owner wrote
 * is still there (rule B2).
 * @throws if the host has too few: the command's refusal has to have asked before
 */
export function takeBlocks(world: World, host: HostId, count: number, cause: Seq): BlockId[] {
  const { freeBlocks } = get(world.hosts, host);
  if (freeBlocks.length < count) throw new Error(`host ${host} has not ${count} free blocks`);
  const taken = count === 0 ? [] : freeBlocks.slice(-count).reverse();
  if (count > 0) {
    const rest = freeBlocks.slice(0, freeBlocks.length - count);
    setFact(world, 'hosts', host, 'freeBlocks', rest, cause);
  }
  return taken;
}

/** Gives a VM its volume. */
export function allocateVolume(
  turn: Turn,
  host: HostId,
  vm: VmId,
  count: number,
  cause: Seq,
): BlockId[] {
  const taken = takeBlocks(turn.world, host, count, cause);
  for (const block of taken) setFact(turn.world, 'blocks', block, 'owner', vm, cause);
  return taken;
}

/**
 * Takes a VM's volume back, or the blocks of a snapshot. What was written stays as residue (rule
 * B1), unless the host wipes on delete (B3). Of an encrypted volume the key goes with it, and what
 * stays says nothing (B4).
 */
export function releaseBlocks(
  turn: Turn,
  host: HostId,
  blocks: readonly BlockId[],
  vm: Pick<Vm, 'id' | 'asset' | 'encrypted'>,
  cause: Seq,
): void {
  if (blocks.length === 0) return;
  const { world } = turn;
  const { wipe, freeBlocks } = get(world.hosts, host);
  const written = blocks.filter((id) => get(world.blocks, id).content !== NONE);
  const freed = emit(turn, 'blocks-freed', {
    actor: NATURE,
    subjects: [`hosts/${host}`, `vms/${vm.id}`],
    causes: [cause, provenanceOf(world, fact('hosts', host, 'wipe'))],
    data: { host, asset: vm.asset, blocks: written.length, policy: wipe },
  });
  for (const id of blocks) {
    const { content } = get(world.blocks, id);
    setFact(world, 'blocks', id, 'owner', NONE, freed);
    setFact(world, 'blocks', id, 'snapshot', NONE, freed);
    if (content !== NONE) {
      setFact(world, 'blocks', id, 'residue', content, freed);
      setFact(world, 'blocks', id, 'content', NONE, freed);
      setFact(world, 'blocks', id, 'sealed', vm.encrypted, freed);
    }
    if (wipe === 'on-delete') zeroBlock(world, id, freed);
  }
  setFact(world, 'hosts', host, 'freeBlocks', [...freeBlocks, ...blocks], freed);
}

/** Overwrites a block with zeros; nothing happens to one that holds no residue. */
export function zeroBlock(world: World, block: BlockId, cause: Seq): boolean {
  const { residue, sealed } = get(world.blocks, block);
  if (residue === NONE) return false;
  setFact(world, 'blocks', block, 'residue', NONE, cause);
  if (sealed) setFact(world, 'blocks', block, 'sealed', false, cause);
  return true;
}

/** The free blocks of a host that still hold something, the next to be handed out first. */
export function dirtyBlocks(world: ReadonlyWorld, host: HostId): BlockId[] {
  const free = find(world.hosts, host)?.freeBlocks ?? [];
  return free.filter((id) => get(world.blocks, id).residue !== NONE).reverse();
}

/** The disk's half of the memory stage: a running guest writes its next block in its time. */
export function writeDisk(turn: Turn, vm: Vm): void {
  const { world } = turn;
  if (vm.diskFilled >= vm.blockFills) return;
  const block = vm.disk[vm.diskFilled];
  if (block === undefined) return;
  vm.diskFilled += 1;
  const cause = provenanceOf(world, fact('vms', vm.id, 'power'));
  setFact(world, 'blocks', block, 'content', vm.asset, cause);
  zeroBlock(world, block, cause);
}

/** Snapshots of a VM, the latest last. */
export function snapshotsOf(
  world: ReadonlyWorld,
  vm: VmId,
): NonNullable<ReadonlyWorld['snapshots'][number]>[] {
  return [...rows(world.snapshots)].filter((snapshot) => snapshot.vm === vm);
}

/** A VM's volume is encrypted from now on, what is on it already included (rule B4). */
export function encryptVolume(turn: Turn, vm: VmId, actor: Actor, cause: Seq): Seq {
  const encrypted = emit(turn, 'volume-encrypted', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: {},
  });
  setFact(turn.world, 'vms', vm, 'encrypted', true, encrypted);
  return encrypted;
}
