import type { AttackerId, BlockId, HostId, SnapshotId, Tick, VmId } from '../ids.ts';
import type { Foothold } from './vm.ts';

/** The state of a VM as it was: whoever returns to it returns to its holes, and to its guests. */
export interface Snapshot {
  readonly id: SnapshotId;
  readonly vm: VmId;
  readonly host: HostId;
  /** The block of the host's disk that keeps it. */
  readonly block: BlockId;
  readonly takenAt: Tick;
  readonly kernel: number;
  readonly service: number;
  /** Whether the memory of the running VM was saved with it, in a file of its own (rule M21). */
  readonly memory: boolean;
  /** An intruder that was in it then comes back with it. */
  readonly foothold: Foothold;
  readonly intruder: AttackerId | 0;
}
