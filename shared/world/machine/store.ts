import type { AttackerId, CopyId, HostId, RepositoryId, StoreId, Tick, VmId } from '../ids.ts';
import type { ZoneName } from '../zone.ts';
import type { Foothold } from './vm.ts';

/**
 * A datastore: files on a network of their own, mounted by hosts. All that a VM is lies there: its configuration, its disks,
 * its snapshots, and the memory that was saved with them. Who mounts the store reads and copies them, and none of the VMs
 * notices. Source: FACTS B31, B36; NIST SP 800-125 §3.3.
 */
export interface Store {
  readonly id: StoreId;
  /** The hosts that mount it. A VM's files lie on the first store of its host. */
  readonly hosts: readonly HostId[];
  /** Zones from which machines mount it as hosts do: its access list was never narrowed to hosts (rule M20). */
  readonly reachedFrom: readonly ZoneName[];
  /**
   * It is the library of images: no host has VMs on it, and whoever mounts it writes images. Left out where a scenario has none,
   * and so is what follows.
   */
  readonly library?: boolean;
  /**
   * What lies there is verified before it is started: of a library the signature of an image as a VM is made from it, of others
   * the hash of a VM's configuration as it is powered on (rules G21, M41).
   */
  readonly verified?: boolean;
}

/**
 * A backup repository: a server of its own on the storage network, which copies VMs at its hours. Whoever has code on it has the
 * soft copy of every VM, and none of them is touched. Source: FACTS B46.
 */
export interface Repository {
  readonly id: RepositoryId;
  /** Of its software, which is patched by itself (rule M25). */
  readonly build: number;
  /** Zones from which packets get to it (rule M24). */
  readonly reachedFrom: readonly ZoneName[];
  /** Whether what is copied is encrypted with a key that does not lie on it. */
  readonly encrypted: boolean;
  /** Whether nobody deletes a copy before its time, not even its administrator. */
  readonly immutable: boolean;
}

/** A restore point: a VM as it was when it was copied, with its holes, and with whoever was in it. */
export interface Copy {
  readonly id: CopyId;
  readonly repository: RepositoryId;
  readonly vm: VmId;
  readonly takenAt: Tick;
  readonly kernel: number;
  readonly service: number;
  readonly foothold: Foothold;
  readonly intruder: AttackerId | 0;
}
