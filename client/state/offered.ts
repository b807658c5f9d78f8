import type { FrameRow } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { Args } from '../net/link.ts';
import { framesOf, rowOf, tenantOfAsset, tenantsLeftIn } from './rows.ts';

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

/**
 * What creating a VM for a request on a host would hand out: the allocator takes from the end of
 * the free list (rule M4). `null` when the arguments are about something else.
 */
export function offerOf(view: BlueView, args: Args): Offer | null {
  const request = typeof args.request === 'number' ? rowOf(view, 'requests', args.request) : null;
  const host = typeof args.host === 'number' ? rowOf(view, 'hosts', args.host) : null;
  if (request === null || host === null || request.kind !== 'create') return null;
  const frames = host.free.slice(Math.max(0, host.free.length - request.frames)).reverse();
  const cleared = host.scrub === 'on-allocate';
  const dirty = cleared ? [] : framesOf(view, frames).filter((frame) => frame.residue !== 0);
  return {
    frames,
    dirty,
    tenants: tenantsLeftIn(view, dirty),
    harmless: dirty.every((frame) => tenantOfAsset(view, frame.residue) === request.tenant),
  };
}
