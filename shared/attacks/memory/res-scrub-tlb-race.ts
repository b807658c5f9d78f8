import { record } from '../../mechanics/harm/evidence.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { smuggle } from '../../mechanics/smuggling.ts';
import { type FrameId, NONE, type VmId } from '../../world/ids.ts';
import { about, hasFlaw, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { type Attack, usableFlaw } from '../attack.ts';
import { hostUnpatched } from '../needs/flaw.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';
import { frameIsWritten, isParavirtual, scrubsOnFree } from '../needs/storage.ts';

/** How many frames it gives back at once, and how many it keeps at least. */
const AT_ONCE = 2;
const KEPT = 1;

/**
 * B29: the scrub is finished before the TLB is flushed. A paravirtual guest's kernel gives frames
 * back, waits until they have been cleared, and writes to them once more through the entry that its
 * processor still holds: they lie free, and are not empty. Whoever is given them next can read them.
 * Source: XSA-511 (x86 PV guests; `scrub-domheap`).
 */
export const resScrubTlbRace: Attack = {
  id: 'res-scrub-tlb-race',
  catalogue: 'B29',
  target: 1,
  family: 'memory',
  takes: ['vm'],
  brings: 'frames',
  flaw: 'scrub-tlb',
  needs: [guestRuns, kernelInGuest, isParavirtual, scrubsOnFree, hostUnpatched, frameIsWritten],
  length: (tempo) => tempo.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const row = find(world.vms, id);
    const flaw = usableFlaw(world, attacker, 'scrub-tlb');
    if (!row || flaw === NONE || ringOf(world, attacker.id, id) !== 'kernel') return null;
    return { vm: id, attacker: attacker.id, host: row.host, flaw };
  },
  // The frames that it wrote last: without them the guest goes on as it was.
  strikes: (world, by, done, length) => {
    const row = find(world.vms, by.vm ?? NONE);
    if (!row || done !== length) return [];
    const written = row.memory.slice(0, row.filled).slice(KEPT);
    return written.slice(-AT_ONCE).map((frame) => ({ ...by, frame }));
  },
  effect: (turn, { attacker, operation }, { vm = 0, frame = 0 }, proof) => {
    const actor = { kind: 'attacker', id: attacker.id } as const;
    const trick = { actor, attack: operation.attack, act: operation.act, proof };
    const { host, smuggled } = smuggle(turn, vm as VmId, frame as FrameId, trick);
    record(
      turn,
      { kind: 'write-after-scrub', host, frame: frame as FrameId },
      { actor, cause: smuggled },
    );
  },
  // What is in a guest of their own they have anyway: it is a way out of someone else's.
  prospects: (known) =>
    inside(known, 'kernel')
      .filter(({ own, number }) => !own && about(known, number, 'technique') === 'para')
      .map(({ number }) => ({
        number,
        flawed: hasFlaw(known, 'scrub-tlb', about(known, number, 'host-build')),
      }))
      .filter(({ flawed }) => flawed !== false)
      .map(({ number }) => ({
        attack: 'res-scrub-tlb-race',
        args: { vm: number },
        gain: { kind: 'frames' },
        sure: false,
      })),
};
