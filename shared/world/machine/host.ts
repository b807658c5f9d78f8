import type { AttackerId, BlockId, FrameId, HostId, Tick } from '../ids.ts';
import type { Remaps } from './card.ts';
import type { HostOs } from './host-os.ts';
import type { HostManagement } from './management.ts';

/**
 * When the hypervisor overwrites memory with zeros.
 * `on-free` clears a frame the moment it loses its owner; `on-allocate` the moment it gets one,
 * which leaves the data lying in free memory meanwhile. `on-death` clears what a VM leaves behind that
 * goes, and not what a live one gives back: Xen scrubs the frames of dying domains, and those that a live
 * one frees only with `scrub-domheap` (FACTS I-1, B27). Source: Linux `init_on_free` and `init_on_alloc`
 * (security/Kconfig.hardening), Xen `scrub-domheap`.
 */
export const SCRUB_POLICIES = ['never', 'on-free', 'on-allocate'] as const;
/** With what a host may come; nobody sets it so. */
export const SCRUBBINGS = [...SCRUB_POLICIES, 'on-death'] as const;
export type ScrubPolicy = (typeof SCRUBBINGS)[number];

/**
 * What happens to the blocks of a volume that is deleted. Source: OpenStack Cinder
 * `volume_clear=none|zero`, `virsh vol-wipe`.
 */
export const WIPE_POLICIES = ['never', 'on-delete'] as const;
export type WipePolicy = (typeof WIPE_POLICIES)[number];

/**
 * What sits on the metal. `type1` is a bare-metal hypervisor, `type2` a hypervisor that is an
 * application of a host OS, `container` no hypervisor at all: one kernel that all guests share, `native`
 * one OS that has the machine to itself and runs no VM (FACTS §2.4).
 */
