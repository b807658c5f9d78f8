import type { TenantId, Tick, VmId } from './ids.ts';
import type { VmPlan } from './vm.ts';

/**
 * What people will do without being asked. Drawn once, when the world is built, so that one more
 * command cannot reshuffle them and a what-if compares like with like.
 */
export type CalendarEntry =
  | {
      readonly tick: Tick;
      readonly kind: 'wants-vm';
      readonly tenant: TenantId;
      readonly plan: VmPlan;
    }
  /** A tenant asks for one of its own VMs to be taken away. */
  | { readonly tick: Tick; readonly kind: 'wants-rid'; readonly vm: VmId }
  /** A tenant shuts down and deletes its own VM by self-service. */
  | { readonly tick: Tick; readonly kind: 'deletes-own'; readonly vm: VmId };
