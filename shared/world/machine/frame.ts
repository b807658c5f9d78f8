import type { AssetId, FrameId, HostId, ImageId, VmId } from '../ids.ts';

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
  /** The image whose pages it holds as every VM of that image has them, or 0 (rule M11). */
  readonly image: ImageId | 0;
}
