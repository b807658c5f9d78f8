import type { HostId, Tick, VmId } from '../ids.ts';
import type { DeviceName } from './host.ts';
import type { HypercallName } from './hypercall.ts';

/**
 * Why a guest went to what runs it. Of a hardware-assisted one these are reasons of VM exits as VMX
 * names them; of a translated or an emulated one, what the translator or the emulator did for it; a
 * ported kernel makes hypercalls. A system call is a reason where the kernel that it is for does not
 * get it first.
 */
const EXIT_REASONS = [
  'io',
  'mmio',
  'page-table',
  'cpuid',
  'hlt',
  'interrupt',
  'kick',
  'hypercall',
  'syscall',
  'vmrun',
  'exception',
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

export type Verdict = 'emulated' | 'refused' | 'held';

/**
 * One exit as it went through the pipeline, sampled: at most one a host and second, and every exit
 * whose operand is over its bound. `bound` is the size of the buffer that the operand is meant for;
 * 0 where there is none. A row's id is its host's.
 */
export interface ExitRecord {
  readonly id: HostId;
  readonly tick: Tick;
  readonly vm: VmId;
  readonly reason: ExitReason;
  readonly device: DeviceName | '';
  /** Which hypercall it is, or '' where it is none. */
  readonly call: HypercallName | '';
  readonly operand: number;
  readonly bound: number;
  /** `held`: it waits on the trap desk. */
  readonly verdict: Verdict;
}
