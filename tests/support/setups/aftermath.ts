import { FOUR, fallen, TOOLS_FLAW } from '../fallen.ts';
import { type Flips, type Necessity, setupOf } from '../necessity.ts';

const theirs: Flips = { 'hosts/intruder': [0, 2] };

/** What follows when a host has fallen. */
export const aftermathSetups: Readonly<Record<string, Necessity>> = {
  'lateral-shared-credential': {
    setup: () => setupOf(fallen(), { vm: 1 }, { attacker: 1, from: 1, host: 2 }),
    flips: {
      ...theirs,
      'hosts/credential': [2, 101],
      'hosts/stolen': [0, 101],
      'hosts/management': [2, 3],
    },
  },
  'collect-guest-frames': {
    setup: () =>
      setupOf(
        fallen({ hosts: FOUR.map((host) => ({ ...host, memoryEncryption: true })) }),
        { vm: 1 },
        { attacker: 1, tenant: 2, host: 1, vm: 2, frame: 3 },
      ),
    flips: {
      ...theirs,
      'frames/host': [0, 2],
      'frames/owner': [0, 1],
      'vms/memoryEncrypted': [true],
      'frames/content': [0, 3, 99],
      'assets/tenant': [2],
    },
  },
  'tools-guestops-abuse': {
    setup: () => setupOf(fallen(), { vm: 1 }, { attacker: 1, host: 1, vm: 2, flaw: TOOLS_FLAW }),
    flips: {
      ...theirs,
      'vms/power': ['provisioning', 'stopped'],
      'vms/host': [0, 2],
      'vms/tools': [[], ['clipboard']],
      'vms/service': [16, 17],
      'flaws/fixedIn': [0, 10],
    },
  },
};
