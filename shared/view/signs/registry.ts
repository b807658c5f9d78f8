import { faultSigns } from './faults.ts';
import { dirtyFrames, foreignMemory, grownLog, readableBlocks } from './memory.ts';
import {
  drift,
  idleTrunk,
  inQuarantine,
  joiningRule,
  lawfulBlocked,
  openMigrations,
  promiscuous,
  wiredPorts,
} from './network.ts';
import { soughtHost } from './placement.ts';
import type { Sign } from './sign.ts';
import {
  backupOutdated,
  changedConfig,
  mutableBackups,
  openRepository,
  openStore,
  plainBackups,
  restorableVm,
  uncheckedStore,
  unsignedImage,
  unverifiedLibrary,
} from './stores.ts';
import { alertOfHost, alertOfVm, fallenHost, runtimeReached, unwantedVm } from './told.ts';
import {
  granted,
  guestOutdated,
  hostOutdated,
  oldDeviceProcess,
  openManagement,
  openServer,
  openService,
  ransomedVm,
  serverOutdated,
  sharedCredential,
  systemOutdated,
  usedHost,
} from './upkeep.ts';

/** What defenders can see and answer, by name. Each command says which of these it answers. */
export const signs = {
  'alert-of-host': alertOfHost,
  'alert-of-vm': alertOfVm,
  'dirty-frames': dirtyFrames,
  drift,
  'fallen-host': fallenHost,
  'foreign-memory': foreignMemory,
  granted,
  'grown-log': grownLog,
  'guest-outdated': guestOutdated,
  'host-outdated': hostOutdated,
  'idle-trunk': idleTrunk,
  'in-quarantine': inQuarantine,
  'joining-rule': joiningRule,
  'lawful-blocked': lawfulBlocked,
  'old-device-process': oldDeviceProcess,
  'open-management': openManagement,
  'open-migrations': openMigrations,
  'open-server': openServer,
  'open-service': openService,
  'open-store': openStore,
  'open-repository': openRepository,
  'backup-outdated': backupOutdated,
  'plain-backups': plainBackups,
  'mutable-backups': mutableBackups,
  'restorable-vm': restorableVm,
  'changed-config': changedConfig,
  'unchecked-store': uncheckedStore,
  'unsigned-image': unsignedImage,
  'unverified-library': unverifiedLibrary,
  promiscuous,
  'ransomed-vm': ransomedVm,
  'readable-blocks': readableBlocks,
  'server-outdated': serverOutdated,
  'shared-credential': sharedCredential,
  'runtime-reached': runtimeReached,
  'sought-host': soughtHost,
  'system-outdated': systemOutdated,
  'unwanted-vm': unwantedVm,
  'used-host': usedHost,
  'wired-ports': wiredPorts,
  ...faultSigns,
} satisfies Record<string, Sign>;

export type SignName = keyof typeof signs;
