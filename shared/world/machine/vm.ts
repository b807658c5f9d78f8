import type {
  AssetId,
  AttackerId,
  BlockId,
  FrameId,
  HostId,
  ImageId,
  RequestId,
  TenantId,
  Tick,
  VmId,
  ZoneId,
} from '../ids.ts';
import type { Card } from './card.ts';
import type { DiskModel, NicModel } from './device.ts';
import type { ClockCause, Fault } from './fault.ts';
import type { Grant } from './grants.ts';
import type { Ruling } from './held.ts';
import type { DeviceName, ExitFilter, WordSize } from './host.ts';
import type { Tool } from './tools.ts';
import type { WorkloadName } from './workload.ts';

/** A destroyed VM has no row. */
export type Power = 'provisioning' | 'running' | 'stopped';

/**
 * How the guest is run, which decides where its boundary is and what its operations cost.
 * `hvm` is full virtualisation with hardware assistance, `hybrid` the same with paravirtual drivers,
 * `para` a ported kernel that makes hypercalls, `bt` full virtualisation by binary translation,
 * `container` a guest of the host's own kernel, `emulation` an interpreted CPU.
 */
export const TECHNIQUES = ['hvm', 'hybrid', 'para', 'bt', 'container', 'emulation'] as const;

/**
 * How a row of `vms` is run: by one of these, or `native`, by no technique at all. Then it is no VM but
 * what one OS does with a machine of its own (FACTS §2.4), in ring 0 and with nothing below it (rule R1).
 */
export const WAYS_TO_RUN = [...TECHNIQUES, 'native'] as const;
export type Technique = (typeof WAYS_TO_RUN)[number];

/**
 * What stands between a guest and its host: by what it gets out, and what reads what it hands over
 * there. From what is preferred to what is not where the cost is the same: first what reads least of
 * the guest's input outside the hypervisor itself, last the kernel that everybody shares.
 */
export const BOUNDARIES = [
  /** VM exits, and drivers that know they are virtual. */
  'exits-drivers',
  /** Hypercalls, and drivers split between guest and host. */
  'hypercalls',
  /** VM exits, and emulated devices. */
  'exits',
  /** A translator, and emulated devices. */
  'translator',
  /** The process of the emulator. */
  'emulator',
  /** System calls of one kernel. */
  'shared-kernel',
  /** Nothing: its kernel has the machine. */
  'none',
] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** Why a guest cannot be run by a technique on a host. */
export type Misfit =
  /** Hardware assistance takes a virtualisation extension (VT-x, AMD-V). */
  | 'no-extension'
  /** A closed kernel cannot be ported to hypercalls. */
  | 'closed-kernel'
  /** A ported kernel starts nowhere where the hypercalls that it starts with are refused. */
  | 'calls-refused'
  /** Code of 64 bits needs a CPU and a hypervisor of 64 bits. */
  | 'narrow-host'
  /** A container needs a host that shares its kernel, and such a host runs nothing else. */
  | 'no-shared-kernel'
  | 'only-containers'
  /** Code for another kind of CPU runs nowhere but in an emulator of that CPU. */
  | 'foreign-cpu'
  /** A guest that has drivers for an old machine only has no paravirtual ones. */
  | 'no-drivers'
  /** A machine with one OS and no hypervisor runs no VM, and a VM is no machine. */
  | 'no-hypervisor';

/**
 * Where an attacker has code in a guest, from least to most. A process of `root` runs in user mode like
 * any other, but may ask its kernel for I/O ports (`ioperm`, `iopl`): permission is not a ring (FACTS
 * B01). Hidden from defenders.
 */
export const FOOTHOLDS = ['none', 'user', 'root', 'kernel'] as const;
export type Foothold = (typeof FOOTHOLDS)[number];

/** Whether a foothold is as deep as that, or deeper. */
export const isAtLeast = (has: Foothold, asked: Foothold): boolean =>
  FOOTHOLDS.indexOf(has) >= FOOTHOLDS.indexOf(asked);

/**
 * How deep whoever rents a VM is in it: in its kernel. A container has none of its own, and root in it is
 * a process of its host's (rules A6, K20).
 */
export const rentersFoothold = (technique: Technique): Foothold =>
  technique === 'container' ? 'root' : 'kernel';

/**
 * The ring of the host's CPU in which a guest's kernel runs; `null` where there is none: a container
 * has no kernel of its own, and an emulated guest's runs on an emulated CPU.
 */
export type KernelRing = 0 | 1 | 3 | null;

/** How far in someone is, as it is told: a guest's kernel by the ring in which it runs. */
export type Footing = 'user' | 'root' | (typeof KERNEL_FOOTINGS)[number] | 'device-process';

/** Those in a guest's kernel. */
export const KERNEL_FOOTINGS = ['kernel-0', 'kernel-1', 'kernel-3', 'kernel-emulated'] as const;

