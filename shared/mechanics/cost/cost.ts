import type { Technique } from '../../world/machine/vm.ts';
import type { OperationCounts } from '../../world/machine/workload.ts';
import { wordSizeOf } from '../processor/word-size.ts';
import { BATCH, type CostTraits, MERGED, NATIVE, type Prices, pricesOf } from './prices.ts';

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
    case 'native':
      return 0;
  }
}

/** Counts of no work at all. */
export const NOTHING: OperationCounts = {
  compute: 0,
  syscall: 0,
  device: 0,
  alone: 0,
  direct: 0,
  pageTable: 0,
  tlbMiss: 0,
  largeMiss: 0,
  interrupt: 0,
  halt: 0,
  cpuid: 0,
};

/**
 * How often each kind of operation makes a guest leave itself in a million native cycles, by table A2.
 * An ordinary instruction never does, and a system call of a hardware-assisted guest does not either
 * (rule K4). Under emulation every instruction is the emulator's work, and that is what is counted: one
 * a cycle of ordinary work (our figure).
 */
export function leavesOf(
  mix: OperationCounts,
  technique: Technique,
  host: Pick<CostTraits, 'year' | 'nestedPaging' | 'exitMerging'>,
): OperationCounts {
  const { compute, syscall, pageTable, interrupt, halt, cpuid } = mix;
  const device = deviceExitsOf(mix, technique);
  switch (technique) {
    case 'hvm':
    case 'hybrid': {
      const shadowed = host.nestedPaging ? 0 : merged(pageTable, host);
      const touches = technique === 'hvm' ? merged(mix.device, host) + mix.alone : device;
      return { ...NOTHING, device: touches, pageTable: shadowed, interrupt, halt, cpuid };
    }
    case 'para': {
      // Under a 64-bit hypervisor each system call is its business first (I-3).
      const bounced = wordSizeOf(host) === 64 ? syscall : 0;
      return { ...NOTHING, syscall: bounced, device, pageTable: batches(pageTable), halt };
    }
    case 'bt':
      return { ...NOTHING, syscall, device, pageTable, interrupt, halt };
    case 'emulation':
      return { ...NOTHING, compute, syscall, device, pageTable, halt, cpuid };
    case 'container':
      return { ...NOTHING, syscall };
    case 'native':
      // Of the app to its kernel, as everywhere: nothing is below that one.
      return { ...NOTHING, syscall };
  }
}

/** Exits for so many operations, of which those that follow each other closely may be merged (rule K103). */
const merged = (exits: number, { exitMerging }: Pick<CostTraits, 'exitMerging'>): number =>
  exitMerging === true ? Math.ceil(exits / MERGED) : exits;

/** How often a guest leaves itself in all, in what its technique calls that (`wayOutOf`). */
export const exitsOf = (...of: Parameters<typeof leavesOf>): number =>
  Object.values(leavesOf(...of)).reduce((sum: number, count: number) => sum + count, 0);

const batches = (requests: number): number => Math.ceil(requests / BATCH);

/** How many hypercalls for its page tables a ported kernel makes in a million native cycles, in batches. */
export const mapCallsOf = (mix: OperationCounts): number => batches(mix.pageTable);
