import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { HostId, Seq, VmId } from '../../world/ids.ts';
import { usualModels } from '../../world/machine/device-path.ts';
import type { Technique } from '../../world/machine/vm.ts';
import { get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import { releaseBlocks } from '../disk.ts';
import { runVm } from '../lifecycle.ts';
import { release } from '../memory.ts';
import { unbindPort } from '../network/ports.ts';
import { takeReserve } from '../reserve.ts';

/**
 * What was a machine of its own becomes a VM (rule R2): its disk has been imaged, and it boots from the copy
 * on a host that it shares with others. Its old box is left empty, with what it wrote still in it.
 */
export function consolidate(
  turn: Turn,
  id: VmId,
  { host: to, technique }: { readonly host: HostId; readonly technique: Technique },
  actor: Actor,
  cause: Seq,
): void {
  const { world } = turn;
  const { host: from, memory, disk, ...vm } = get(world.vms, id);
  const moved = emit(turn, 'vm-moved', {
    actor,
    subjects: [`vms/${id}`, `hosts/${from}`, `hosts/${to}`],
    causes: [cause],
    data: { from, to },
  });
  const room = takeReserve(turn, id, moved);
  room.disk.forEach((block, i) => {
    const { content } = get(world.blocks, disk[i] ?? block);
    setFact(world, 'blocks', block, 'content', content, moved);
    setFact(world, 'blocks', block, 'residue', 0, moved);
  });
  setFact(world, 'vms', id, 'host', to, moved);
  setFact(world, 'vms', id, 'memory', room.memory, moved);
  setFact(world, 'vms', id, 'disk', room.disk, moved);
  setFact(world, 'vms', id, 'movingTo', 0, moved);
  const models = usualModels(technique, get(world.images, vm.image));
  setFact(world, 'vms', id, 'technique', technique, moved);
  setFact(world, 'vms', id, 'diskModel', models.diskModel, moved);
  setFact(world, 'vms', id, 'nicModel', models.nicModel, moved);
  const row = get(world.vms, id);
  // It boots: what it had in memory is on the other machine.
  row.filled = 0;
  const { asset, encrypted, memoryEncrypted } = vm;
  const owner = { id, asset, encrypted, memoryEncrypted };
  release(turn, from, memory, owner, moved);
  releaseBlocks(turn, from, disk, owner, moved);
  unbindPort(world, from, id, moved);
  runVm(turn, id, moved);
}
