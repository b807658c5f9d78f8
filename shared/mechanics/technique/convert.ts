import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { Seq, VmId } from '../../world/ids.ts';
import { isOwn } from '../../world/machine/card.ts';
import { canDrive, usualModels } from '../../world/machine/device-path.ts';
import type { Technique } from '../../world/machine/vm.ts';
import { get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

/**
 * A guest is run by another technique from now on (rule K27): its disk and its memory stay, what it
 * costs and by which boundary it is kept do not. Source: FACTS B09 and B11, "convert guest to HVM/PVH".
 */
export function convertVm(
  turn: Turn,
  vm: VmId,
  technique: Technique,
  actor: Actor,
  cause: Seq,
): Seq {
  const { world } = turn;
  const changed = emit(turn, 'technique-changed', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { technique },
  });
  const models = usualModels(technique, get(world.images, get(world.vms, vm).image));
  setFact(world, 'vms', vm, 'technique', technique, changed);
  setFact(world, 'vms', vm, 'diskModel', models.diskModel, changed);
  setFact(world, 'vms', vm, 'nicModel', models.nicModel, changed);
  const { card, host } = get(world.vms, vm);
  // Whoever cannot drive its device any more has a virtual one.
  if (isOwn(card) && !canDrive(technique, get(world.hosts, host))) {
    setFact(world, 'vms', vm, 'card', 'virtual', changed);
  }
  return changed;
}
