import { acknowledgeAlert } from './acknowledge-alert.ts';
import { auditHypercalls } from './audit-hypercalls.ts';
import { cancelJob } from './cancel-job.ts';
import { changeMachineType } from './change-machine-type.ts';
import { closeLeak } from './close-breach.ts';
import type { Command } from './command.ts';
import { confineHost } from './confine-host.ts';
import { createVm } from './create-vm.ts';
import { destroy } from './destroy-vm.ts';
import { detachDevice } from './detach-device.ts';
import { encryptVolume } from './encrypt-volume.ts';
import { exitFilter } from './exit-filter.ts';
import { grow } from './grow-vm.ts';
import { investigateHost } from './investigate-host.ts';
import { investigateVm } from './investigate-vm.ts';
import { migrateVm } from './migrate-vm.ts';
import { patchGuest } from './patch-guest.ts';
import { patchHost } from './patch-host.ts';
import { patchImage } from './patch-image.ts';
import { placeSensor } from './place-sensor.ts';
import { portSecurity } from './port-security.ts';
import { pushPolicy } from './push-policy.ts';
import { quarantine } from './quarantine-vm.ts';
import { rebuildHost } from './rebuild-host.ts';
import { rebuildVm } from './rebuild-vm.ts';
import { reclaim } from './reclaim-vm.ts';
import { release } from './release-vm.ts';
import { removeRule } from './remove-rule.ts';
import { restart } from './restart-vm.ts';
import { rollback } from './rollback-vm.ts';
import { scrubFrames } from './scrub-frames.ts';
import { scrubPolicy } from './scrub-policy.ts';
import { snapshotVm } from './snapshot-vm.ts';
import { start } from './start-vm.ts';
import { stop } from './stop-vm.ts';
import { tuneIps } from './tune-ips.ts';
import { verifyPolicy } from './verify-policy.ts';
import { wipeBlocks } from './wipe-blocks.ts';
import { wipePolicy } from './wipe-policy.ts';

/** Every command, by name. One line each: the file and its text are all that is needed besides. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [
    createVm,
    destroy,
    start,
    stop,
    restart,
    migrateVm,
    grow,
    reclaim,
    snapshotVm,
    rollback,
    rebuildVm,
    patchGuest,
    patchImage,
    encryptVolume,
    patchHost,
    rebuildHost,
    exitFilter,
    detachDevice,
    changeMachineType,
    auditHypercalls,
    confineHost,
    investigateVm,
    investigateHost,
    scrubFrames,
    scrubPolicy,
    wipeBlocks,
    wipePolicy,
    pushPolicy,
    verifyPolicy,
    removeRule,
    placeSensor,
    tuneIps,
    portSecurity,
    quarantine,
    release,
    closeLeak,
    cancelJob,
    acknowledgeAlert,
  ].map((command) => [command.name, command]),
);
