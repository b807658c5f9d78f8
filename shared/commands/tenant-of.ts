import type { RowRef } from '../world/fact.ts';
import type { TenantId } from '../world/ids.ts';
import { find } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { idIn } from './command.ts';

/** What an order about a tenant takes. */
export interface OfTenant extends Record<string, number | string> {
  readonly tenant: TenantId;
}

/** Whose thing was looked at, or 0. */
export function tenantIn(world: ReadonlyWorld, subject: RowRef): number {
  const vm = find(world.vms, idIn(subject, 'vms'));
  const request = find(world.requests, idIn(subject, 'requests'));
  return vm?.tenant ?? request?.tenant ?? idIn(subject, 'tenants');
}
