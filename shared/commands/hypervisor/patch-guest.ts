import { patchGuest as patch, upToDate } from '../../mechanics/upkeep/images.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Patches the kernel and the service of a guest while it runs (rules G1, G2). */
export const patchGuest = vmCommand({
  name: 'patch-guest',
  role: 'hypervisor',
  key: 'G',
  length: (pace) => pace.patchGuestLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (upToDate(world, vm) ? refuse('rule.already-so') : null),
  finish: (turn, vm, order) => patch(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
});
