import type { AssetId, BlockId, EvidenceId, FrameId, HostId, Tick, VmId, ZoneId } from './ids.ts';
import type { DeviceName } from './machine/host.ts';
import type { HypercallName } from './machine/hypercall.ts';
import type { ServiceName } from './network.ts';

/** What packets looked like to someone who saw them. */
export type TrafficNature = 'probe' | 'exploit' | 'bulk' | 'arp-claim';

/** What became of packets: they got to where they were sent, or who stopped them. */
export type Fate =
  | { readonly kind: 'delivered' }
  /** The rules of that host's switch did not allow them. */
  | { readonly kind: 'denied'; readonly host: HostId }
  /** That VM, at one end of them, is in quarantine. */
  | { readonly kind: 'quarantined'; readonly vm: VmId }
  /** Addresses are bound to the ports of that zone, and theirs was another's. */
  | { readonly kind: 'inspected'; readonly zone: ZoneId }
  /** An IPS stopped them: in the switch of that host, or (0) on the physical wire. */
  | { readonly kind: 'blocked'; readonly host: HostId | 0 }
  /** The IPS in that host's switch cannot keep up, and drops every packet. */
  | { readonly kind: 'dropped'; readonly host: HostId }
  /** Nobody was there to hear them: that VM is off, or in another segment. */
  | { readonly kind: 'unheard'; readonly vm: VmId };

/**
 * What stands out in performance counters: lines thrown out of the cache by name (`clflush`) and loaded
 * again; whole sets of the cache filled over and over; rows of memory activated over and over.
 */
export type CounterSign = 'line-flushes' | 'set-evictions' | 'row-activations';

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
  /** A system call that a container has no everyday use for. */
  | { readonly kind: 'syscall'; readonly vm: VmId; readonly host: HostId }
  /** What the counters of that host's CPU and memory show while that VM runs. */
  | {
      readonly kind: 'counters';
      readonly vm: VmId;
      readonly host: HostId;
      readonly shows: CounterSign;
    }
  /** Code of someone else runs in a guest: only a look inside finds it. */
  | { readonly kind: 'intrusion'; readonly vm: VmId };

export type Evidence = Trace & { readonly id: EvidenceId; readonly tick: Tick };
