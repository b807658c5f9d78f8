import type { AssetId, FrameId, HostId, RequestId, TenantId, Tick, VmId, ZoneId } from './ids.ts';

/** A destroyed VM has no row. */
export type Power = 'provisioning' | 'running' | 'stopped';

/** How the guest is isolated from the host. */
export type Technique = 'hvm';

/** What a VM does for its tenant. */
export type WorkloadName =
  | 'payments'
  | 'settlement'
  | 'ledger-db'
  | 'patient-db'
  | 'booking'
  | 'storefront'
  | 'order-queue'
  | 'analytics';

/** Where an attacker has code in a guest. Hidden from defenders. */
export type Foothold = 'none' | 'user' | 'kernel';

/** What a tenant asks a VM to be. */
export interface VmPlan {
  readonly workload: WorkloadName;
  readonly zone: ZoneId;
  readonly asset: AssetId;
  /** Memory, in frames. */
  readonly frames: number;
  /** How many of those frames the workload ever writes. */
  readonly fills: number;
  /** Guest work wanted in one tick, in kilocycles. */
  readonly demand: number;
}

export interface Vm extends VmPlan {
  readonly id: VmId;
  readonly tenant: TenantId;
  /** The request it was made for, or 0 when it was there before the match. */
  readonly request: RequestId | 0;
  readonly technique: Technique;
  readonly host: HostId;
  readonly power: Power;
  readonly foothold: Foothold;
  /** In the order of the guest's own memory: the guest fills them from the first. */
  readonly memory: readonly FrameId[];
  /** Frames written so far: an index into `memory`. */
  filled: number;
  /** Ticks until the guest writes its next frame. */
  fillIn: number;
  /** Share of its demand it got, in permille, as of the last full second. */
  served: number;
  readonly bornAt: Tick;
}
