/**
 * Hypercalls by the names and numbers of Xen's public interface (xen/include/public/xen.h): those that a
 * ported kernel of this world makes, by itself or for somebody who is in it.
 */
const HYPERCALLS = {
  /** Changes entries of page tables. */
  mmu_update: 1,
  /** Asks for memory, gives it back, exchanges it. */
  memory_op: 12,
  /** Returns to an application, where the kernel shares its ring. */
  iret: 23,
  /** Gives the CPU up, or waits for an event. */
  sched_op: 29,
  /** Tells another domain that there is something on a ring. */
  event_channel_op: 32,
} as const;
export type HypercallName = keyof typeof HYPERCALLS;

export const HYPERCALL_NAMES = Object.keys(HYPERCALLS) as HypercallName[];

/** A call as it is told: `mmu_update (1)`. */
export const callText = (call: HypercallName): string => `${call} (${HYPERCALLS[call]})`;
