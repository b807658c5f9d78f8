import { inDeck } from '../../world/deck.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import type { VmId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { type Unwanted, unwantedReason } from '../leases.ts';
import { isOver } from './over.ts';
import { raise } from './raise.ts';

/**
 * Sensor S9. It reads the register of VMs in its round and says of each, once, that nobody answers
 * for it or that its time is over. It looks into no guest and at no packet (rule S41).
 */
export function inventory(turn: Turn): void {
  const { world } = turn;
  if (!inDeck(world, 'sensors', 'S9') || world.tick % world.pace.auditEvery !== 0) return;
  for (const alert of rows(world.alerts)) {
    if (alert.sensor !== 'S9' || alert.state === 'over') continue;
    if (find(world.vms, alert.vm) === null) isOver(turn, alert);
  }
  for (const vm of rows(world.vms)) {
    const kind = unwantedReason(world, vm);
    if (kind === null || told(world, vm.id, kind)) continue;
    const field = kind === 'orphan' ? 'owner' : 'leaseEnds';
    const cause = provenanceOf(world, fact('vms', vm.id, field));
    raise(turn, 'S9', { host: vm.host, vm: vm.id }, { kind }, [cause]);
  }
}

/** Whether it has said that of that VM before. */
function told(world: World, vm: VmId, kind: Unwanted): boolean {
  for (const alert of rows(world.alerts)) {
    if (alert.sensor === 'S9' && alert.vm === vm && alert.seen.kind === kind) return true;
  }
  return false;
}
