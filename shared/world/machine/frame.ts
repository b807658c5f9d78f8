import type { AssetId, FrameId, HostId, VmId } from '../ids.ts';

/** A piece of a host's memory: it stands for 256 MiB. */
export interface Frame {
  readonly id: FrameId;
  readonly host: HostId;
  /** The VM it belongs to, or 0 when it is free. */
  readonly owner: VmId | 0;
  /** What its owner has written in it since it was allocated, or 0. */
  readonly content: AssetId | 0;
  /** What an earlier owner wrote and nobody has overwritten since, or 0 (rules M2, M3). */
  readonly residue: AssetId | 0;
}
