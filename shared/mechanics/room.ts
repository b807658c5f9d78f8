import type { HostId, TenantId } from '../world/ids.ts';
import type { Misfit, Technique, VmPlan } from '../world/machine/vm.ts';
import { type Deep, find } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { dedicatedTo, isClosedTo } from './pool/dedication.ts';
import { misfit } from './technique/technique.ts';

/** Why a host cannot take a VM in. */
export type Obstacle =
  | { readonly kind: 'no-host' }
  | { readonly kind: 'misfit'; readonly reason: Misfit }
  /** Its memory is encrypted. */
  | { readonly kind: 'sealed' }
  /** It runs on hardware of the host that it is on, whose state nobody can move (rule K91). */
  | { readonly kind: 'own-device' }
  /** One of its virtual CPUs cannot be paused: the core that it runs on does not answer (rule K104). */
  | { readonly kind: 'core-stuck' }
  /** It is set apart for another tenant (rule M30). */
  | { readonly kind: 'dedicated'; readonly tenant: TenantId | 0 }
  | { readonly kind: 'frames' | 'blocks'; readonly free: number; readonly wanted: number };

/** What a VM takes of a host, and whose it is. */
export type Wanted = Pick<Deep<VmPlan>, 'image' | 'frames' | 'blocks'> & {
  readonly technique: Technique;
  readonly tenant: TenantId;
};

/**
 * Why a host cannot run such a VM now, or `null`: it can run it (K1) and has the room for it.
 * @param room frames that it has for it, in place of those that are free: what is new may be promised (rule R10),
 *   what is moved has to be put somewhere
 */
export function obstacle(
  world: ReadonlyWorld,
  host: HostId,
  wanted: Wanted,
  room?: number,
): Obstacle | null {
  const place = find(world.hosts, host);
  const image = find(world.images, wanted.image);
  if (!place || !image || place.retired) return { kind: 'no-host' };
  const reason = misfit(place, image, wanted.technique);
  if (reason !== null) return { kind: 'misfit', reason };
  if (isClosedTo(world, host, wanted.tenant)) {
    return { kind: 'dedicated', tenant: dedicatedTo(world, host) };
  }
  const frames = room ?? place.free.length;
  if (frames < wanted.frames) return { kind: 'frames', free: frames, wanted: wanted.frames };
  const blocks = place.freeBlocks.length;
  if (blocks < wanted.blocks) return { kind: 'blocks', free: blocks, wanted: wanted.blocks };
  return null;
}
