import type { AlertId, AssetId, HostId, SeatId, TenantId, Tick, VmId } from './ids.ts';

/** Sensors as numbered in the course (S1 to S14), and people who tell us things. */
export type SensorName = 'S7' | 'investigation' | 'tenant';

/** What was seen. An alert says the observation, never the conclusion. */
export type Observation =
  /** Free frames of a host still hold an asset. */
  | { readonly kind: 'residue-free'; readonly asset: AssetId; readonly frames: number }
  /** A VM's frames hold data of another tenant that it never wrote; `read` of them it has read. */
  | {
      readonly kind: 'foreign-residue';
      readonly asset: AssetId;
      readonly frames: number;
      readonly read: number;
    }
  /** A VM reads memory that it never wrote; what it read so far was empty. */
  | { readonly kind: 'searching'; readonly frames: number }
  /** An investigation that found nothing. */
  | { readonly kind: 'nothing-found' }
  /** A tenant's data is where it should not be. */
  | { readonly kind: 'complaint'; readonly asset: AssetId; readonly tenant: TenantId };

export type AlertState = 'open' | 'acknowledged' | 'over';

export interface Alert {
  readonly id: AlertId;
  readonly tick: Tick;
  readonly sensor: SensorName;
  readonly host: HostId | 0;
  readonly vm: VmId | 0;
  seen: Observation;
  state: AlertState;
  acknowledgedBy: SeatId | 0;
}
