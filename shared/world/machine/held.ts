import type { HeldId, HostId, Tick, VmId } from '../ids.ts';
import type { ExitReason } from './exit.ts';
import type { Decided, DeviceName } from './host.ts';
import type { HypercallName } from './hypercall.ts';

/**
 * An exit that a filter has put on the trap desk: the virtual CPU that made it waits until a human has
 * decided what becomes of it. Operand and bound are as on record.
 */
export interface HeldExit {
  readonly id: HeldId;
  readonly host: HostId;
  readonly vm: VmId;
  readonly reason: ExitReason;
  readonly device: DeviceName | '';
  readonly call: HypercallName | '';
  readonly operand: number;
  readonly bound: number;
  readonly heldAt: Tick;
  /** When it is refused if nobody has decided by then. */
  readonly until: Tick;
}

/** What can be decided of an exit that waits: to emulate it, to refuse it, or to stop its VM. */
export const TRAP_CHOICES = ['emulate', 'refuse', 'stop'] as const;
export type TrapChoice = (typeof TRAP_CHOICES)[number];

/**
 * A decision stands for a while for what is alike of the same VM: an exit that was let pass within its
 * bound for all that are, one over it for all; one that was refused over its bound for all that are, one
 * within it for all.
 */
export interface Ruling {
  readonly trap: Decided;
  readonly verdict: Exclude<TrapChoice, 'stop'>;
  readonly over: boolean;
  readonly until: Tick;
}
