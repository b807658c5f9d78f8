import type { TenantId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';

/** Frames that a tenant's VMs have been promised in all. */
export function framesOf(world: ReadonlyWorld, tenant: TenantId): number {
  let sum = 0;
  for (const vm of rows(world.vms)) if (vm.tenant === tenant) sum += vm.frames;
  return sum;
}

/** What a tenant's quota leaves of so many frames more, or `null` where there is none or enough (rule R7). */
export function overQuota(
  world: ReadonlyWorld,
  tenant: TenantId,
  frames: number,
): { readonly quota: number; readonly has: number; readonly wanted: number } | null {
  const quota = find(world.tenants, tenant)?.quota ?? 0;
  const has = framesOf(world, tenant);
  return quota === 0 || has + frames <= quota ? null : { quota, has, wanted: frames };
}
