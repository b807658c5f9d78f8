import type { DeviceName, ExitFilter, Host } from '../../world/machine/host.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { OperationCounts } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { filtersOf, tableFilters } from '../fidelity/filtered.ts';
import { deviceExitsOf, mapCallsOf } from './cost.ts';

/** Cycles that comparing one exit's operand with its bound takes (our figure). */
export const CHECK = 400;

const checks = (filters: readonly ExitFilter[]): boolean =>
  filters.some(({ action }) => action === 'bounds-check');

/**
 * Cycles that checking costs a part of a guest's work in a million native cycles (rule W5). Its touches are
 * taken to fall on its devices evenly. Whether a filter is about the device of an exit or about its reason,
 * and if two are about it: it is looked at once.
 */
export function checksOf(
  mix: OperationCounts,
  technique: Technique,
  devices: readonly DeviceName[],
  { filters, hypercallAudit }: Pick<Deep<Host>, 'filters' | 'hypercallAudit'>,
): number {
  const looks = technique === 'para' ? Number(hypercallAudit) : 0;
  const tables = checks(tableFilters(filters, technique)) ? 1 : 0;
  const calls = looks + tables === 0 ? 0 : (looks + tables) * mapCallsOf(mix) * CHECK;
  if (filters.length === 0) return calls;
  const checked = devices.filter((device) =>
    checks(filtersOf(filters, { technique }, device)),
  ).length;
  // What touches no model makes no exit for a filter to look at: a ported kernel's are on rings (rule F7).
  if (checked === 0) return calls;
  return calls + Math.trunc((deviceExitsOf(mix, technique) * checked) / devices.length) * CHECK;
}