/** A translation cache that holds all the kernel code its guest uses, in permille. */
export const TRANSLATED = 1000;

/**
 * What an intruder has laid out in a container for the program that starts processes there: nothing; or
 * a program that leads back to it, which waits for somebody to have one started; or that has happened.
 * Source: CVE-2019-5736 (FACTS B13). Hidden from defenders.
 */
const SNARES = ['none', 'laid', 'sprung'] as const;
type Snare = (typeof SNARES)[number];

/** What a tenant asks a VM to be. */
export interface VmPlan {
  readonly workload: WorkloadName;
  readonly zone: ZoneId;
  readonly asset: AssetId;
  readonly image: ImageId;
  /** Memory, in frames, and how many of them the workload ever writes. */
  readonly frames: number;
  readonly fills: number;
  /** Disk, in blocks, and how many of them the workload ever writes. */
  readonly blocks: number;
  readonly blockFills: number;
  /** Guest work wanted in one tick, in kilocycles of a native machine. */
  readonly demand: number;
  /** Ticks that it is wanted for; 0 is without end. */
  readonly lease: Tick;
}

/**
 * How much a guest counts where more is wanted than there is: one half, as much or twice as much as its
 * want says. Source: VMware's share levels stand as 1 : 2 : 4 to each other.
 */
export const SHARE_LEVELS = ['low', 'normal', 'high'] as const;
export type ShareLevel = (typeof SHARE_LEVELS)[number];

/** No limit: permille of its host's cycles that a guest may have. */
export const UNLIMITED = 1000;

