import type { Necessity } from '../necessity.ts';
import { aftermathSetups } from './aftermath.ts';
import { availabilitySetups } from './availability.ts';
import { deviceSetups } from './devices.ts';
import { entrySetups } from './entry.ts';
import { hardwareSetups } from './hardware.ts';
import { hostOsSetups } from './host-os.ts';
import { hypervisorSetups } from './hypervisor.ts';
import { imageSetups } from './images.ts';
import { librarySetups } from './library.ts';
import { managementSetups } from './management.ts';
import { movingSetups } from './moving.ts';
import { networkSetups } from './network.ts';
import { ownDeviceSetups } from './own-device.ts';
import { placementSetups } from './placement.ts';
import { storageSetups } from './storage.ts';
import { storeSetups } from './stores.ts';

/** One row an attack, by its id. A new attack adds its row to a file beside this one. */
export const setups: Readonly<Record<string, Necessity>> = {
  ...aftermathSetups,
  ...deviceSetups,
  ...availabilitySetups,
  ...entrySetups,
  ...hardwareSetups,
  ...hostOsSetups,
  ...hypervisorSetups,
  ...imageSetups,
  ...managementSetups,
  ...networkSetups,
  ...movingSetups,
  ...ownDeviceSetups,
  ...placementSetups,
  ...storageSetups,
  ...storeSetups,
  ...librarySetups,
};
