import type { HostId, StoreId } from '../ids.ts';
import type { ZoneName } from '../zone.ts';

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
}
