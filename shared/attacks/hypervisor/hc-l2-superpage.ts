import { boundOf, overBound } from '../../mechanics/exits/bounds.ts';
import { about } from '../../world/people/known.ts';
import { type Attack, atTheEnd } from '../attack.ts';
import { onThisHost } from '../needs/device.ts';
import { escapeStrike, escapes, makeExit, seize } from '../needs/escape.ts';
import { hostUnpatched } from '../needs/flaw.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';
import { isParavirtual } from '../needs/storage.ts';

/**
 * B09: the superpage that nobody checked. A paravirtual guest asks by hypercall for an entry that
 * maps 2 MiB at once, finds its own page tables in it, and writes what it likes into them: every
 * frame of the machine. There is no device and no process in between.
 * Source: CVE-2015-7835, XSA-148 (Xen 3.4 to 4.6).
 */
export const hcL2Superpage: Attack = {
  id: 'hc-l2-superpage',
  catalogue: 'B09',
  target: 2,
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'superpage',
  needs: [guestRuns, kernelInGuest, onThisHost, isParavirtual, hostUnpatched],
  length: (tempo) => tempo.privilege + tempo.act,
  resolve: escapeStrike('superpage'),
  strikes: atTheEnd,
  // Entries as every kernel writes them, to see what comes back.
  opening: (turn, by, { vm = 0 }) => {
    makeExit(turn, by, vm, { reason: 'hypercall', device: '', operand: boundOf('') });
  },
  trace: (turn, by, { vm = 0 }) => {
    makeExit(turn, by, vm, { reason: 'hypercall', device: '', operand: overBound('') });
  },
  effect: seize,
  prospects: (known) =>
    escapes(
      known,
      'hc-l2-superpage',
      'superpage',
      'kernel',
      (vm) => about(known, vm, 'technique') === 'para',
    ).map((prospect) => ({ ...prospect, sure: true })),
};
