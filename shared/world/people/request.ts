import type { RequestId, TenantId, Tick, VmId } from '../ids.ts';
import type { VmPlan } from '../machine/vm.ts';

/** `self-served`: nobody came, and the tenants' portal placed it by itself. */
export type RequestState = 'open' | 'in-work' | 'served' | 'self-served' | 'missed';

/** How a request can end. */
export type RequestOutcome = Exclude<RequestState, 'open' | 'in-work'>;

/** What a tenant wants from the operators. Nothing in it tells a lawful tenant from a hostile one. */
export type RequestWish =
  | { readonly kind: 'create'; readonly plan: VmPlan }
  | { readonly kind: 'destroy'; readonly vm: VmId }
  /** More memory for a VM that is there. */
  | { readonly kind: 'grow'; readonly vm: VmId; readonly frames: number };

export interface Request {
  readonly id: RequestId;
  readonly tenant: TenantId;
  readonly wish: RequestWish;
  readonly openedAt: Tick;
  readonly deadline: Tick;
  readonly state: RequestState;
}
