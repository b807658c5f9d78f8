/**
 * Branded integer ids. An id is an index into its table and is never reused; 0 is "none", so every
 * table starts with a hole.
 */
declare const brand: unique symbol;

export type Id<Kind extends string> = number & { readonly [brand]: Kind };

export type HostId = Id<'host'>;
export type VmId = Id<'vm'>;
export type FrameId = Id<'frame'>;
export type BlockId = Id<'block'>;
export type SnapshotId = Id<'snapshot'>;
export type StoreId = Id<'store'>;
export type RepositoryId = Id<'repository'>;
export type CopyId = Id<'copy'>;
export type ImageId = Id<'image'>;
export type FlawId = Id<'flaw'>;
export type SegmentId = Id<'segment'>;
export type FlowId = Id<'flow'>;
export type ZoneId = Id<'zone'>;
export type TenantId = Id<'tenant'>;
export type AssetId = Id<'asset'>;
export type RequestId = Id<'request'>;
export type JobId = Id<'job'>;
export type SeatId = Id<'seat'>;
export type AlertId = Id<'alert'>;
export type EvidenceId = Id<'evidence'>;
export type HeldId = Id<'held'>;
export type BreachId = Id<'breach'>;
export type OperationId = Id<'operation'>;
export type AttackerId = Id<'attacker'>;

/** Position of an event in the match's history. 0 is the scenario itself. */
export type Seq = Id<'seq'>;

/** Match time in ticks of 200 ms. */
export type Tick = number;

export const TICKS_PER_SECOND = 5;
export const TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;

/** Seconds of match time to ticks. */
export const seconds = (n: number): Tick => Math.trunc(n * TICKS_PER_SECOND);

/** The id that means "nothing". */
export const NONE = 0;

/** The scenario as a cause: what was so before the first tick. */
export const SCENARIO: Seq = 0 as Seq;
