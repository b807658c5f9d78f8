import type { DeviceName } from './host.ts';
import type { HostId, Tick, VmId } from './ids.ts';

/** Why a guest left non-root mode, as VMX names it, and a hypercall of a paravirtual guest. */
const EXIT_REASONS = [
  'io',
  'mmio',
  'page-table',
  'cpuid',
  'hlt',
  'interrupt',
  'kick',
  'hypercall',
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

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
  readonly operand: number;
  readonly bound: number;
  readonly verdict: 'emulated' | 'refused';
}
