import type { AssetId, TenantId } from './ids.ts';

export type TenantName = 'bank' | 'shop' | 'hospital';

/** Someone who rents VMs. Which tenant, if any, means harm is in `Attacker`, never here. */
export interface Tenant {
  readonly id: TenantId;
  readonly name: TenantName;
}

export type AssetName =
  | 'payment-keys'
  | 'ledger'
  | 'patient-records'
  | 'appointments'
  | 'catalogue'
  | 'orders';

/** A body of data that a tenant would be harmed by losing. `weight` is the harm of its leak. */
export interface Asset {
  readonly id: AssetId;
  readonly name: AssetName;
  readonly tenant: TenantId;
  readonly weight: number;
}
