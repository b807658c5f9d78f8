import type { Necessity } from '../necessity.ts';
import { stageOf } from '../necessity.ts';
import { benchWithReader } from '../worlds.ts';

/** Entry acts, and the memory that a tenant is handed. */
export const entryStages: Readonly<Record<string, Necessity>> = {
  'entry-tenant': {
    stage: () => stageOf(benchWithReader(), {}, { tenant: 2 }),
    flips: { 'tenants/id': [0, 1] },
  },
  'entry-return': {
    stage: () => stageOf(benchWithReader(), { vm: 1 }, { vm: 3, tenant: 2 }),
    flips: { 'vms/tenant': [0, 1, 3] },
  },
  // Whether the shop's VM may be read from end to end: its memory may hold something.
  probe: {
    stage: () => stageOf(benchWithReader(), { vm: 1, attack: 10, need: 2 }, { tenant: 2 }),
    flips: { 'tenants/id': [0, 1] },
  },
  'res-mem-unscrubbed': {
    stage: () => stageOf(benchWithReader(), { vm: 1 }, { vm: 3, frame: 3 }),
    flips: {
      'vms/power': ['provisioning', 'stopped'],
      'frames/owner': [0, 1, 2],
      // Nothing, what the reader's own tenant left, and what is no asset at all.
      'frames/residue': [0, 3, 99],
      // The bank's keys are the shop's, or the reader is the bank's.
      'assets/tenant': [2],
      'vms/tenant': [1],
    },
  },
};
