import type { Card, Remaps } from '../world/machine/card.ts';
import type { DiskModel, NicModel } from '../world/machine/device.ts';
import type { ExitReason, Verdict } from '../world/machine/exit.ts';
import type { Fault } from '../world/machine/fault.ts';
import type { Grant } from '../world/machine/grants.ts';
import type { Ruling } from '../world/machine/held.ts';
import type {
  DeviceName,
  ExitFilter,
  Platform,
  ScrubPolicy,
  Trap,
  Vendor,
  WipePolicy,
  WordSize,
} from '../world/machine/host.ts';
import type { Program } from '../world/machine/host-os.ts';
import type { HypercallName } from '../world/machine/hypercall.ts';
import type { HostService } from '../world/machine/management.ts';
import type { Tool } from '../world/machine/tools.ts';
import type { Power, ShareLevel, Technique } from '../world/machine/vm.ts';
import type { WorkloadName } from '../world/machine/workload.ts';
import type { ZoneName } from '../world/zone.ts';

export interface HostRow {
  readonly id: number;
  readonly platform: Platform;
  readonly year: number;
  readonly virtualisationExtension: boolean;
  readonly nestedPaging: boolean;
  /** Of the hypervisor; of a container host, of the shared kernel. */
  readonly build: number;
  readonly scrub: ScrubPolicy;
  readonly wipe: WipePolicy;
  /** Device processes are confined; containers' system calls are filtered. */
  readonly sandbox: boolean;
  readonly seccomp: boolean;
  readonly filters: readonly ExitFilter[];
  /** Hypercalls of paravirtual guests are logged. */
  readonly hypercallAudit: boolean;
  /** Exits that follow each other closely are merged. */
  readonly exitMerging: boolean;
  /** Two threads a core; the first-level cache emptied at each entry; equal pages merged; the last-level cache parted. */
  readonly smt: boolean;
  /** Its CPU has a command that empties that cache. */
  readonly microcode: boolean;
  /** What it can do with two threads a core; 0: its CPU has one. */
  readonly smtCapacity: number;
  readonly l1Flush: boolean;
  readonly dedup: boolean;
  /** It promises more memory than it has. */
  readonly overcommit: boolean;
  /** Logs of its device models are capped and rotated. */
  readonly logCap: boolean;
  readonly cachePartition: boolean;
  readonly vendor: Vendor;
  readonly nested: boolean;
  /** Its memory corrects flipped bits. */
  readonly rowGuard: boolean;
  /** Its performance counters are read out. */
  readonly counters: boolean;
  /** Hosts with the same number are opened by the same credential; with the same network they reach each other. */
  readonly credential: number;
  readonly management: number;
  /** It can be attested, and when it last was as it should be; its CPU encrypts memory; S8 looks into its guests. */
  readonly tpm: boolean;
  readonly attested: number;
  readonly memoryEncryption: boolean;
  readonly introspection: boolean;
  /** What listens on its management interface, and from which zones that is reached. */
  readonly services: readonly HostService[];
  readonly managedFrom: readonly ZoneName[];
  /** Lockdown mode, whether an account is exempt from it, whether a login takes a second factor, and whether S5 hears of logins. */
  readonly lockdown: boolean;
  readonly exceptionUser: boolean;
  readonly mfa: boolean;
  readonly hostAudit: boolean;
  /** Builds of the OS under a hosted hypervisor, and of the runtime of containers; 0 where there is none. */
  readonly osBuild: number;
  readonly runtime: number;
  /** What runs on its OS beside the hypervisor. */
  readonly programs: readonly Program[];
  /** Root of a container is nobody there; containers are confined by AppArmor or SELinux. */
  readonly userns: boolean;
  readonly lsm: boolean;
  /** An agent watches the processes of its OS. */
  readonly edr: boolean;
  /** Its processes lie at addresses that nobody can guess. */
  readonly aslr: boolean;
  /** What its chipset can remap for devices, and what it does remap. */
  readonly remaps: Remaps;
  readonly iommu: boolean;
  readonly interruptRemapping: boolean;
  /** Virtual functions of its network card; what the card checks of what they send, and lets them change. */
  readonly vfs: number;
  readonly spoofCheck: boolean;
  readonly vfTrust: boolean;
  /** Permille of its cycles in use. */
  readonly load: number;
  /** Free frames and blocks; the allocator takes from the END of these lists. */
  readonly free: readonly number[];
  readonly freeBlocks: readonly number[];
  /** Blocks that such logs hold beyond any cap. */
  readonly logBlocks: readonly number[];
}

export interface FrameRow {
  readonly id: number;
  readonly host: number;
  /** VM id, or 0 when free. */
  readonly owner: number;
  /** Asset written by its owner, or 0. */
  readonly content: number;
  /** Asset left by an earlier owner, or 0. A frame can be owned and still hold residue. */
  readonly residue: number;
}

