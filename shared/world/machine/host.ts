import type { AttackerId, BlockId, FrameId, HostId } from '../ids.ts';

/**
 * When the hypervisor overwrites memory with zeros.
 * `on-free` clears a frame the moment it loses its owner; `on-allocate` the moment it gets one,
 * which leaves the data lying in free memory meanwhile. Source: Linux `init_on_free` and
 * `init_on_alloc` (security/Kconfig.hardening), Xen `scrub-domheap`.
 */
export const SCRUB_POLICIES = ['never', 'on-free', 'on-allocate'] as const;
export type ScrubPolicy = (typeof SCRUB_POLICIES)[number];

/**
 * What happens to the blocks of a volume that is deleted. Source: OpenStack Cinder
 * `volume_clear=none|zero`, `virsh vol-wipe`.
 */
export const WIPE_POLICIES = ['never', 'on-delete'] as const;
export type WipePolicy = (typeof WIPE_POLICIES)[number];

/**
 * What sits on the metal. `type1` is a bare-metal hypervisor, `type2` a hypervisor that is an
 * application of a host OS, `container` no hypervisor at all: one kernel that all guests share.
 */
export const PLATFORMS = ['type1', 'type2', 'container'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Bits of a host's kernels. */
export type WordSize = 32 | 64;

/** From when servers run 64-bit hypervisors and kernels (our figure). */
export const SINCE_64_BIT = 2006;

/** Virtual hardware that a guest may have. Each emulated one is code of the host's that parses its input. */
export const DEVICES = ['disk', 'nic', 'floppy', 'xhci'] as const;
export type DeviceName = (typeof DEVICES)[number];

/**
 * What a filter can be about: a device, or a hypercall of those that take an operand.
 */
export const TRAPS = [...DEVICES, 'mmu_update', 'memory_op'] as const;
export type Trap = (typeof TRAPS)[number];

/**
 * What the hypervisor does with such an exit before anything else sees it. Without a filter it
 * emulates. `bounds-check` compares the operand with the buffer it is meant for, at a
 * price; `refuse` injects a fault into the guest, which a guest that needs the device will miss.
 */
export const FILTER_ACTIONS = ['bounds-check', 'refuse'] as const;
export type FilterAction = (typeof FILTER_ACTIONS)[number];

export interface ExitFilter {
  readonly trap: Trap;
  readonly action: FilterAction;
}

export interface Host {
  readonly id: HostId;
  readonly platform: Platform;
  /** The year of its hardware, which decides the price of a VM exit. */
  readonly year: number;
  /** Guest work that its CPU can do in one tick, in kilocycles. */
  readonly capacity: number;
  readonly virtualisationExtension: boolean;
  readonly nestedPaging: boolean;
  /** Patch level of the hypervisor; of a container host, of its kernel. */
  readonly build: number;
  readonly scrub: ScrubPolicy;
  readonly wipe: WipePolicy;
  /** Whether a device process is confined (sVirt, stub domain, VMX sandbox). */
  readonly sandbox: boolean;
  /** Whether containers' system calls pass a filter (seccomp). Only on a container host. */
  readonly seccomp: boolean;
  readonly filters: readonly ExitFilter[];
  /** Whether the hypervisor writes hypercalls that it refuses into its log, at a price for each. */
  readonly hypercallAudit: boolean;
  /** Two threads a core, over one first-level cache. */
  readonly smt: boolean;
  /** Whether the first-level data cache is emptied before each VM entry. */
  readonly l1Flush: boolean;
  /** Whether equal pages of different VMs are merged into one (KSM; ESXi's TPS between VMs). */
  readonly dedup: boolean;
  /** Whether each VM has a part of the last-level cache to itself (Intel CAT). */
  readonly cachePartition: boolean;
  /** Its memory corrects flipped bits and refreshes rows that are beaten (ECC, TRR): part of its modules. */
  readonly rowGuard: boolean;
  /** Frames in which a bit flips when the rows beside them are beaten: as its modules were made, for good. */
  readonly weakFrames: readonly FrameId[];
  /** Whether its performance counters are read out (sensor S13). */
  readonly counters: boolean;
  /** Who runs code below its guests, or 0. Hidden from defenders until found. */
  readonly intruder: AttackerId | 0;
  /**
   * Free frames as a stack: the allocator takes from the end and freed frames are put back at the
   * end, so the frames that were freed last are used first (rule M4). Blocks likewise.
   */
  readonly free: readonly FrameId[];
  readonly freeBlocks: readonly BlockId[];
  /** Share of the capacity in use, in permille, as of the last full second. */
  load: number;
}
