import type { FlawName } from '../world/flaws/registry.ts';
import type { DeviceName } from '../world/machine/host.ts';
import type { Foothold } from '../world/machine/vm.ts';
import { about, hasFlaw, type Known } from '../world/people/known.ts';

/** An act in an attacker's own numbers, and what it goes through. */
export interface InMind {
  readonly vm: number;
  readonly from: number;
  readonly flaw: FlawName | undefined;
  readonly device: DeviceName | undefined;
}

/** What is known of a precondition of an act: `undefined` when nothing is. */
type Knowing = (known: Known, act: InMind) => boolean | undefined;

/** How much attackers can tell of a precondition before they try, by what they have looked at. */
export interface Knowledge {
  /**
   * What cannot have gone stale: they are where they are, and what an act takes from there is theirs to
   * take. It is asked before any note.
   */
  readonly certain?: Knowing;
  /** What was so when they last looked around inside the VM. */
  readonly inside?: Knowing;
  /** What was so when they last looked around the network, from where it starts. */
  readonly around?: Knowing;
  /** That look was from the VM itself: the act has no other place to start from. */
  readonly aroundVm?: true;
}

/** An act goes by the host that its VM is on, and by the frames and blocks that it has. */
export const ALWAYS: Knowledge = { certain: () => true };

/** How far in they are. */
export const ringKnown = (known: Known, vm: number): Foothold => known.vms[vm - 1]?.ring ?? 'none';

/** Whether a VM runs, where they can tell: where they are inside, and of what they rent. */
export function runs(known: Known, vm: number): boolean | undefined {
  const power = known.vms[vm - 1]?.power ?? 'unknown';
  return power === 'unknown' ? undefined : power === 'running';
}

/** Whether they do not hold its host already: there is nothing to escape to. */
export const isAbove = (known: Known, vm: number): boolean =>
  about(known, vm, 'below') === undefined;

/** A note that is 1 for yes. */
export const noted = (note: number | undefined): boolean | undefined =>
  note === undefined ? undefined : note === 1;

/** Whether what was noted of the VM is that. */
export const isNoted =
  (field: 'technique' | 'platform' | 'service' | 'word-size', value: string | number): Knowing =>
  (known, { vm }) => {
    const note = about(known, vm, field);
    return note === undefined ? undefined : note === value;
  };

/** Whether a build that was noted of the VM has the flaw that the act uses. */
export const isOlder =
  (field: 'host-build' | 'device-build' | 'kernel-build'): Knowing =>
  (known, { flaw, vm }) =>
    flaw === undefined ? undefined : hasFlaw(known, flaw, about(known, vm, field));
