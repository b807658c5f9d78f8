import type {
  AssetId,
  BlockId,
  EvidenceId,
  FrameId,
  HostId,
  RepositoryId,
  StoreId,
  TenantId,
  Tick,
  VmId,
  ZoneId,
} from './ids.ts';
import type { DeviceName } from './machine/host.ts';
import type { HypercallName } from './machine/hypercall.ts';
import type { HostService } from './machine/management.ts';
import type { ServiceName } from './network.ts';

/** What packets looked like to someone who saw them. */
export type TrafficNature = 'probe' | 'exploit' | 'bulk' | 'arp-claim' | 'tagged' | 'dhcp-offer';

/** What became of packets: they got to where they were sent, or who stopped them. */
export type Fate =
  | { readonly kind: 'delivered' }
  /** The rules of that host's switch did not allow them. */
  | { readonly kind: 'denied'; readonly host: HostId }
  /** That VM, at one end of them, is in quarantine. */
  | { readonly kind: 'quarantined'; readonly vm: VmId }
  /** Addresses are bound to the ports of that zone, and theirs was another's. */
  | { readonly kind: 'inspected'; readonly zone: ZoneId }
  /** The DHCP guard of that zone takes what a DHCP server says from no VM. */
  | { readonly kind: 'guarded'; readonly zone: ZoneId }
  /** An IPS stopped them: in the switch of that host, or (0) on the physical wire. */
  | { readonly kind: 'blocked'; readonly host: HostId | 0 }
  /** The IPS in that host's switch cannot keep up, and drops every packet. */
  | { readonly kind: 'dropped'; readonly host: HostId }
  /** Nobody was there to hear them: that VM is off, or in another segment. */
  | { readonly kind: 'unheard'; readonly vm: VmId };

/**
 * What stands out in performance counters: lines thrown out of the cache by name (`clflush`) and loaded
 * again; whole sets of the cache filled over and over; rows of memory activated over and over; how long
 * guests that could run wait for a CPU while that one runs (steal time); how much of its neighbours' memory is
 * written to the host's disk while that one is given more.
 */
export type CounterSign =
  | 'line-flushes'
  | 'set-evictions'
  | 'row-activations'
  | 'steal'
  | 'swapping';

/**
 * What stands out among the processes of a host: the process of a VM's devices starts a program, or
 * reaches a path outside the folder that it shares, or takes what was copied; mail starts a program; a program
 * reads the files of VMs; a process crosses the edge of a container; one opens the runtime to write to it.
 */
export type HostSign =
  | 'device-child'
  | 'odd-path'
  | 'clipboard-taken'
  | 'mail-child'
  | 'vm-files-read'
  | 'edge-crossed'
  | 'runtime-written';

/**
 * What shows of a guest's own device. Hardware stops and counts DMA outside its guest's frames, a forged interrupt, and a
 * frame of a virtual function from a MAC address that is not its own; and its configuration space is read and
 * written through the hypervisor, whoever drives the rest of it (VFIO, Xen's pciback).
 */
export type DeviceSign = 'dma' | 'interrupt' | 'mac' | 'config';

