import type { AssetId, EvidenceId, FrameId, Tick, VmId } from './ids.ts';

/** A trace that an act leaves in the world, for those who look in the right place. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly tick: Tick;
  readonly kind: 'read-before-write';
  readonly vm: VmId;
  readonly frame: FrameId;
  /** What lay in the frame when it was read, or 0. */
  readonly held: AssetId | 0;
}