export interface Vm extends VmPlan {
  readonly id: VmId;
  readonly tenant: TenantId;
  /** The request it was made for, or 0 when it was there before the match. */
  readonly request: RequestId | 0;
  readonly technique: Technique;
  /** Bits of its kernel, as its image has them. */
  readonly wordSize: WordSize;
  readonly host: HostId;
  /** The zone it was made for: where it goes back to from quarantine. */
  readonly home: ZoneId;
  /** Where it is being moved to, or 0. */
  readonly movingTo: HostId | 0;
  /** Whether what is copied of it on that way is encrypted: settled as the move begins (rule N22). */
  readonly moveEncrypted: boolean;
  readonly power: Power;
  readonly devices: readonly DeviceName[];
  /** Which disk and network card it sees. Where both are `para`, hardware assistance is called hybrid (rule K85). */
  readonly diskModel: DiskModel;
  readonly nicModel: NicModel;
  /**
   * Whether its host's kernel serves the rings of its network card (vhost), or the process of its devices
   * does. Of an emulated card it means nothing. Source: FACTS B08; libvirt takes vhost where it is there.
   */
  readonly vhost: boolean;
  /** Whether its display draws in three dimensions (`mks.enable3d`). Without a display it means nothing. */
  readonly accel3d: boolean;
  /** What it has for a network card: a virtual one, or hardware of its host's. */
  readonly card: Card;
  /**
   * Whether its port of the virtual switch is a trunk, by which frames of any VLAN come and go with their tags
   * (VLAN 4095, virtual guest tagging), or an access port, in one VLAN. Of a card of its own it means nothing.
   * Source: FACTS B48.
   */
  readonly trunk: boolean;
  /** Someone in it answers whoever asks its segment for an address by DHCP. Hidden from defenders. */
  readonly rogueDhcp: boolean;
  /** The VM that it was told to send through what is for other zones, or 0: its network's router. Hidden. */
  readonly gateway: VmId | 0;
  /** Filters for its exits alone, beside those of its host. They go with it. */
  readonly filters: readonly ExitFilter[];
  /** Channels between it and its host that guest tools keep open. */
  readonly tools: readonly Tool[];
  /** What a container was given of its host. */
  readonly grants: readonly Grant[];
  /** Whether an agent watches it from inside (sensor S3). */
  readonly agent: boolean;
  readonly snare: Snare;
  /** Whether it is shown the CPU's extension for virtualisation, which nesting takes beside its host's leave. */
  readonly nested: boolean;
  /** What was decided at the trap desk of exits of its, as long as that stands. */
  readonly rulings: readonly Ruling[];
  /**
   * Build of the device models in the process that runs it now: the host's as it was when that process
   * began. A patched host does not change code that is running already.
   */
  readonly deviceBuild: number;
  /** Builds of the guest's kernel and of the service it offers. */
  readonly kernel: number;
  readonly service: number;
  /** The service build that it had before it was last rolled back, or 0. */
  readonly revertedFrom: number;
  /** Whether its volume is encrypted with a key that goes when it goes. */
  readonly encrypted: boolean;
  /** Whether all its files are, with a key of a key server: memory that is saved with a snapshot as well (rule M23). */
  readonly filesEncrypted: boolean;
  /** Whether its memory is encrypted with a key that its host does not have (rule K61). */
  readonly memoryEncrypted: boolean;
  /** Somebody has encrypted its files on the datastore: it does not power on until it is rebuilt (rule K126). */
  readonly ransomed: boolean;
  /** Permille of its host's cycles that it may have at the most; `UNLIMITED` is no limit (rule R3). */
  readonly limit: number;
  /** Whether the cycles and the frames that it was promised are set apart for it (rule R4). */
  readonly reserved: boolean;
  readonly shares: ShareLevel;
  /**
   * Someone in it has it ask for more cycles than any machine has, and floods caches and disk (rule R6).
   * Hidden from defenders.
   */
  readonly burning: boolean;
  /**
   * One of its virtual CPUs delivers exceptions without end, and keeps a core of its host (rule K104). Hidden
   * from defenders.
   */
  readonly looping: boolean;
  /** Someone in it writes all the memory that it was promised, and holds it (rule A99). Hidden from defenders. */
  readonly hoards: boolean;
  /** Until when a lawful batch job has it ask for twice its cycles, or 0 (rule W8). */
  batchUntil: Tick;
  readonly foothold: Foothold;
  /** Whose foothold it is, or 0. */
  readonly intruder: AttackerId | 0;
  /** Who has code in the process that emulates its devices, or 0. Hidden from defenders. */
  readonly deviceProcess: AttackerId | 0;
  /** Who knows at which addresses that process lies, or 0. Hidden from defenders. Another process lies elsewhere. */
  readonly layoutKnownBy: AttackerId | 0;
  /** Whether anyone still answers for it. */
  readonly owner: 'present' | 'gone';
  /** Whoever answers for it is on leave, which looks the same (rule W22). Hidden from defenders. */
  readonly onLeave: boolean;
  /** Whether its tenant has been asked who answers for it since nobody did. */
  readonly ownerAsked: boolean;
  /** The image with whose random state it has made its keys, or 0: they are its own. Hidden from defenders. */
  readonly keysFrom: ImageId | 0;
  /** Its hypervisor tells it by an ID that it is a copy (VM generation ID), whereupon it reseeds. */
  readonly generationId: boolean;
  /** When it will have reseeded and made new keys, or 0. Hidden from defenders. */
  readonly reseedsAt: Tick;
  /** Keys that its image held when it was made from it, or 0 (rule A111). Hidden from defenders. */
  readonly leftSecret: AssetId | 0;
  /** When its lease ends, or 0. */
  readonly leaseEnds: Tick;
  /** In the order of the guest's own memory: the guest fills them from the first. */
  readonly memory: readonly FrameId[];
  /** Frames of other VMs of its host in which it reads what it would else have in frames of its own. */
  readonly merged: readonly FrameId[];
  /** How many frames of what it has written lie in its swap file, and the block of its host's that this is, or 0. */
  readonly swapped: number;
  readonly swapFile: BlockId | 0;
  readonly disk: readonly BlockId[];
  /**
   * What it has been promised beside these and does not use yet: at the host that it is being moved
   * to, or at its own while it is being given more.
   */
  readonly reservedMemory: readonly FrameId[];
  readonly reservedDisk: readonly BlockId[];
  /** Frames and blocks written so far: indexes into `memory` and `disk`. */
  filled: number;
  diskFilled: number;
  /** Ticks until the guest writes its next frame and block. */
  fillIn: number;
  /** Share of its demand it got, in permille, as of the last full second. */
  served: number;
  /** Flows that it lives on and that do not get through, as of the last full second. */
  cutOff: number;
  /** How often it left itself in the last full second, in what its technique calls that. */
  exits: number;
  /**
   * Permille of its kernel's code that is in its monitor's translation cache. Only binary translation has
   * one; it is empty in a new process, and is whole for every other technique.
   */
  translated: number;
  /** Milliseconds that its clock is behind, and what put it behind first; '' while it is right. */
  clockLag: number;
  clockCause: ClockCause | '';
  /** What keeps it from the result that it would have on real hardware, as of the last tick. */
  faults: readonly Fault[];
  /** When it is where the scheduler of the cluster moves it to; 0: nobody but people moves it. */
  arrivesAt: Tick;
  readonly bornAt: Tick;
  /**
   * When it was last made from its image, which is in the library's book; 0: before the match. This and what follows is left out
   * where images lie in no library.
   */
  readonly madeAt?: Tick;
  /** Its configuration is no longer what was approved of it, whoever changed it (rule M40). Hidden from defenders. */
  readonly drifted?: boolean;
  /** Its own tenant has shut it down and starts it again when it is needed: nothing is promised of it meanwhile. */
  readonly shutDown?: boolean;
}
