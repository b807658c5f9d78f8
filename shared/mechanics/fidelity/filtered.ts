import type { Ruling } from '../../world/machine/held.ts';
import type { DeviceName, ExitFilter, Host } from '../../world/machine/host.ts';
import type { Technique, Vm } from '../../world/machine/vm.ts';
import type { Deep } from '../../world/table.ts';
import { type Reaching, reasonOf } from './reached.ts';

/**
 * All filters that an exit of a guest has to pass: its host's, its own, and what was refused at the trap
 * desk, which is refused as if by a filter as long as that stands (rule K82).
 */
export function filtersOn(
  host: Pick<Deep<Host>, 'filters'>,
  { filters, rulings = [] }: Pick<Deep<Vm>, 'filters'> & Partial<Pick<Deep<Vm>, 'rulings'>>,
): readonly ExitFilter[] {
  if (filters.length + rulings.length === 0) return host.filters;
  return [...host.filters, ...filters, ...rulings.flatMap(asFilter)];
}

/** What was refused over its bound is checked against it; what was refused within it is refused. */
const asFilter = ({ trap, verdict, over }: Ruling): readonly ExitFilter[] =>
  verdict === 'refuse' ? [{ trap, action: over ? 'bounds-check' : 'refuse' }] : [];

/**
 * Whether a filter has a guest’s exceptions intercepted, whatever is made of them then: each leaves the guest, so
 * that none is delivered within the delivery of another without end (rule K105).
 */
export const isIntercepted = (
  host: Pick<Deep<Host>, 'filters'>,
  vm: Pick<Deep<Vm>, 'filters' | 'rulings'>,
): boolean => filtersOn(host, vm).some(({ trap }) => trap === 'exception');

/**
 * The filters of a guest that are about its everyday touches of a device: by name, or by the reason for
 * which it leaves itself for them. What it has on a ring is kicked, and no filter is about kicks (rule K73).
 */
export function filtersOf(
  filters: readonly ExitFilter[],
  guest: Reaching,
  device: DeviceName,
): ExitFilter[] {
  if (filters.length === 0) return [];
  const reason = reasonOf(guest, device);
  return reason === null ? [] : filters.filter(({ trap }) => trap === device || trap === reason);
}

/** The same of a ported kernel's changes to its page tables: it makes them by one hypercall alone. */
export const tableFilters = (filters: readonly ExitFilter[], technique: Technique): ExitFilter[] =>
  technique === 'para' ? filters.filter(({ trap }) => trap === 'mmu_update') : [];
