import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const SIZE = {
  frames: 36,
  blocks: 12,
  year: 2015,
  virtualisationExtension: true,
  nestedPaging: true,
  scrub: 'on-free',
} as const;

/** Three answers to what is on the metal: a host OS, one kernel for all, and next to nothing. */
export const hosts: ScenarioFile['hosts'] = [
  {
    // Somebody's desk: the process of a VM has the rights of whoever sits there.
    platform: 'type2',
    capacity: 2_400_000,
    ...SIZE,
    build: 40,
    osBuild: 30,
    sandbox: false,
    programs: ['mail', 'browser', 'backup-agent'],
  },
  {
    // Set up in a hurry: no filter of system calls, and nothing mandatory.
    platform: 'container',
    capacity: 2_200_000,
    ...SIZE,
    build: 50,
    runtime: 20,
    seccomp: false,
    lsm: false,
  },
  {
    platform: 'type1',
    capacity: 2_600_000,
    ...SIZE,
    build: 40,
  },
];
