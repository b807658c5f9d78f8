import type { AssetId, BreachId, HostId, Seq, TenantId, Tick, VmId } from './ids.ts';

export type HarmKind = 'leak';

/** A harm that landed. Open while it still bleeds. */
export interface Breach {
  readonly id: BreachId;
  readonly kind: HarmKind;
  readonly asset: AssetId;
  readonly victim: TenantId;
  readonly vm: VmId;
  readonly host: HostId;
  readonly weight: number;
  readonly tick: Tick;
  /** The event that did it. */
  readonly harm: Seq;
  /** Harm that has landed so far. */
  landed: number;
  open: boolean;
  /** When the defenders learned of it, or 0. */
  discoveredAt: Tick;
}