export const PLATFORMS = ['type1', 'type2', 'container', 'native'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Bits of a host's kernels. */
export type WordSize = 32 | 64;

/** From when servers run 64-bit hypervisors and kernels (our figure). */
export const SINCE_64_BIT = 2006;

/** Who made its CPU: AMD's extension is SVM, Intel's VT-x, and each is nested by code of its own. */
export const VENDORS = ['intel', 'amd'] as const;
export type Vendor = (typeof VENDORS)[number];

/** Virtual hardware that a guest may have. Each emulated one is code of the host's that parses its input. */
export const DEVICES = ['disk', 'nic', 'floppy', 'xhci', 'svga'] as const;
export type DeviceName = (typeof DEVICES)[number];

/** What an exit can be for that has a bound: a device, or a hypercall of those that take an operand. */
export const BOUNDED = [...DEVICES, 'mmu_update', 'memory_op'] as const;
export type Bounded = (typeof BOUNDED)[number];

/** Reasons of exits by which a guest reaches emulated devices: its I/O ports, and memory mapped to them. */
export const IO_REASONS = ['io', 'mmio'] as const;
export type IoReason = (typeof IO_REASONS)[number];

/**
 * Reasons of exits that are for no device, with no operand to check, and that most guests do without: one
 * that runs a hypervisor of its own enters its guests (VMRUN; VT-x: VMLAUNCH, VMRESUME), and exceptions of
 * a guest's own (#AC, #DB), which leave it only where a filter has them intercepted (rule K105).
 */
export const BARE_REASONS = ['vmrun', 'exception'] as const;
export type BareReason = (typeof BARE_REASONS)[number];

export const isBare = (name: string): name is BareReason =>
  BARE_REASONS.some((reason) => reason === name);

/** What is decided of one by one at the trap desk: what has a bound, and what is one thing by its reason. */
export const DECIDED = [...BOUNDED, ...BARE_REASONS] as const;
export type Decided = (typeof DECIDED)[number];

/**
 * What a filter can be about: what an exit is for, or its reason, and so all devices reached that way at
 * once. Of other reasons none is offered: a guest whose CPUID, HLT or interrupts are refused does not run
 * at all, they have no operand to check, and there would be nothing to decide of them.
 */
export const TRAPS = [...BOUNDED, ...IO_REASONS, ...BARE_REASONS] as const;
export type Trap = (typeof TRAPS)[number];

/**
 * What the hypervisor does with such an exit before anything else sees it. Without a filter it
 * emulates. `bounds-check` compares the operand with the buffer it is meant for, at a
 * price; `refuse` injects a fault into the guest, which a guest that needs the device will miss; `hold`
 * stops the virtual CPU and asks a human, of guests under suspicion (rule K80).
 */
export const FILTER_ACTIONS = ['bounds-check', 'refuse', 'hold'] as const;
export type FilterAction = (typeof FILTER_ACTIONS)[number];

export interface ExitFilter {
  readonly trap: Trap;
  readonly action: FilterAction;
}

export interface Host extends HostOs, HostManagement {
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
  /**
   * Whether exits that follow each other closely are merged: the hypervisor translates a run of instructions
   * that would each exit, so that the guest leaves once for all (FACTS §20.3).
   */
  readonly exitMerging: boolean;
  readonly vendor: Vendor;
  /** Whether its guests may run hypervisors of their own (`kvm_amd nested`, `kvm_intel nested`). */
  readonly nested: boolean;
  /** Whether it promises more memory than it has, and takes back what is idle (rule R10). */
  readonly overcommit: boolean;
  /**
   * Whether the logs of its device models are capped and rotated. Part of how it was set up: virtlogd has done so
   * since libvirt 1.3.0, and ESXi keeps ten files of 2 MB (CVE-2014-3672; FACTS I-1, B57 a).
   */
  readonly logCap: boolean;
  /** Two threads a core, over one first-level cache. */
  readonly smt: boolean;
  /**
   * Whether its CPU was given the microcode with a command that empties the first-level data cache
   * (IA32_FLUSH_CMD, August 2018): without it a flush loads other data until nothing else is in there.
   */
  readonly microcode: boolean;
  /** Its capacity with two threads a core, in kilocycles a tick; 0: its CPU has one a core (rule W10). */
  readonly smtCapacity: number;
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
  /** Taken out of the room: it runs nothing any more and costs nothing (rule R2). */
  readonly retired: boolean;
  /** Whether its performance counters are read out (sensor S13). */
  readonly counters: boolean;
  /**
   * The credential that its management interface takes: hosts with the same number share one secret
   * (rule K60; FACTS §28.1, §3.3.2).
   */
  readonly credential: number;
  /** The management network that its interface is on: hosts on the same one reach each other. */
  readonly management: number;
  /** It measures what it boots and loads into a TPM, so that this can be attested (FACTS D, S12). */
  readonly tpm: boolean;
  /** When what it had measured was last as it should be, or 0. */
  readonly attested: Tick;
  /** Its CPU encrypts a guest's memory with keys that the host never has (AMD SEV-SNP, Intel TDX). */
  readonly memoryEncryption: boolean;
  /** Whether its hypervisor looks into the kernels of its guests (sensor S8). */
  readonly introspection: boolean;
  /** Whether processes of the host lie at addresses that nobody can guess (ASLR), each at others. */
  readonly aslr: boolean;
  /** What its chipset can remap, for good; whether it does: DMA of devices, and their interrupts. */
  readonly remaps: Remaps;
  readonly iommu: boolean;
  readonly interruptRemapping: boolean;
  /** Virtual functions that its network card has to give away (SR-IOV); 0: it has none. */
  readonly vfs: number;
  /**
   * Whether its card drops what a virtual function sends from a MAC address that it was not given, and
   * whether its functions may give themselves another one all the same. Source: FACTS B26 and section D
   * (`ip link set … vf N spoofchk on`, `trust off`; ixgbe's defaults).
   */
  readonly spoofCheck: boolean;
  readonly vfTrust: boolean;
  /** Who runs code below its guests, or 0. Hidden from defenders until found. */
  readonly intruder: AttackerId | 0;
  /** The credential that whoever took it found there, or 0; and whether they loaded a module that nobody signed. Both hidden. */
  readonly stolen: number;
  readonly tampered: boolean;
  /**
   * Free frames as a stack: the allocator takes from the end and freed frames are put back at the
   * end, so the frames that were freed last are used first (rule M4). Blocks likewise.
   */
  readonly free: readonly FrameId[];
  readonly freeBlocks: readonly BlockId[];
  /** Blocks of its disk that those logs hold beyond any cap: nobody's volume, and not free (rule B7). */
  readonly logBlocks: readonly BlockId[];
  /** Share of the capacity in use, in permille, as of the last full second. */
  load: number;
}
