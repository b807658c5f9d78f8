import type { DeviceName } from './host.ts';
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
} from './ids.ts';
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
export type Technique = (typeof TECHNIQUES)[number];

/** Why a guest cannot be run by a technique on a host. */
export type Misfit =
  /** Hardware assistance takes a virtualisation extension (VT-x, AMD-V). */
  | 'no-extension'
  /** A closed kernel cannot be ported to hypercalls. */
  | 'closed-kernel'
  /** A container needs a host that shares its kernel, and such a host runs nothing else. */
  | 'no-shared-kernel'
  | 'only-containers';

/** Where an attacker has code in a guest: ring 3 or ring 0 of the guest. Hidden from defenders. */
export type Foothold = 'none' | 'user' | 'kernel';

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

export interface Vm extends VmPlan {
  readonly id: VmId;
  readonly tenant: TenantId;
  /** The request it was made for, or 0 when it was there before the match. */
  readonly request: RequestId | 0;
  readonly technique: Technique;
  readonly host: HostId;
  /** The zone it was made for: where it goes back to from quarantine. */
  readonly home: ZoneId;
  /** Where it is being moved to, or 0. */
  readonly movingTo: HostId | 0;
  readonly power: Power;
  readonly devices: readonly DeviceName[];
  /** Builds of the guest's kernel and of the service it offers. */
  readonly kernel: number;
  readonly service: number;
  /** The service build that it had before it was last rolled back, or 0. */
  readonly revertedFrom: number;
  /** Whether its volume is encrypted with a key that goes when it goes. */
  readonly encrypted: boolean;
  readonly foothold: Foothold;
  /** Whose foothold it is, or 0. */
  readonly intruder: AttackerId | 0;
  /** An attacker has code in the process that emulates its devices. Hidden from defenders. */
  readonly deviceProcess: boolean;
  /** Whether anyone still answers for it. */
  readonly owner: 'present' | 'gone';
  /** When its lease ends, or 0. */
  readonly leaseEnds: Tick;
  /** In the order of the guest's own memory: the guest fills them from the first. */
  readonly memory: readonly FrameId[];
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
  /** Exits (or system calls of a container) in the last full second. */
  exits: number;
  readonly bornAt: Tick;
}
