import type { Host } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { MIXES, WORKLOADS } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { filtersOn } from '../fidelity/filtered.ts';
import { checksOf } from './checks.ts';
import { costOf, nativeCostOf } from './cost.ts';
import type { CostTraits } from './prices.ts';
import { cachePartCost, l1FlushCost } from './taxes.ts';

/** What of a guest decides what its work costs; one that is not there yet has no filters of its own. */
export type GuestTraits = Pick<Deep<Vm>, 'workload' | 'technique' | 'devices'> &
  Partial<Pick<Deep<Vm>, 'filters'>>;

/** What of a host decides it: its CPU, its exit filters, and what keeps its guests' caches apart. */
type Place = CostTraits &
  Pick<Deep<Host>, 'filters' | 'hypercallAudit'> &
  Partial<Pick<Deep<Host>, 'cachePartition'>>;

/** Cycles that a million native cycles of a guest's work take on a host, its exit filters included. */
export function guestCost(
  { workload, technique, devices, filters = [] }: GuestTraits,
  host: Place,
): number {
  const mix = MIXES[WORKLOADS[workload].mix];
  const all = { filters: filtersOn(host, { filters }), hypercallAudit: host.hypercallAudit };
  const flushes = host.l1Flush === true ? l1FlushCost(mix, technique, host) : 0;
  const misses = host.cachePartition === true ? cachePartCost(mix) : 0;
  return costOf(mix, technique, host) + checksOf(mix, technique, devices, all) + flushes + misses;
}

/** The same in permille of the native cost, as it is quoted to whoever chooses. */
export function guestPermille(guest: GuestTraits, host: Place): number {
  const native = nativeCostOf(MIXES[WORKLOADS[guest.workload].mix]);
  return Math.trunc((guestCost(guest, host) * 1000) / native);
}
