import type { Necessity } from '../necessity.ts';
import { entrySetups } from './entry.ts';
import { hardwareSetups } from './hardware.ts';
import { hypervisorSetups } from './hypervisor.ts';
import { networkSetups } from './network.ts';
import { storageSetups } from './storage.ts';

/** One row an attack, by its id. A new attack adds its row to a file beside this one. */
export const setups: Readonly<Record<string, Necessity>> = {
  ...entrySetups,
  ...hardwareSetups,
  ...hypervisorSetups,
  ...networkSetups,
  ...storageSetups,
};
