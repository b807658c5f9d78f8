import { moveToZone, quarantineZone } from '../../mechanics/network/zoning.ts';
import { get } from '../../world/table.ts';
import { atOnceOnVm } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Lets a VM out of quarantine, back to the zone that it was made for (rule N7). */
export const release = atOnceOnVm({
  name: 'release-vm',
  role: 'analyst',
  key: '',
  refusal: (world, vm) => (vm.zone === quarantineZone(world) ? null : refuse('rule.already-so')),
  finish: (turn, vm, order) => {
    const { home } = get(turn.world.vms, vm);
    moveToZone(turn, vm, home, { kind: 'seat', id: order.seat }, order.seq);
  },
});
