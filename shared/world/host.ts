import type { FrameId, HostId } from './ids.ts';

/**
 * When the hypervisor overwrites memory with zeros.
 * `on-free` clears a frame the moment it loses its owner; `on-allocate` the moment it gets one,
 * which leaves the data lying in free memory meanwhile. Source: Linux `init_on_free` and
 * `init_on_alloc` (security/Kconfig.hardening), Xen `scrub-domheap`.
 */
export type ScrubPolicy = 'never' | 'on-free' | 'on-allocate';

export const SCRUB_POLICIES = [
  'never',
  'on-free',
  'on-allocate',
] as const satisfies readonly ScrubPolicy[];

/** 1 runs on the bare metal, 2 as an application of a host OS. */
export type HypervisorType = 1 | 2;

export interface Host {
  readonly id: HostId;
  readonly type: HypervisorType;
  /** The year of its hardware, which decides its features and the price of a VM exit. */
  readonly year: number;
  /** Guest work that its CPU can do in one tick, in kilocycles. */
  readonly capacity: number;
  readonly virtualisationExtension: boolean;
  readonly nestedPaging: boolean;
  readonly iommu: boolean;
  /** Patch level of the hypervisor. */
  readonly build: number;
  readonly scrub: ScrubPolicy;
  /**
   * Free frames as a stack: the allocator takes from the end and freed frames are put back at the
   * end, so the frames that were freed last are used first (rule M4).
   */
  readonly free: readonly FrameId[];
  /** Share of the capacity in use, in permille, as of the last full second. */
  load: number;
}
