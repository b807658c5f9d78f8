import { moveToZone, quarantineZone } from '../../mechanics/network/zoning.ts';
import { NONE } from '../../world/ids.ts';
import { atOnceOnVm } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/**
 * Shuts a VM off from everyone, at once and for nothing but its service (rule N7). Whoever is in it
 * stays in it and gets nowhere.
 */
export const quarantine = atOnceOnVm({
  name: 'quarantine-vm',
  role: 'analyst',
  key: 'Q',
  refusal: (world, vm) => {
    const zone = quarantineZone(world);
    if (zone === NONE) return refuse('rule.no-quarantine');
    return vm.zone === zone ? refuse('rule.already-so') : null;
  },
  finish: (turn, vm, order) => {
    const zone = quarantineZone(turn.world);
    if (zone !== NONE) moveToZone(turn, vm, zone, { kind: 'seat', id: order.seat }, order.seq);
  },
});
