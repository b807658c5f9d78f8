import { acknowledgeAlert } from './analyst/acknowledge-alert.ts';
import { closeLeak } from './analyst/close-breach.ts';
import { investigateHost } from './analyst/investigate-host.ts';
import { investigateVm } from './analyst/investigate-vm.ts';
import { quarantine } from './analyst/quarantine-vm.ts';
import { release } from './analyst/release-vm.ts';
import type { Command } from './command.ts';
import { auditHypercalls } from './hypervisor/audit-hypercalls.ts';
import { changeMachineType } from './hypervisor/change-machine-type.ts';
import { confineHost } from './hypervisor/confine-host.ts';
import { convertVm } from './hypervisor/convert-vm.ts';
import { detachDevice } from './hypervisor/detach-device.ts';
import { disableSmt } from './hypervisor/disable-smt.ts';
import { exitFilter } from './hypervisor/exit-filter.ts';
import { flushL1 } from './hypervisor/flush-l1.ts';
import { partitionCache } from './hypervisor/partition-cache.ts';
import { patchGuest } from './hypervisor/patch-guest.ts';
import { patchHost } from './hypervisor/patch-host.ts';
import { patchImage } from './hypervisor/patch-image.ts';
import { rebuildHost } from './hypervisor/rebuild-host.ts';
import { rebuildVm } from './hypervisor/rebuild-vm.ts';
import { scrubPolicy } from './hypervisor/scrub-policy.ts';
import { unmergePages } from './hypervisor/unmerge-pages.ts';
import { vmExitFilter } from './hypervisor/vm-exit-filter.ts';
import { watchCounters } from './hypervisor/watch-counters.ts';
import { wipePolicy } from './hypervisor/wipe-policy.ts';
import { placeSensor } from './network/place-sensor.ts';
import { portSecurity } from './network/port-security.ts';
import { pushPolicy } from './network/push-policy.ts';
import { removeRule } from './network/remove-rule.ts';
import { tuneIps } from './network/tune-ips.ts';
import { verifyPolicy } from './network/verify-policy.ts';
import { cancelJob } from './operator/cancel-job.ts';
import { createVm } from './operator/create-vm.ts';
import { destroy } from './operator/destroy-vm.ts';
import { encryptVolume } from './operator/encrypt-volume.ts';
import { grow } from './operator/grow-vm.ts';
import { migrateVm } from './operator/migrate-vm.ts';
import { reclaim } from './operator/reclaim-vm.ts';
import { restart } from './operator/restart-vm.ts';
import { rollback } from './operator/rollback-vm.ts';
import { scrubFrames } from './operator/scrub-frames.ts';
import { snapshotVm } from './operator/snapshot-vm.ts';
import { start } from './operator/start-vm.ts';
import { stop } from './operator/stop-vm.ts';
import { wipeBlocks } from './operator/wipe-blocks.ts';

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
    vmExitFilter,
    detachDevice,
    changeMachineType,
    convertVm,
    auditHypercalls,
    confineHost,
    unmergePages,
    partitionCache,
    flushL1,
    disableSmt,
    watchCounters,
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