export interface BlockRow {
  readonly id: number;
  readonly host: number;
  /** VM id, or 0 when free (or when a snapshot has it). */
  readonly owner: number;
  readonly snapshot: number;
  readonly content: number;
  readonly residue: number;
  /** The residue is ciphertext whose key is gone. */
  readonly sealed: boolean;
}

export interface SnapshotRow {
  readonly id: number;
  readonly vm: number;
  /** The host that has its files on the datastore that it mounts. */
  readonly host: number;
  readonly takenAt: number;
  readonly kernel: number;
  readonly service: number;
  /** Whether what the VM had in memory was saved with it. */
  readonly memory: boolean;
}

/** An exit that waits on the trap desk. */
export interface HeldRow {
  readonly id: number;
  readonly host: number;
  readonly vm: number;
  readonly reason: ExitReason;
  readonly device: DeviceName | '';
  readonly call: HypercallName | '';
  readonly operand: number;
  readonly bound: number;
  readonly heldAt: number;
  /** Tick at which it is refused if nobody has decided by then. */
  readonly until: number;
}

/** Exits of one kind of a VM on record, minute by minute, the newest last. */
export interface TallyRow {
  readonly id: number;
  readonly vm: number;
  readonly trap: Trap;
  readonly minute: number;
  readonly within: readonly number[];
  readonly over: readonly number[];
}

/** The latest exit of a host that was worth a record; its id is the host's. */
export interface ExitRow {
  readonly id: number;
  readonly tick: number;
  readonly vm: number;
  readonly reason: ExitReason;
  readonly device: DeviceName | '';
  readonly call: HypercallName | '';
  readonly operand: number;
  readonly bound: number;
  readonly verdict: Verdict;
}

export interface VmRow {
  readonly id: number;
  readonly tenant: number;
  readonly workload: WorkloadName;
  readonly zone: number;
  readonly asset: number;
  readonly host: number;
  readonly image: number;
  readonly technique: Technique;
  readonly wordSize: WordSize;
  /** Where it is being moved to, or 0. */
  readonly movingTo: number;
  /** Whether what is copied of it on that way is encrypted. */
  readonly moveEncrypted: boolean;
  readonly power: Power;
  readonly devices: readonly DeviceName[];
  /** The disk and network card it sees; who serves the latter's rings; whether its display draws in 3-D. */
  readonly diskModel: DiskModel;
  readonly nicModel: NicModel;
  readonly vhost: boolean;
  readonly accel3d: boolean;
  /** What it has for a network card: a virtual one, or hardware of its host's. */
  readonly card: Card;
  /** Whether its port of the virtual switch is a trunk. */
  readonly trunk: boolean;
  /** Filters for its exits alone. */
  readonly filters: readonly ExitFilter[];
  /** Channels of its tools to the host, what it was given of it, and whether an agent watches it from inside. */
  readonly tools: readonly Tool[];
  readonly grants: readonly Grant[];
  readonly agent: boolean;
  /** Whether it is shown the CPU's extension for virtualisation. */
  readonly nested: boolean;
  /** What was decided at the trap desk of its exits, as long as that stands. */
  readonly rulings: readonly Ruling[];
  /** Build of the device models in the process that runs it. */
  readonly deviceBuild: number;
  /** Builds of the guest kernel and of the service it offers. */
  readonly kernel: number;
  readonly service: number;
  readonly encrypted: boolean;
  /** All its files are, with a key of a key server: saved memory as well. */
  readonly filesEncrypted: boolean;
  /** Its memory cannot be read by its host. */
  readonly memoryEncrypted: boolean;
  /** Its files on the datastore were encrypted by somebody. */
  readonly ransomed: boolean;
  /** Permille of its host's cycles that it may have; 1000: no limit. */
  readonly limit: number;
  readonly reserved: boolean;
  readonly shares: ShareLevel;
  readonly owner: 'present' | 'gone';
  /** Whether its hypervisor tells it that it is a copy (VM generation ID). */
  readonly generationId: boolean;
  /** Whether its tenant has been asked about it since nobody answered. */
  readonly ownerAsked: boolean;
  /** When its lease ends, or 0. */
  readonly leaseEnds: number;
  /** Its frames and blocks, in the order the guest fills them. */
  readonly memory: readonly number[];
  /** Frames of other VMs that it reads in place of its own. */
  readonly merged: readonly number[];
  /** Frames that it was promised, and how many of what it wrote lie in its swap file. */
  readonly frames: number;
  readonly swapped: number;
  readonly disk: readonly number[];
  /** Permille of the cycles it wants that it gets. */
  readonly served: number;
  /** Flows it lives on that do not get through; exits (of a container: system calls) a second. */
  readonly cutOff: number;
  readonly exits: number;
  /** What keeps it from the result that it would have on real hardware. */
  readonly faults: readonly Fault[];
  /** Permille of its kernel's code in the translation cache. */
  readonly translated: number;
  /** Milliseconds that its clock is behind. */
  readonly clockLag: number;
  readonly bornAt: number;
}
