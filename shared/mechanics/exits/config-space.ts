import type { VmId } from '../../world/ids.ts';
import { isOwn } from '../../world/machine/card.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { type Origin, record } from '../harm/evidence.ts';

/**
 * Somebody in a guest reads the configuration of a device of its own: its driver as it starts, or whoever looks around.
 * It is the one part of such a device that goes through the hypervisor (rule K93).
 */
export function readConfig(turn: Turn, vm: VmId, origin: Origin): void {
  const row = find(turn.world.vms, vm);
  if (row?.power !== 'running' || !isOwn(row.card)) return;
  record(turn, { kind: 'own-device', vm, host: row.host, shows: 'config' }, origin);
}
