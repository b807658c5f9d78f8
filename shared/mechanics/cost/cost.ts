import type { Technique } from '../../world/vm.ts';
import type { OperationCounts } from '../../world/workload.ts';
import { BATCH, type CostTraits, NATIVE, type Prices, pricesOf } from './prices.ts';

/** Native cycles that the counts of a mix are for. */
export const PER = 1_000_000;

/** The sum of all operations by their prices: there is no other price anywhere (rule K2). */
function sumOf(mix: OperationCounts, prices: Prices): number {
  return (
    mix.compute * prices.compute +
    mix.syscall * prices.syscall +
    mix.device * prices.device +
    mix.pageTable * prices.pageTable +
    mix.tlbMiss * prices.tlbMiss
  );
}

/** Cycles that a million native cycles of such work take on that host under that technique. */
export function costOf(mix: OperationCounts, technique: Technique, host: CostTraits): number {
  return sumOf(mix, pricesOf(technique, host));
}

/** The same without a hypervisor. */
export const nativeCostOf = (mix: OperationCounts): number => sumOf(mix, NATIVE);

/** How often a guest's touches of devices leave it, in a million native cycles: batched or each. */
export function deviceExitsOf(mix: OperationCounts, technique: Technique): number {
  switch (technique) {
    case 'hvm':
    case 'bt':
    case 'emulation':
      return mix.device;
    case 'hybrid':
    case 'para':
      return batches(mix.device);
    case 'container':
      return 0;
  }
}

/**
 * How often a guest leaves itself in a million native cycles, by table A2: exits, hypercalls and
 * translated calls; of a container, system calls that the shared kernel serves. An ordinary
 * instruction never does, and a system call of a hardware-assisted guest does not either (rule K4).
 */
export function exitsOf(
  mix: OperationCounts,
  technique: Technique,
  { nestedPaging }: Pick<CostTraits, 'nestedPaging'>,
): number {
  const devices = deviceExitsOf(mix, technique);
  switch (technique) {
    case 'hvm':
    case 'hybrid':
      return devices + (nestedPaging ? 0 : mix.pageTable);
    case 'para':
      return devices + batches(mix.pageTable);
    case 'bt':
      return devices + mix.pageTable;
    case 'emulation':
      return devices;
    case 'container':
      return mix.syscall;
  }
}

const batches = (requests: number): number => Math.ceil(requests / BATCH);
