import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { Seq, VmId } from '../../world/ids.ts';
import type { Technique } from '../../world/machine/vm.ts';
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
  setFact(world, 'vms', vm, 'technique', technique, changed);
  return changed;
}
