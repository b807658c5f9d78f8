import { fixOf, serviceFixOf } from '../../../view/advisories.ts';
import { rowsOf } from '../../../view/reading.ts';
import { has } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Patches guests that are older than a published fix, those that are reached from outside first. */
export const patchGuests: Duty = {
  family: 'images',
  gives: ['patch-guest'],
  wishes: (view) => {
    const kernel = fixOf(view, ['guest-kernel']);
    const service = serviceFixOf(view);
    return rowsOf(view, 'vms')
      .filter((vm) => vm.power === 'running' && (vm.kernel < kernel || vm.service < service))
      .sort((a, b) => a.service - b.service || a.id - b.id)
      .map((vm) => ({ command: 'patch-guest', args: { vm: vm.id } }));
  },
};

/** Patches what VMs are made from, so that none is born with what was published. */
export const patchImages: Duty = {
  family: 'images',
  gives: ['patch-image'],
  wishes: (view) => {
    const kernel = fixOf(view, ['guest-kernel']);
    const service = serviceFixOf(view);
    return rowsOf(view, 'images')
      .filter((image) => image.service < service || (!image.container && image.kernel < kernel))
      .map(({ id }) => ({ command: 'patch-image', args: { image: id } }));
  },
};

/** Takes away what nobody answers for. */
export const reclaim: Duty = {
  family: 'images',
  gives: ['reclaim-vm'],
  wishes: (view) =>
    rowsOf(view, 'vms')
      .filter(
        (vm) =>
          (vm.owner === 'gone' && (vm.ownerAsked || !has(view, 'ask-owner'))) ||
          (vm.leaseEnds !== 0 && vm.leaseEnds <= view.tick),
      )
      .map((vm) => ({ command: 'reclaim-vm', args: { vm: vm.id } })),
};
