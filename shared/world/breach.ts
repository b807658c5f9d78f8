import type { AssetId, BreachId, HostId, Seq, TenantId, Tick, VmId } from './ids.ts';

/**
 * `leak`: data in the wrong hands. `takeover`: an attacker runs code below the guests of a host. `starved`: a
 * VM takes from its neighbours what they were promised of a host. `exhausted`: one tenant has taken the whole
 * pool. `squeezed`: what others had in memory went to their host's disk, for a VM that holds all it was promised.
 * `flooded`: what a device model logs has filled its host's disk. The last four are over when what was taken is
 * there again.
 */
export type HarmKind = 'leak' | 'takeover' | 'starved' | 'exhausted' | 'squeezed' | 'flooded';

/** A harm that landed. Open while it still bleeds. */
export interface Breach {
  readonly id: BreachId;
  readonly kind: HarmKind;
  /** What leaked; 0 for every other kind. */
  readonly asset: AssetId | 0;
  /** Whose it was, or who goes short; 0 where it is everyone's on that host, or in the pool. */
  readonly victim: TenantId | 0;
  /** The VM that it was done from, and its host; for a takeover, the host that fell. */
  readonly vm: VmId;
  readonly host: HostId;
  readonly weight: number;
  /** Of a takeover: the VMs that it was charged for, alike. */
  readonly charged: readonly VmId[];
  readonly tick: Tick;
  /** The event that did it. */
  readonly harm: Seq;
  /** Harm that has landed so far. */
  landed: number;
  open: boolean;
  /** When the defenders learned of it, or 0. */
  discoveredAt: Tick;
}
