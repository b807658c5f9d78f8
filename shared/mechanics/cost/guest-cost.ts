import type { Host } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { MIXES, WORKLOADS } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { filtersOn } from '../fidelity/filtered.ts';
import { checksOf } from './checks.ts';
import { costOf, nativeCostOf } from './cost.ts';
import type { CostTraits } from './prices.ts';

/** What of a guest decides what its work costs. */
export type GuestTraits = Pick<Deep<Vm>, 'workload' | 'technique' | 'devices' | 'filters'>;

/** Cycles that a million native cycles of a guest's work take on a host, its exit filters included. */
export function guestCost(
  { workload, technique, devices, filters }: GuestTraits,
  host: CostTraits & Pick<Deep<Host>, 'filters' | 'hypercallAudit'>,
): number {
  const mix = MIXES[WORKLOADS[workload].mix];
  const all = { filters: filtersOn(host, { filters }), hypercallAudit: host.hypercallAudit };
  return costOf(mix, technique, host) + checksOf(mix, technique, devices, all);
}

/** The same in permille of the native cost, as it is quoted to whoever chooses. */
export function guestPermille(
  guest: GuestTraits,
  host: CostTraits & Pick<Deep<Host>, 'filters' | 'hypercallAudit'>,
): number {
  const native = nativeCostOf(MIXES[WORKLOADS[guest.workload].mix]);
  return Math.trunc((guestCost(guest, host) * 1000) / native);
}
