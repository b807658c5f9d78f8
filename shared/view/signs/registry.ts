import { faultSigns } from './faults.ts';
import { dirtyFrames, foreignMemory, readableBlocks } from './memory.ts';
import { drift, inQuarantine, joiningRule, lawfulBlocked, promiscuous } from './network.ts';
import type { Sign } from './sign.ts';
import { alertOfHost, alertOfVm, fallenHost, unwantedVm } from './told.ts';
import { guestOutdated, hostOutdated, oldDeviceProcess } from './upkeep.ts';

/** What defenders can see and answer, by name. Each command says which of these it answers. */
export const signs = {
  'alert-of-host': alertOfHost,
  'alert-of-vm': alertOfVm,
  'dirty-frames': dirtyFrames,
  drift,
  'fallen-host': fallenHost,
  'foreign-memory': foreignMemory,
  'guest-outdated': guestOutdated,
  'host-outdated': hostOutdated,
  'in-quarantine': inQuarantine,
  'joining-rule': joiningRule,
  'lawful-blocked': lawfulBlocked,
  'old-device-process': oldDeviceProcess,
  promiscuous,
  'readable-blocks': readableBlocks,
  'unwanted-vm': unwantedVm,
  ...faultSigns,
} satisfies Record<string, Sign>;

export type SignName = keyof typeof signs;
