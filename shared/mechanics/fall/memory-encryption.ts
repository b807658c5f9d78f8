import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { Seq, VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import type { Deep } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

/**
 * Whether a guest can run with its memory encrypted: it sets up its own pages for it, which takes a 64-bit
 * kernel that is run by the CPU itself (rule K61).
 */
export const canEncrypt = ({
  technique,
  wordSize,
}: Pick<Deep<Vm>, 'technique' | 'wordSize'>): boolean =>
  wordSize === 64 && (technique === 'hvm' || technique === 'hybrid');

/** From now on its memory is encrypted with a key that its host does not have. */
export function encryptMemory(turn: Turn, vm: VmId, actor: Actor, cause: Seq): Seq {
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { setting: 'memoryEncrypted', to: 'on' },
  });
  setFact(turn.world, 'vms', vm, 'memoryEncrypted', true, changed);
  return changed;
}
