import type { DeviceName, Host } from '../../world/machine/host.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { OperationCounts } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { touchesModels } from '../fidelity/models.ts';
import { deviceExitsOf, mapCallsOf } from './cost.ts';

/** Cycles that comparing one exit's operand with its bound takes (our figure). */
export const CHECK = 400;

/**
 * Cycles that checking costs a guest in a million native cycles (rule W5). Its touches are taken to
 * fall on its devices evenly.
 */
export function checksOf(
  mix: OperationCounts,
  technique: Technique,
  devices: readonly DeviceName[],
  { filters, hypercallAudit }: Pick<Deep<Host>, 'filters' | 'hypercallAudit'>,
): number {
  const audited = hypercallAudit && technique === 'para' ? mapCallsOf(mix) * CHECK : 0;
  const checked = devices.filter((device) =>
    filters.some((filter) => filter.device === device && filter.action === 'bounds-check'),
  ).length;
  // What touches no model makes no exit for a filter to look at: its requests are on rings (rule F7).
  if (checked === 0 || !touchesModels(technique)) return audited;
  return audited + Math.trunc((deviceExitsOf(mix, technique) * checked) / devices.length) * CHECK;
}
