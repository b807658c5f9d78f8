import type { DeviceName, ExitFilter, Host } from '../../world/machine/host.ts';
import type { Technique, Vm } from '../../world/machine/vm.ts';
import type { Deep } from '../../world/table.ts';
import { touchesModels } from './models.ts';

/** All filters that an exit of a guest has to pass: its host's and its own. */
export const filtersOn = (
  host: Pick<Deep<Host>, 'filters'>,
  vm: Pick<Deep<Vm>, 'filters'>,
): readonly ExitFilter[] =>
  vm.filters.length === 0 ? host.filters : [...host.filters, ...vm.filters];

/** The filters of a guest that are about its everyday touches of a device. */
export const filtersOf = (
  filters: readonly ExitFilter[],
  technique: Technique,
  device: DeviceName,
): ExitFilter[] => (touchesModels(technique) ? filters.filter(({ trap }) => trap === device) : []);

/** The same of a ported kernel's changes to its page tables: it makes them by one hypercall alone. */
export const tableFilters = (filters: readonly ExitFilter[], technique: Technique): ExitFilter[] =>
  technique === 'para' ? filters.filter(({ trap }) => trap === 'mmu_update') : [];
