import type { Fate, TrafficNature } from './evidence.ts';
import type {
  AlertId,
  AssetId,
  HostId,
  ImageId,
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
import type { Footing } from './machine/vm.ts';
import type { ServiceName } from './network.ts';
import type { PortSetting } from './zone.ts';

/** An alert about what led to a harm, and whether anybody had acknowledged it. */
export interface Warning {
  readonly alert: AlertId;
  /** Its name. */
  readonly sensor: string;
  readonly tick: Tick;
  readonly read: boolean;
}

/** How many of the packets that were seen came to an end of that kind, at that host, VM or zone (or 0). */
export type FateCount = readonly [fate: Fate['kind'], where: number, count: number];

/** How many packets an alert tells of. */
export const countOf = (fates: readonly FateCount[]): number =>
  fates.reduce((sum, [, , count]) => sum + count, 0);

/** What was seen. An alert says the observation, never the conclusion. */
export type Observation =
  /** Free frames of a host still hold an asset. */
  | { readonly kind: 'residue-free'; readonly asset: AssetId; readonly frames: number }
  /** Free blocks of a host's disk still hold an asset. */
  | { readonly kind: 'residue-blocks'; readonly asset: AssetId; readonly blocks: number }
  /** A frame that had been scrubbed is not empty. */
  | { readonly kind: 'scrubbed-not-empty'; readonly frames: number }
  /** A VM's frames hold data of another tenant that it never wrote; `read` of them it has read. */
  | {
      readonly kind: 'foreign-residue';
      readonly asset: AssetId;
      readonly frames: number;
      readonly read: number;
    }
  /** A VM reads memory or disk that it never wrote; what it read so far was empty. */
  | { readonly kind: 'searching'; readonly frames: number }
  /**
   * Packets of that nature from the alert's VM (0: from the internet) to `peer`, and of a scan to
   * `others` beside.
   */
  | {
      readonly kind: 'traffic';
      readonly nature: TrafficNature;
      readonly peer: VmId | 0;
      readonly service: ServiceName;
      readonly others: readonly (VmId | 0)[];
      /** What became of them, and of how many. */
      readonly fates: readonly FateCount[];
      /** Whether any of them was on the physical wire. */
      readonly crossed: boolean;
    }
  /** Records of flows: the alert's VM had never talked to `peer` and `others`, or never sent them so much. */
  | { readonly kind: 'new-pair'; readonly peer: VmId; readonly others: readonly VmId[] }
  | { readonly kind: 'new-bulk'; readonly peer: VmId; readonly others: readonly VmId[] }
  /** The alert's VM uses the MAC address of `peer`. */
  | { readonly kind: 'mac-changed'; readonly peer: VmId }
  /** An exit for a device, with its operand beside the bound that it is checked against. */
  | {
      readonly kind: 'exit';
      readonly device: DeviceName | '';
      readonly call: HypercallName | '';
      readonly operand: number;
      readonly bound: number;
    }
  /** A VM enters guests of its own: a hypervisor runs inside it. */
  | { readonly kind: 'nested-run' }
  /** A VM's kernel writes its debug registers; a core that runs the VM does not answer. */
  | { readonly kind: 'debug-registers' }
  | { readonly kind: 'core-stuck' }
  /** The disk of a host is full of what the device model of the alert's VM logs. */
  | { readonly kind: 'disk-full' }
  /** A container made a system call that it has no everyday use for. */
  | { readonly kind: 'syscall' }
  /** The process that emulates a VM's devices logged an error, or the host's kernel did while it served the VM. */
  | { readonly kind: 'process-error' }
  | { readonly kind: 'kernel-error' }
  /** What the performance counters of a host show while the alert's VM runs. */
  | { readonly kind: 'line-flushes' }
  | { readonly kind: 'set-evictions' }
  | { readonly kind: 'row-activations' }
  /** What the processes of a host's OS show. */
  | { readonly kind: 'device-child' }
  | { readonly kind: 'odd-path' }
  | { readonly kind: 'clipboard-taken' }
  | { readonly kind: 'mail-child' }
  | { readonly kind: 'vm-files-read' }
  | { readonly kind: 'edge-crossed' }
  | { readonly kind: 'runtime-written' }
  /** An investigation found a program of someone else that runs as a user of a host. */
  | { readonly kind: 'user-code' }
  /** In a guest a process began that it has no everyday use for, or one reads files by the thousand. */
  | { readonly kind: 'guest-process' }
  | { readonly kind: 'files-read' }
  /** A guest was given another gateway with its address than it had before. */
  | { readonly kind: 'gateway-changed' }
  /** Hardware stopped what the alert's VM had its own device do: the IOMMU, or its network card. */
  | { readonly kind: 'dma-fault' }
  | { readonly kind: 'interrupt-fault' }
  | { readonly kind: 'mac-spoofed' }
  | { readonly kind: 'steal' }
  | { readonly kind: 'swapping' }
  /** On a management network an address of a host's is claimed: by the alert's VM, or by its host. */
  | { readonly kind: 'vm-claims-host' }
  | { readonly kind: 'host-claims-host' }
  /** A tenant calls the portal's API far more often than anyone who rents a VM now and then. */
  | { readonly kind: 'api-calls'; readonly tenant: TenantId }
  /** A tenant launches VMs and gives them back within a minute. */
  | { readonly kind: 'launch-burst'; readonly tenant: TenantId }
  /** The alert's VM read the configuration of a device of its own. */
  | { readonly kind: 'config-read' }
  /** A VM was moved, or rolled back, or an image or policy was changed: by whom is not said. */
  | { readonly kind: 'moved'; readonly from: HostId; readonly to: HostId }
  | { readonly kind: 'reverted'; readonly from: number; readonly to: number }
  | { readonly kind: 'policy-edited'; readonly version: number }
  /** What the ports of a segment accept was changed. */
  | {
      readonly kind: 'port-setting';
      readonly zone: ZoneId;
      readonly setting: PortSetting;
      readonly to: 'accept' | 'reject';
    }
  /** Someone logged in to the alert's host from another host, or tried to. */
  | { readonly kind: 'host-login'; readonly from: HostId }
  | { readonly kind: 'host-login-refused'; readonly from: HostId }
  /** From the alert's VM (0: from the internet) SSH of its host is tried again and again, or it is asked by SLP. */
  | { readonly kind: 'ssh-burst' }
  | { readonly kind: 'slp-request' }
  /** From there somebody logged in to the host, or was refused. */
  | { readonly kind: 'admin-login' }
  | { readonly kind: 'admin-login-refused' }
  /** From the alert's VM (0: from the internet) somebody has a session at the management server. */
  | { readonly kind: 'server-session' }
  /** Files of snapshots are copied off a datastore by the alert's VM (0: from the internet), which is no host. */
  | { readonly kind: 'snapshot-export'; readonly store: StoreId }
  /** A store is mounted to be written to by the alert's VM (0: from the internet), which is no host. */
  | { readonly kind: 'store-mounted'; readonly store: StoreId }
  /** All files are read through a backup server, or restore points on it are deleted. */
  | { readonly kind: 'mass-read'; readonly repository: RepositoryId }
  | { readonly kind: 'copies-deleted'; readonly repository: RepositoryId }
  /** Somebody put more on the access list of a datastore than its hosts. */
  | { readonly kind: 'store-opened'; readonly store: StoreId }
  /** Somebody started a service of a host. */
  | { readonly kind: 'service-started'; readonly service: HostService }
  /** The kernel of a guest is not as it was made: code of someone else is in it. */
  | { readonly kind: 'kernel-altered' }
  /** What a host has booted and loaded is not what it should be. */
  | { readonly kind: 'measurement-differs' }
  /** Nobody answers for a VM any more, or its time is over. */
  | { readonly kind: 'orphan' }
  | { readonly kind: 'lease-over' }
  /** A VM has lacked a published fix for longer than whoever answers for one takes. */
  | { readonly kind: 'unpatched' }
  /** The alert's VM and `peer` have the same host keys. */
  | { readonly kind: 'duplicate-keys'; readonly peer: VmId }
  /** In an image lies what looks like a private key; an image is older than a published fix. */
  | { readonly kind: 'image-secret'; readonly image: ImageId }
  | { readonly kind: 'image-outdated'; readonly image: ImageId }
  /** The file of an image, or the configuration of the alert's VM, is not what is on record of it. */
  | { readonly kind: 'image-drift'; readonly image: ImageId }
  | { readonly kind: 'config-drift' }
  /** The configuration of the alert's VM was changed through the management plane. */
  | { readonly kind: 'config-edited' }
  /** An investigation found code of someone else, in that ring of the guest. */
  | { readonly kind: 'code-found'; readonly ring: Footing }
  /** An investigation found code of someone else in the process that emulates a VM's devices. */
  | { readonly kind: 'device-process' }
  /** An investigation found code of someone else below the guests of a host. */
  | { readonly kind: 'host-compromised' }
  /** A verification found a flow that a switch lets through and that is not meant to be. */
  | {
      readonly kind: 'open-door';
      readonly service: ServiceName;
      readonly doors: number;
      readonly why: 'unbound-port' | 'old-rules' | 'any-any';
    }
  /** A verification found flows to a VM that nobody meant and that no switch is asked about. */
  | { readonly kind: 'past-switch'; readonly service: ServiceName; readonly doors: number }
  /** A look that found nothing. */
  | { readonly kind: 'nothing-found' }
  /** A tenant's data is where it should not be; `rang`: what had told of it before. */
  | {
      readonly kind: 'complaint';
      readonly asset: AssetId;
      readonly tenant: TenantId;
      readonly rang: readonly Warning[];
    }
  /** Tenants say that a whole host is out of our control. */
  | { readonly kind: 'host-complaint'; readonly rang: readonly Warning[] }
  /** A tenant gets less than it was promised; and the pool is empty, and that tenant has the most of it. */
  | { readonly kind: 'shortage'; readonly tenant: TenantId | 0; readonly rang: readonly Warning[] }
  | { readonly kind: 'pool-empty'; readonly tenant: TenantId; readonly rang: readonly Warning[] }
  /** On the alert's host there is no disk left for anything new. */
  | { readonly kind: 'no-disk'; readonly rang: readonly Warning[] };

/** It waits for someone; someone has seen it, or dealt with it; or what it tells of is no longer so. */
export type AlertState = 'open' | 'acknowledged' | 'answered' | 'over';

export interface Alert {
  readonly id: AlertId;
  readonly tick: Tick;
  readonly sensor: string;
  readonly host: HostId | 0;
  readonly vm: VmId | 0;
  seen: Observation;
  /** When it was last seen. */
  latest: Tick;
  state: AlertState;
  /** When it ceased to be open, or 0. */
  closedAt: Tick;
}

/** Whether what it tells of is dealt with, or gone: seen once more, it is told of anew. */
export const isDone = ({ state }: Pick<Alert, 'state'>): boolean =>
  state === 'answered' || state === 'over';

/**
 * What alerts of one cause have in common: the same hole, or the same doings, of the same thing. One
 * transfer that three sensors see is one matter, and so is whatever lies in the free frames of a host.
 */
export function causeOf({ sensor, host, vm, seen }: Told): string {
  switch (seen.kind) {
    case 'traffic':
      // What comes from outside is a matter of whom it came to; a scan knocks at every door.
      if (vm !== 0) return `${seen.nature}/vm/${vm}`;
      return seen.nature === 'probe' ? 'probe/internet' : `${seen.nature}/to/${seen.peer}`;
    case 'residue-free':
    case 'residue-blocks':
    case 'scrubbed-not-empty':
      return `${seen.kind}/${host}`;
    case 'mail-child':
    case 'user-code':
    case 'vm-files-read':
      return `${seen.kind}/${host}`;
    case 'host-compromised':
    case 'host-complaint':
    case 'measurement-differs':
      return `fallen/${host}`;
    case 'host-claims-host':
      return `claims/${host}`;
    case 'ssh-burst':
    case 'slp-request':
    case 'admin-login':
    case 'admin-login-refused':
      return `${seen.kind}/${host}/${vm}`;
    case 'store-mounted':
      return `store-mounted/${seen.store}/${vm}`;
    case 'snapshot-export':
      return `store/${seen.store}/${vm}`;
    case 'mass-read':
    case 'copies-deleted':
      return `${seen.kind}/${seen.repository}`;
    case 'store-opened':
      return `store-opened/${seen.store}`;
    case 'service-started':
      return `service/${host}/${seen.service}`;
    case 'host-login':
      return `login/${host}`;
    case 'host-login-refused':
      return `login-from/${seen.from}`;
    case 'foreign-residue':
    case 'searching':
      return `residue-read/${vm}`;
    case 'orphan':
    case 'lease-over':
      return `unwanted/${vm}`;
    case 'image-secret':
    case 'image-outdated':
    case 'image-drift':
      return `${seen.kind}/${seen.image}`;
    case 'exit':
      return `exit/${vm}/${seen.device || seen.call}`;
    case 'open-door':
      return `open-door/${host}/${seen.why}`;
    case 'policy-edited':
      return seen.kind;
    case 'port-setting':
      return `port-setting/${seen.zone}`;
    case 'complaint':
      return `complaint/${seen.asset}`;
    case 'api-calls':
    case 'launch-burst':
    case 'pool-empty':
      return `${seen.kind}/${seen.tenant}`;
    case 'shortage':
      return `shortage/${host}`;
    // Whichever guest's log it is: it is one disk.
    case 'disk-full':
    case 'no-disk':
      return `disk-full/${host}`;
    case 'nothing-found':
      return `nothing-found/${sensor}/${host}/${vm}`;
    default:
      return `${seen.kind}/${vm}`;
  }
}

/** As much of an alert as its cause is told by. */
type Told = {
  readonly sensor: string;
  readonly host: number;
  readonly vm: number;
  readonly seen: Observation;
};
