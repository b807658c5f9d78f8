import type { Host } from '../../world/host.ts';
import type { Deep } from '../../world/table.ts';
import type { Technique } from '../../world/vm.ts';
import type { OperationCounts } from '../../world/workload.ts';
import { roundTrip } from './transition.ts';

/** What a host's hardware is to the price of an operation. */
export type CostTraits = Pick<Deep<Host>, 'year' | 'nestedPaging'>;

/** Cycles of one operation of each kind. `[V]`, `[V2]`, `[K]`: how well we know a figure. */
export type Prices = OperationCounts;

/**
 * Without a hypervisor. System call 242 (C21 [K]), a device's port read 3209 (C23 [V2]), a write to
 * a page table 1 (C27 [V2]), a TLB miss 4 loads (C48 [V2]) of 10 cycles (our figure).
 */
const LOAD = 10;
export const NATIVE: Prices = {
  compute: 1,
  syscall: 242,
  device: 3209,
  pageTable: 1,
  tlbMiss: 4 * LOAD,
};

/**
 * What is left of the measured 15,826 cycles of a port read under first hardware assistance when the
 * way out and back (1926 + 2409) is taken off: the device model's own work (C23, C32, C34 [V2]). The
 * same work is done whichever way the guest's touch comes to it.
 */
const DEVICE_MODEL = 15_826 - 4335;

/**
 * Likewise of the 12,733 cycles of a page-table write under shadow paging: finding the shadow of
 * what was written and writing it too (C27 [V2]).
 */
const SHADOW_UPDATE = 12_733 - 4335;

/** A hypercall that does nothing: Xen on x86 (C38 [K]). */
const HYPERCALL = 1228;

/** Requests that a paravirtual driver or a multicall hands over at once (our figure; Xen rings hold 32). */
export const BATCH = 8;

/** Loads of a TLB miss in two dimensions, at worst: (4+1)(4+1)−1 (C48 [V2]). */
const NESTED_LOADS = 24;

/**
 * Source: Barham 2003 measured a null call of 0.46 µs against 0.45 (C16 [K]) on 32 bits. A 64-bit
 * kernel shares ring 3 with its applications and every call bounces through the hypervisor, there
 * and back ([K]; two more entries of a kernel, our figure).
 */
const PARA_SYSCALL_32 = 247;
const PARA_SYSCALL_64 = 3 * 242;
/** From when servers' kernels are 64-bit ones (our figure). */
const SINCE_64_BIT = 2006;

/** What each operation costs natively, and what it costs under a technique (rule K2, table A2). */
export function pricesOf(technique: Technique, host: CostTraits): Prices {
  switch (technique) {
    case 'container':
      // The host's kernel serves it; checking its call against a filter costs little (8, our figure).
      return { ...NATIVE, syscall: NATIVE.syscall + 8 };
    case 'hvm':
      return { ...assisted(host), device: roundTrip(host.year) + DEVICE_MODEL };
    case 'hybrid':
      // The guest puts requests on a ring and kicks once for a batch; the real device is touched too.
      return { ...assisted(host), device: NATIVE.device + shareOf(roundTrip(host.year)) };
    case 'para':
      return {
        ...NATIVE,
        syscall: host.year < SINCE_64_BIT ? PARA_SYSCALL_32 : PARA_SYSCALL_64,
        device: NATIVE.device + shareOf(HYPERCALL),
        pageTable: NATIVE.pageTable + shareOf(HYPERCALL),
      };
    case 'bt':
      // System call 2308 (C21 [K]: 242 and about 2000 more [V2]); a translated call of 214 cycles
      // takes the place of an exit (C23 [V2]); a traced page-table write 391 (C27 [V2]).
      return { ...NATIVE, syscall: 2308, device: 214 + DEVICE_MODEL, pageTable: 391 };
    case 'emulation':
      // Dynamic translation: about 4 for the integer code of a process, twice that for a whole
      // machine (C54 [K]). Touching a device is a call of the device model.
      return {
        compute: INTERPRETED,
        syscall: INTERPRETED * NATIVE.syscall,
        device: DEVICE_MODEL,
        pageTable: INTERPRETED * NATIVE.pageTable,
        tlbMiss: INTERPRETED * NATIVE.tlbMiss,
      };
  }
}

/** Cycles that stand for one native cycle when a whole machine is emulated (C54 [K]). */
const INTERPRETED = 8;

/** One request's share of what is done once for a batch. */
const shareOf = (cycles: number): number => Math.trunc(cycles / BATCH);

/**
 * With hardware assistance a system call stays inside the guest and costs what it costs natively
 * (C22 [V2]). Page tables are the guest's own under nested paging, at the price of longer walks; else
 * every write to them exits, and a shadow is kept.
 */
function assisted({ year, nestedPaging }: CostTraits): Prices {
  return nestedPaging
    ? { ...NATIVE, tlbMiss: NESTED_LOADS * LOAD }
    : { ...NATIVE, pageTable: roundTrip(year) + SHADOW_UPDATE };
}
