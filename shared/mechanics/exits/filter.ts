import type { ExitRecord } from '../../world/machine/exit.ts';
import type { DeviceName, ExitFilter, Host } from '../../world/machine/host.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { OperationCounts } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { deviceExitsOf, mapCallsOf } from '../cost/cost.ts';
import { touchesModels } from '../fidelity/models.ts';
import { boundOf, isOver } from './bounds.ts';

/** Cycles that comparing one exit's operand with its bound takes (our figure). */
export const CHECK = 400;

/**
 * What a host's filters make of an exit before any device model sees it (rule K6). Without a filter
 * for the device it is emulated, whatever its operand.
 */
export function verdictOf(
  filters: readonly ExitFilter[],
  device: DeviceName | '',
  operand: number,
): ExitRecord['verdict'] {
  switch (filters.find((filter) => filter.device === device)?.action) {
    case 'refuse':
      return 'refused';
    case 'bounds-check':
      return isOver(operand, boundOf(device)) ? 'refused' : 'emulated';
    case undefined:
      return 'emulated';
  }
}

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
