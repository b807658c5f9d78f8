import { encryptVolume as encrypt } from '../../mechanics/disk.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Encrypts a VM's volume: when it goes its key goes, and what it leaves says nothing (rule B4). */
export const encryptVolume = vmCommand({
  name: 'encrypt-volume',
  role: 'operator',
  key: '',
  length: (pace) => pace.encryptLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (vm.encrypted ? refuse('rule.already-so') : null),
  finish: (turn, vm, order) => encrypt(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
});
