import type { CommandText } from '../kinds.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { cancelJob } from './cancel-job.ts';
import { closeBreach } from './close-breach.ts';
import { createVm } from './create-vm.ts';
import { destroyVm } from './destroy-vm.ts';
import { encryptVolume } from './encrypt-volume.ts';
import { growVm } from './grow-vm.ts';
import { investigateVm } from './investigate-vm.ts';
import { migrateVm } from './migrate-vm.ts';
import { patchGuest } from './patch-guest.ts';
import { patchImage } from './patch-image.ts';
import { rebuildVm } from './rebuild-vm.ts';
import { reclaimVm } from './reclaim-vm.ts';
import { rollbackVm } from './rollback-vm.ts';
import { scrubFrames } from './scrub-frames.ts';
import { scrubPolicy } from './scrub-policy.ts';
import { snapshotVm } from './snapshot-vm.ts';
import { startVm } from './start-vm.ts';
import { stopVm } from './stop-vm.ts';
import { wipeBlocks } from './wipe-blocks.ts';
import { wipePolicy } from './wipe-policy.ts';

/** Texts of commands, by the command's name. */
export const commands = {
  'acknowledge-alert': acknowledgeAlert,
  'cancel-job': cancelJob,
  'close-breach': closeBreach,
  'create-vm': createVm,
  'destroy-vm': destroyVm,
  'encrypt-volume': encryptVolume,
  'grow-vm': growVm,
  'investigate-vm': investigateVm,
  'migrate-vm': migrateVm,
  'patch-guest': patchGuest,
  'patch-image': patchImage,
  'rebuild-vm': rebuildVm,
  'reclaim-vm': reclaimVm,
  'rollback-vm': rollbackVm,
  'scrub-frames': scrubFrames,
  'scrub-policy': scrubPolicy,
  'snapshot-vm': snapshotVm,
  'start-vm': startVm,
  'stop-vm': stopVm,
  'wipe-blocks': wipeBlocks,
  'wipe-policy': wipePolicy,
} satisfies Record<string, CommandText>;
