import type { Technique } from '../../world/machine/vm.ts';
import type { OperationCounts } from '../../world/machine/workload.ts';
import { wordSizeOf } from '../processor/word-size.ts';
import { BATCH, type CostTraits, NATIVE, type Prices, pricesOf } from './prices.ts';

/** Native cycles that the counts of a mix are for. */
export const PER = 1_000_000;

/** The sum of all operations by their prices: there is no other price anywhere (rule K2). */
function sumOf(mix: OperationCounts, prices: Prices): number {
  return (
    mix.compute * prices.compute +
    mix.syscall * prices.syscall +
    mix.device * prices.device +
    mix.alone * prices.alone +
    mix.direct * prices.direct +
    mix.pageTable * prices.pageTable +
    mix.tlbMiss * prices.tlbMiss +
    mix.largeMiss * prices.largeMiss +
    mix.interrupt * prices.interrupt +
    mix.halt * prices.halt +
    mix.cpuid * prices.cpuid
  );
}

/** Cycles that a million native cycles of such work take on that host under that technique. */
export function costOf(mix: OperationCounts, technique: Technique, host: CostTraits): number {
  return sumOf(mix, pricesOf(technique, host));
}

/** The same without a hypervisor. */
export const nativeCostOf = (mix: OperationCounts): number => sumOf(mix, NATIVE);

/**
 * How often a guest's touches of devices leave it, in a million native cycles: batched or each. Those
 * of a device of its own go to the metal (table A2, the row of the SR-IOV VF).
 */
export function deviceExitsOf(mix: OperationCounts, technique: Technique): number {
  switch (technique) {
    case 'hvm':
      return mix.device + mix.alone;
    case 'bt':
    case 'emulation':
      // No device can be given to them: its touches go to a model as all others do.
      return mix.device + mix.alone + mix.direct;
    case 'hybrid':
    case 'para':
      return batches(mix.device) + mix.alone;
    case 'container':
      return 0;
  }
}

/**
 * How often a guest leaves itself in a million native cycles, by table A2, in what its technique
 * calls that (`wayOutOf`). An ordinary instruction never does, and a system call of a
 * hardware-assisted guest does not either (rule K4). Under emulation every instruction is the
 * emulator's work, and that is what is counted: one a cycle of ordinary work (our figure).
 */
export function exitsOf(
  mix: OperationCounts,
  technique: Technique,
  host: Pick<CostTraits, 'year' | 'nestedPaging'>,
): number {
  const devices = deviceExitsOf(mix, technique);
  switch (technique) {
    case 'hvm':
    case 'hybrid':
      return (
        devices + (host.nestedPaging ? 0 : mix.pageTable) + mix.interrupt + mix.halt + mix.cpuid
      );
    case 'para':
      // A 64-bit kernel returns from each system call by a hypercall.
      return (
        devices + batches(mix.pageTable) + mix.halt + (wordSizeOf(host) === 64 ? mix.syscall : 0)
      );
    case 'bt':
      return devices + mix.pageTable + mix.syscall + mix.interrupt + mix.halt;
    case 'emulation':
      return mix.compute + mix.syscall + devices + mix.pageTable + mix.halt + mix.cpuid;
    case 'container':
      return mix.syscall;
  }
}

const batches = (requests: number): number => Math.ceil(requests / BATCH);

/** How many hypercalls for its page tables a ported kernel makes in a million native cycles, in batches. */
export const mapCallsOf = (mix: OperationCounts): number => batches(mix.pageTable);
