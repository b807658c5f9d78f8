import { acknowledgeAlert } from './analyst/acknowledge-alert.ts';
import { choosePhrase } from './analyst/choose-phrase.ts';
import { closeLeak } from './analyst/close-breach.ts';
import { investigateHost } from './analyst/investigate-host.ts';
import { investigateVm } from './analyst/investigate-vm.ts';
import { quarantine } from './analyst/quarantine-vm.ts';
import { release } from './analyst/release-vm.ts';
import type { Command } from './command.ts';
import { disable3d } from './devices/disable-3d.ts';
import { disableVhost } from './devices/disable-vhost.ts';
import { removeDisplay } from './devices/remove-display.ts';
import { swapDevice } from './devices/swap-device.ts';
import { attachVf } from './hardware/attach-vf.ts';
import { checkSpoofing } from './hardware/check-spoofing.ts';
import { disableSmt } from './hardware/disable-smt.ts';
import { enableIommu } from './hardware/enable-iommu.ts';
import { enableSmt } from './hardware/enable-smt.ts';
import { flushL1 } from './hardware/flush-l1.ts';
import { mergePagesAgain } from './hardware/merge-pages.ts';
import { partitionCache } from './hardware/partition-cache.ts';
import { remapInterrupts } from './hardware/remap-interrupts.ts';
import { shareCache } from './hardware/share-cache.ts';
import { unmergePages } from './hardware/unmerge-pages.ts';
import { updateMicrocode } from './hardware/update-microcode.ts';
import { virtualCard } from './hardware/virtual-card.ts';
import { watchCounters } from './hardware/watch-counters.ts';
import { dropPrivileges } from './host-os/drop-privileges.ts';
import { patchHostOs } from './host-os/patch-host-os.ts';
import { placeGuestAgent } from './host-os/place-guest-agent.ts';
import { placeHostEdr } from './host-os/place-host-edr.ts';
import { remapUsers } from './host-os/remap-users.ts';
import { removePrograms } from './host-os/remove-programs.ts';
import { toolChannel } from './host-os/tool-channel.ts';
import { auditHypercalls } from './hypervisor/audit-hypercalls.ts';
import { capLogs } from './hypervisor/cap-logs.ts';
import { changeMachineType } from './hypervisor/change-machine-type.ts';
import { confineHost } from './hypervisor/confine-host.ts';
import { convertVm } from './hypervisor/convert-vm.ts';
import { decideTrap } from './hypervisor/decide-trap.ts';
import { detachDevice } from './hypervisor/detach-device.ts';
import { disableNesting } from './hypervisor/disable-nesting.ts';
import { exitFilter } from './hypervisor/exit-filter.ts';
import { mergeExits } from './hypervisor/merge-exits.ts';
import { patchGuest } from './hypervisor/patch-guest.ts';
import { patchHost } from './hypervisor/patch-host.ts';
import { patchImage } from './hypervisor/patch-image.ts';
import { rebuildHost } from './hypervisor/rebuild-host.ts';
import { rebuildVm } from './hypervisor/rebuild-vm.ts';
import { scrubPolicy } from './hypervisor/scrub-policy.ts';
import { vmExitFilter } from './hypervisor/vm-exit-filter.ts';
import { wipePolicy } from './hypervisor/wipe-policy.ts';
import { askOwner } from './images/ask-owner.ts';
import { buildAnew } from './images/build-anew.ts';
import { generationId } from './images/generation-id.ts';
import { revokeKeys } from './images/revoke-keys.ts';
import { signImage } from './images/sign-image.ts';
import { verifyImages } from './images/verify-images.ts';
import { forwardHostLog } from './management/forward-host-log.ts';
import { lockdownHost } from './management/lockdown-host.ts';
import { patchServer } from './management/patch-server.ts';
import { requireMfa } from './management/require-mfa.ts';
import { restrictManagement } from './management/restrict-management.ts';
import { restrictServer } from './management/restrict-server.ts';
import { stopService } from './management/stop-service.ts';
import { automatePush } from './network/automate-push.ts';
import { placeSensor } from './network/place-sensor.ts';
import { portSecurity } from './network/port-security.ts';
import { portVlan } from './network/port-vlan.ts';
import { pushPolicy } from './network/push-policy.ts';
import { removeRule } from './network/remove-rule.ts';
import { tuneIps } from './network/tune-ips.ts';
import { verifyPolicy } from './network/verify-policy.ts';
import { cancelJob } from './operator/cancel-job.ts';
import { createVm } from './operator/create-vm.ts';
import { destroy } from './operator/destroy-vm.ts';
import { encryptMigration } from './operator/encrypt-migration.ts';
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
import { balloonVm } from './pool/balloon-vm.ts';
import { buyHost } from './pool/buy-host.ts';
import { buyMemory } from './pool/buy-memory.ts';
import { consolidate } from './pool/consolidate.ts';
import { dedicateHost } from './pool/dedicate-host.ts';
import { liftLimit } from './pool/lift-limit.ts';
import { liftQuota } from './pool/lift-quota.ts';
import { liftReservation } from './pool/lift-reservation.ts';
import { limitVm } from './pool/limit-vm.ts';
import { overcommitMemory } from './pool/overcommit-memory.ts';
import { reserveVm } from './pool/reserve-vm.ts';
import { retireHost } from './pool/retire-host.ts';
import { setQuota } from './pool/set-quota.ts';
import { setShares } from './pool/set-shares.ts';
import { shareHost } from './pool/share-host.ts';
import { stopOvercommit } from './pool/stop-overcommit.ts';
import { approveConfig } from './stores/approve-config.ts';
import { checkConfigs } from './stores/check-configs.ts';
import { encryptBackups } from './stores/encrypt-backups.ts';
import { encryptVm } from './stores/encrypt-vm.ts';
import { makeImmutable } from './stores/make-immutable.ts';
import { patchRepository } from './stores/patch-repository.ts';
import { restoreVm } from './stores/restore-vm.ts';
import { restrictRepository } from './stores/restrict-repository.ts';
import { restrictStore } from './stores/restrict-store.ts';
import { attestHost } from './trust/attest-host.ts';
import { encryptMemory } from './trust/encrypt-memory.ts';
import { introspectHost } from './trust/introspect-host.ts';
import { rotateCredentials } from './trust/rotate-credentials.ts';

