import type { Necessity } from '../necessity.ts';
import { entryStages } from './entry.ts';
import { hypervisorStages } from './hypervisor.ts';
import { networkStages } from './network.ts';
import { storageStages } from './storage.ts';

/** One row an attack, by its id. A new attack adds its row to a file beside this one. */
export const stages: Readonly<Record<string, Necessity>> = {
  ...entryStages,
  ...hypervisorStages,
  ...networkStages,
  ...storageStages,
};
