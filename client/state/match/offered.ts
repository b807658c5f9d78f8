import { hostFixOf } from '../../../shared/view/advisories.ts';
import type { FrameRow, HostRow } from '../../../shared/view/machine-rows.ts';
import {
  framesOf,
  rowOf,
  tenantOfAsset,
  tenantsLeftIn,
  vmsOn,
} from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Args } from '../../net/link.ts';

export interface Offer {
  /** Frames the VM would be given, in the order of its memory. */
  readonly frames: readonly number[];
  /** Those that still hold what an earlier owner left. */
  readonly dirty: readonly FrameRow[];
  /** Whose it is. */
  readonly tenants: readonly number[];
  /** Whether all that is left in them is the asking tenant's own, which harms nobody. */
  readonly harmless: boolean;
}

/** Frames that an order would hand out, of which host and to whom. */
interface Handing {
  readonly host: HostRow;
  readonly tenant: number;
  readonly frames: number;
}

function handing(view: BlueView, args: Args): Handing | null {
  const request = typeof args.request === 'number' ? rowOf(view, 'requests', args.request) : null;
  const host = typeof args.host === 'number' ? rowOf(view, 'hosts', args.host) : null;
  if (request?.kind === 'create') {
    return host && { host, tenant: request.tenant, frames: request.frames };
  }
  const vm = rowOf(view, 'vms', request?.kind === 'grow' ? request.vm : Number(args.vm));
  if (vm === null) return null;
  if (request !== null) {
    const own = rowOf(view, 'hosts', vm.host);
    return own && { host: own, tenant: vm.tenant, frames: request.frames };
  }
  // Moved to another host, a VM is given that host's frames.
  if (host === null || host.id === vm.host) return null;
  return { host, tenant: vm.tenant, frames: vm.memory.length + vm.merged.length };
}

/**
 * What making, growing or moving a VM would hand out: the allocator takes from the end of the free
 * list (rule M4). `null` when the arguments are about something else.
 */
export function offerOf(view: BlueView, args: Args): Offer | null {
  const what = handing(view, args);
  if (what === null) return null;
  const { host, tenant } = what;
  const frames = host.free.slice(Math.max(0, host.free.length - what.frames)).reverse();
  const cleared = host.scrub === 'on-allocate';
  const dirty = cleared ? [] : framesOf(view, frames).filter((frame) => frame.residue !== 0);
  return {
    frames,
    dirty,
    tenants: tenantsLeftIn(view, dirty),
    harmless: dirty.every((frame) => tenantOfAsset(view, frame.residue) === tenant),
  };
}

/** What else would be so at the host that a VM is made on or moved to. */
export interface Follows {
  readonly host: number;
  /** Free frames that would be left there. */
  readonly left: number;
  /** Other tenants whose VMs are there already. */
  readonly neighbours: readonly number[];
  /** The build that mends a published flaw of the host, or 0 when it has none. */
  readonly fix: number;
}

/** What follows from making or moving a VM; `null` when the arguments are about something else. */
export function followsOf(view: BlueView, args: Args): Follows | null {
  const what = handing(view, args);
  if (what === null || typeof args.host !== 'number') return null;
  const { host, tenant, frames } = what;
  const others = vmsOn(view, host.id).map((vm) => vm.tenant);
  const fix = hostFixOf(view, host);
  return {
    host: host.id,
    left: Math.max(0, host.free.length - frames),
    neighbours: [...new Set(others)].filter((one) => one !== tenant).sort((a, b) => a - b),
    fix: host.build < fix ? fix : 0,
  };
}
