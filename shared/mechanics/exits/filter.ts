import type { ExitRecord } from '../../world/machine/exit.ts';
import type { DeviceName, ExitFilter } from '../../world/machine/host.ts';
import { boundOf, isOver } from './bounds.ts';

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
