import type { CommandText } from '../kinds.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { auditHypercalls } from './audit-hypercalls.ts';
import { cancelJob } from './cancel-job.ts';
import { changeMachineType } from './change-machine-type.ts';
import { closeBreach } from './close-breach.ts';
import { confineHost } from './confine-host.ts';
import { createVm } from './create-vm.ts';
import { destroyVm } from './destroy-vm.ts';
import { detachDevice } from './detach-device.ts';
import { encryptVolume } from './encrypt-volume.ts';
import { exitFilter } from './exit-filter.ts';
import { growVm } from './grow-vm.ts';
import { investigateHost } from './investigate-host.ts';
import { investigateVm } from './investigate-vm.ts';
import { migrateVm } from './migrate-vm.ts';
import { patchGuest } from './patch-guest.ts';
import { patchHost } from './patch-host.ts';
import { patchImage } from './patch-image.ts';
import { placeSensor } from './place-sensor.ts';
import { portSecurity } from './port-security.ts';
import { pushPolicy } from './push-policy.ts';
import { quarantineVm } from './quarantine-vm.ts';
import { rebuildHost } from './rebuild-host.ts';
import { rebuildVm } from './rebuild-vm.ts';
import { reclaimVm } from './reclaim-vm.ts';
import { releaseVm } from './release-vm.ts';
import { removeRule } from './remove-rule.ts';
import { restartVm } from './restart-vm.ts';
import { rollbackVm } from './rollback-vm.ts';
import { scrubFrames } from './scrub-frames.ts';
import { scrubPolicy } from './scrub-policy.ts';
import { snapshotVm } from './snapshot-vm.ts';
import { startVm } from './start-vm.ts';
import { stopVm } from './stop-vm.ts';
import { tuneIps } from './tune-ips.ts';
import { verifyPolicy } from './verify-policy.ts';
import { wipeBlocks } from './wipe-blocks.ts';
import { wipePolicy } from './wipe-policy.ts';

/** Texts of commands, by the command's name. */
export const commands = {
  'acknowledge-alert': acknowledgeAlert,
  'audit-hypercalls': auditHypercalls,
  'cancel-job': cancelJob,
  'change-machine-type': changeMachineType,
  'close-breach': closeBreach,
  'confine-host': confineHost,
  'create-vm': createVm,
  'destroy-vm': destroyVm,
  'detach-device': detachDevice,
  'encrypt-volume': encryptVolume,
  'exit-filter': exitFilter,
  'grow-vm': growVm,
  'investigate-host': investigateHost,
  'investigate-vm': investigateVm,
  'migrate-vm': migrateVm,
  'patch-guest': patchGuest,
  'patch-host': patchHost,
  'patch-image': patchImage,
  'place-sensor': placeSensor,
  'port-security': portSecurity,
  'push-policy': pushPolicy,
  'quarantine-vm': quarantineVm,
  'rebuild-host': rebuildHost,
  'rebuild-vm': rebuildVm,
  'reclaim-vm': reclaimVm,
  'release-vm': releaseVm,
  'remove-rule': removeRule,
  'restart-vm': restartVm,
  'rollback-vm': rollbackVm,
  'scrub-frames': scrubFrames,
  'scrub-policy': scrubPolicy,
  'snapshot-vm': snapshotVm,
  'start-vm': startVm,
  'stop-vm': stopVm,
  'tune-ips': tuneIps,
  'verify-policy': verifyPolicy,
  'wipe-blocks': wipeBlocks,
  'wipe-policy': wipePolicy,
} satisfies Record<string, CommandText>;
