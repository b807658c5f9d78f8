import type { Fate, TrafficNature } from './evidence.ts';
import type { AlertId, AssetId, HostId, TenantId, Tick, VmId, ZoneId } from './ids.ts';
import type { DeviceName } from './machine/host.ts';
import type { HypercallName } from './machine/hypercall.ts';
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
  /** A container made a system call that it has no everyday use for. */
  | { readonly kind: 'syscall' }
  /** What the performance counters of a host show while the alert's VM runs. */
  | { readonly kind: 'line-flushes' }
  | { readonly kind: 'set-evictions' }
  | { readonly kind: 'row-activations' }
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
  /** Nobody answers for a VM any more, or its time is over. */
  | { readonly kind: 'orphan' }
  | { readonly kind: 'lease-over' }
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
  | { readonly kind: 'host-complaint'; readonly rang: readonly Warning[] };

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
    case 'host-compromised':
    case 'host-complaint':
      return `fallen/${host}`;
    case 'foreign-residue':
    case 'searching':
      return `residue-read/${vm}`;
    case 'orphan':
    case 'lease-over':
      return `unwanted/${vm}`;
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