/** A trace that something leaves in the world, for those who look in the right place. */
export type Trace =
  /** A guest read a frame that it had not written; `held` is what lay in it, or 0. */
  | {
      readonly kind: 'read-before-write';
      readonly vm: VmId;
      readonly frame: FrameId;
      readonly held: AssetId | 0;
    }
  | {
      readonly kind: 'block-read-before-write';
      readonly vm: VmId;
      readonly block: BlockId;
      readonly held: AssetId | 0;
    }
  /** Packets, with the places that they passed: `uplink` is the physical wire. */
  | {
      readonly kind: 'traffic';
      readonly nature: TrafficNature;
      readonly vm: VmId | 0;
      readonly peer: VmId | 0;
      readonly service: ServiceName;
      readonly switches: readonly HostId[];
      readonly uplink: boolean;
      readonly fate: Fate;
    }
  /** A port of that host's switch takes on the MAC address of another VM. */
  | {
      readonly kind: 'mac-change';
      readonly vm: VmId;
      readonly peer: VmId;
      readonly host: HostId;
    }
  /** That VM takes what it sends to other zones to another gateway, a VM, from now on. */
  | { readonly kind: 'gateway-change'; readonly vm: VmId; readonly peer: VmId }
  /** An exit that is not everyday business. */
  | {
      readonly kind: 'exit';
      readonly vm: VmId;
      readonly host: HostId;
      readonly device: DeviceName | '';
      readonly call: HypercallName | '';
      readonly operand: number;
      readonly bound: number;
    }
  /** A frame changed after it had been scrubbed. */
  | { readonly kind: 'write-after-scrub'; readonly host: HostId; readonly frame: FrameId }
  /** A guest of a guest was entered (VMRUN): a hypervisor runs inside it. */
  | { readonly kind: 'nested-run'; readonly vm: VmId; readonly host: HostId }
  /** A guest's kernel writes its debug registers: where the host keeps them for itself that is an exit. */
  | { readonly kind: 'debug-registers'; readonly vm: VmId; readonly host: HostId }
  /** A core that runs that guest takes no interrupt any more. */
  | { readonly kind: 'core-stuck'; readonly vm: VmId; readonly host: HostId }
  /** What the device model of that guest logs has filled the disk of its host. */
  | { readonly kind: 'disk-full'; readonly vm: VmId; readonly host: HostId }
  /** A system call that a container has no everyday use for. */
  | { readonly kind: 'syscall'; readonly vm: VmId; readonly host: HostId }
  /** The process that emulates a VM's devices wrote down an error of its own, or its host's kernel did. */
  | { readonly kind: 'process-error'; readonly vm: VmId; readonly host: HostId }
  | { readonly kind: 'kernel-error'; readonly vm: VmId; readonly host: HostId }
  /** What the counters of that host's CPU and memory show while that VM runs. */
  | {
      readonly kind: 'counters';
      readonly vm: VmId;
      readonly host: HostId;
      readonly shows: CounterSign;
    }
  /** A login at the management interface of a host from another host, and whether its credential was right. */
  | {
      readonly kind: 'login';
      readonly from: HostId;
      readonly host: HostId;
      readonly taken: boolean;
    }
  /** Among the processes of that host; `vm` is the guest that it has to do with, or 0. */
  | {
      readonly kind: 'host-process';
      readonly host: HostId;
      readonly vm: VmId | 0;
      readonly shows: HostSign;
    }
  /** Something shows of what the guest does with a device of its own. */
  | {
      readonly kind: 'own-device';
      readonly vm: VmId;
      readonly host: HostId;
      readonly shows: DeviceSign;
    }
  /**
   * ARP on a management network: somebody claims the address of a host there, a VM that is on it by mistake or (0)
   * that host; `uplink` is whether it came to the physical wire.
   */
  | {
      readonly kind: 'management-claim';
      readonly vm: VmId | 0;
      readonly host: HostId;
      readonly uplink: boolean;
    }
  /**
   * Packets to a service of that host's management interface, from a VM or (0) the internet; `many`: again and again, and
   * `taken`: whether a login came of them.
   */
  | {
      readonly kind: 'management-access';
      readonly vm: VmId | 0;
      readonly host: HostId;
      readonly service: HostService;
      readonly many: boolean;
      readonly taken: boolean;
    }
  /** A session at the management server from a VM, or (0) the internet. */
  | { readonly kind: 'server-session'; readonly vm: VmId | 0 }
  /** Files of snapshots are copied off a datastore, by a VM or (0) from the internet. */
  | { readonly kind: 'store-read'; readonly vm: VmId | 0; readonly store: StoreId }
  /** A store is mounted to be written to, by a VM or (0) from the internet, and by no host. */
  | { readonly kind: 'store-mounted'; readonly vm: VmId | 0; readonly store: StoreId }
  /** All files are read through a backup server, at its hour or by whoever has code on it: they look alike. */
  | { readonly kind: 'backup-read'; readonly repository: RepositoryId }
  /** A tenant calls the portal's API over and over: what is free, how much it may have. */
  | { readonly kind: 'api-calls'; readonly tenant: TenantId }
  /** A tenant gave back a VM that it had launched less than a minute before. */
  | { readonly kind: 'short-lived'; readonly tenant: TenantId }
  /** Code of someone else runs in a guest: only a look inside finds it. */
  | { readonly kind: 'intrusion'; readonly vm: VmId };

export type Evidence = Trace & { readonly id: EvidenceId; readonly tick: Tick };
