import type { HostId, TenantId } from '../ids.ts';

/**
 * For whom a host is set apart. Its number is the host's; a host that was never set apart has no row. Source: FACTS
 * B47, dedicated hosts.
 */
export interface Dedication {
  readonly id: HostId;
  /** The tenant whose VMs alone it takes in, or 0: anybody's (rule M30). */
  readonly tenant: TenantId | 0;
}
