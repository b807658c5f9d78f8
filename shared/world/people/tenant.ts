import type { AssetId, TenantId } from '../ids.ts';

export const TENANT_NAMES = ['bank', 'shop', 'hospital'] as const;
export type TenantName = (typeof TENANT_NAMES)[number];

/** Someone who rents VMs. Which tenant, if any, means harm is in `Attacker`, never here. */
export interface Tenant {
  readonly id: TenantId;
  readonly name: TenantName;
  /** Frames that its VMs may have in all, or 0: there is no quota (rule R7). */
  readonly quota: number;
}

export const ASSET_NAMES = [
  'payment-keys',
  'ledger',
  'transfers',
  'customer-records',
  'patient-records',
  'appointments',
  'scans',
  'catalogue',
  'orders',
  'tls-keys',
  'signing-keys',
] as const;
export type AssetName = (typeof ASSET_NAMES)[number];

/**
 * Secrets can be made worthless by changing them: new keys, new passwords. Records of people cannot be
 * unread; those whom they are about can be told.
 */
export const SECRETS: ReadonlySet<AssetName> = new Set<AssetName>([
  'payment-keys',
  'tls-keys',
  'signing-keys',
]);

/** A body of data that a tenant would be harmed by losing. `weight` is the harm of its leak. */
export interface Asset {
  readonly id: AssetId;
  readonly name: AssetName;
  readonly tenant: TenantId;
  readonly weight: number;
}
