import type { AssetId, BlockId, HostId, SnapshotId, VmId } from '../ids.ts';

/** A piece of a host's disk: it stands for 4 GiB. */
export interface Block {
  readonly id: BlockId;
  readonly host: HostId;
  /** The VM whose volume it is in, or 0: it is free, a snapshot's, or a log's. */
  readonly owner: VmId | 0;
  /** The snapshot that it keeps, or 0. */
  readonly snapshot: SnapshotId | 0;
  /** What its owner has written in it since it was allocated, or 0. */
  readonly content: AssetId | 0;
  /** What an earlier owner wrote and nobody has overwritten since, or 0. */
  readonly residue: AssetId | 0;
  /** The residue is ciphertext whose key is gone: it can be read and says nothing. */
  readonly sealed: boolean;
}