/** Every command, by name. One line each: the file and its text are all that is needed besides. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [
    // Before all that is ordered of a VM: who sits at the desk has its letters.
    decideTrap,
    createVm,
    destroy,
    start,
    stop,
    restart,
    migrateVm,
    encryptMigration,
    grow,
    reclaim,
    snapshotVm,
    rollback,
    rebuildVm,
    patchGuest,
    patchImage,
    buildAnew,
    revokeKeys,
    askOwner,
    generationId,
    verifyImages,
    signImage,
    encryptVolume,
    patchHost,
    patchHostOs,
    removePrograms,
    toolChannel,
    remapUsers,
    dropPrivileges,
    rebuildHost,
    exitFilter,
    vmExitFilter,
    detachDevice,
    changeMachineType,
    swapDevice,
    disable3d,
    removeDisplay,
    disableVhost,
    convertVm,
    auditHypercalls,
    capLogs,
    confineHost,
    unmergePages,
    mergePagesAgain,
    mergeExits,
    partitionCache,
    shareCache,
    flushL1,
    disableSmt,
    updateMicrocode,
    enableSmt,
    disableNesting,
    watchCounters,
    rotateCredentials,
    stopService,
    restrictManagement,
    lockdownHost,
    requireMfa,
    forwardHostLog,
    patchServer,
    restrictServer,
    restrictStore,
    checkConfigs,
    approveConfig,
    encryptVm,
    patchRepository,
    restrictRepository,
    encryptBackups,
    makeImmutable,
    restoreVm,
    encryptMemory,
    introspectHost,
    attestHost,
    placeHostEdr,
    placeGuestAgent,
    enableIommu,
    remapInterrupts,
    checkSpoofing,
    attachVf,
    virtualCard,
    investigateVm,
    investigateHost,
    scrubFrames,
    scrubPolicy,
    wipeBlocks,
    wipePolicy,
    pushPolicy,
    automatePush,
    verifyPolicy,
    removeRule,
    placeSensor,
    tuneIps,
    portSecurity,
    portVlan,
    quarantine,
    release,
    consolidate,
    retireHost,
    buyHost,
    buyMemory,
    limitVm,
    liftLimit,
    overcommitMemory,
    stopOvercommit,
    reserveVm,
    liftReservation,
    setShares,
    setQuota,
    liftQuota,
    dedicateHost,
    shareHost,
    balloonVm,
    closeLeak,
    cancelJob,
    acknowledgeAlert,
    choosePhrase,
  ].map((command) => [command.name, command]),
);
