import type { Host } from '../../world/machine/host.ts';
import { TRANSLATED, type Vm } from '../../world/machine/vm.ts';
import { MIXES, WORKLOADS } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { filtersOn } from '../fidelity/filtered.ts';
import { checksOf } from './checks.ts';
import { costOf, exitsOf, nativeCostOf } from './cost.ts';
import { type DeviceTraits, extrasOf, partsOf } from './device-cost.ts';
import type { CostTraits } from './prices.ts';
import { cachePartCost, iommuCost, l1FlushCost, memoryKeyCost } from './taxes.ts';
import { translationCost } from './translation.ts';

/**
 * What of a guest decides what its work costs; one that is not there yet has no filters of its own, and is
 * quoted with its code translated.
 */
export type GuestTraits = DeviceTraits &
  Partial<Pick<Deep<Vm>, 'filters' | 'translated' | 'memoryEncrypted'>>;

/** What of a host decides it: its CPU, its exit filters, and what keeps its guests' caches apart. */
export type GuestPlace = CostTraits &
  Pick<Deep<Host>, 'filters' | 'hypercallAudit'> &
  Partial<Pick<Deep<Host>, 'cachePartition' | 'iommu'>>;

/** Cycles that a million native cycles of a guest's work take on a host, its exit filters included. */
export function guestCost(guest: GuestTraits, host: GuestPlace): number {
  const { filters = [], translated = TRANSLATED, memoryEncrypted = false } = guest;
  const all = { filters: filtersOn(host, { filters }), hypercallAudit: host.hypercallAudit };
  const place = placeOf(guest, host);
  let sum = 0;
  for (const { mix, technique, devices } of partsOf(guest)) {
    sum += costOf(mix, technique, place) + checksOf(mix, technique, devices, all);
    sum += translationCost(technique, translated);
    if (host.l1Flush === true) sum += l1FlushCost(mix, technique, host);
    if (host.cachePartition === true) sum += cachePartCost(mix);
    if (host.iommu === true) sum += iommuCost(mix, 'deferred');
    if (memoryEncrypted) sum += memoryKeyCost(mix);
  }
  for (const { count, price } of extrasOf(guest, place)) sum += count * price;
  return sum;
}

/**
 * A host as a guest's work finds it: what guests of its own do is priced as that of a hypervisor that is a
 * guest itself (C52, F9).
 */
export const placeOf = <Host extends CostTraits>(
  { workload }: Pick<GuestTraits, 'workload'>,
  host: Host,
): Host => (WORKLOADS[workload].nests === true ? { ...host, nested: true } : host);

/** How often a guest leaves itself in a million native cycles of its work, in what its technique calls that. */
export const guestExits = (guest: DeviceTraits, host: CostTraits): number =>
  partsOf(guest).reduce((sum, { mix, technique }) => sum + exitsOf(mix, technique, host), 0);

/** Its cost in permille of the native cost, as it is quoted to whoever chooses. */
export function guestPermille(guest: GuestTraits, host: GuestPlace): number {
  const native = nativeCostOf(MIXES[WORKLOADS[guest.workload].mix]);
  return Math.trunc((guestCost(guest, host) * 1000) / native);
}
