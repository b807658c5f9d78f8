import type { ExitReason, ExitRecord } from '../../world/machine/exit.ts';
import type { DeviceName, ExitFilter } from '../../world/machine/host.ts';
import { aimOf, boundOf, isOver } from './bounds.ts';

/**
 * What filters make of an exit before anything else sees it (rule K6). Without one that is about it, it is
 * emulated, whatever its operand; of several the strictest decides.
 */
export function verdictOf(
  filters: readonly ExitFilter[],
  exit: Pick<ExitRecord, 'device' | 'call' | 'operand'>,
): ExitRecord['verdict'] {
  const aim = aimOf(exit);
  const over = isOver(exit.operand, boundOf(aim));
  const stops = ({ trap, action }: ExitFilter): boolean =>
    (action === 'refuse' || over) && trap === aim;
  return filters.some(stops) ? 'refused' : 'emulated';
}

/** How a guest reaches an emulated device: by its I/O ports, or by memory that is mapped to it. */
const REACHED: Readonly<Record<DeviceName, ExitReason>> = {
  disk: 'io',
  floppy: 'io',
  nic: 'mmio',
  xhci: 'mmio',
};

export const reasonFor = (device: DeviceName): ExitReason => REACHED[device];
