import type { AssetId, BreachId, HostId, Seq, TenantId, Tick, VmId } from './ids.ts';

/** `leak`: data in the wrong hands. `takeover`: an attacker runs code below the guests of a host. */
export type HarmKind = 'leak' | 'takeover';

/** A harm that landed. Open while it still bleeds. */
export interface Breach {
  readonly id: BreachId;
  readonly kind: HarmKind;
  /** What leaked; 0 for a takeover. */
  readonly asset: AssetId | 0;
  /** Whose it was; 0 for a takeover, which is everyone's on that host. */
  readonly victim: TenantId | 0;
  /** The VM that it was done from, and its host; for a takeover, the host that fell. */
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
