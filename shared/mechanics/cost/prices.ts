import type { Host } from '../../world/machine/host.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { OperationCounts } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { wordSizeOf } from '../processor/word-size.ts';
import {
  answeredExit,
  deviceExit,
  kick,
  passedOn,
  TRANSLATED_CALL,
  TRANSLATED_FAULT,
} from './handling.ts';
import { hypercallCycles, roundTrip } from './transition.ts';

/** What a host is to the price of an operation. */
export interface CostTraits extends Pick<Deep<Host>, 'platform' | 'year' | 'nestedPaging'> {
  /** Whether the hypervisor is a guest itself. It prices what hardware-assisted guests do. */
  readonly nested?: boolean;
  /** Whether it empties the first-level cache before each VM entry, and whether its CPU has a command for it. */
  readonly l1Flush?: boolean;
  readonly microcode?: boolean;
  /** Whether it merges exits that follow each other closely (rule K103). */
  readonly exitMerging?: boolean;
}

/** Cycles of one operation of each kind. `[V]`, `[V2]`: how well we know a figure. */
export type Prices = OperationCounts;

/** Cycles of a load of a page walk (our figure). */
const LOAD = 10;

/**
 * Without a hypervisor. A touch of a device costs as much as a port read, 3209 (C23 [V2]); a write
 * to a page table 1 (C27 [V2]); a TLB miss 4 loads (C48 [V2]), 3 where a large page ends the walk one
 * table earlier. A system call, an interrupt (of the
 * order of a page fault's 1,093, C26), going idle and CPUID: our figures.
 */
export const NATIVE: Prices = {
  compute: 1,
  syscall: 242,
  device: 3209,
  alone: 3209,
  direct: 3209,
  pageTable: 1,
  tlbMiss: 4 * LOAD,
  largeMiss: 3 * LOAD,
  interrupt: 1000,
  halt: 100,
  cpuid: 200,
};

/**
 * What is left of the 12,733 cycles of a page-table write under shadow paging when the way out and
 * back is taken off: finding the shadow of what was written and writing it too (C27 [V2]).
 */
export const SHADOW_UPDATE = 12_733 - roundTrip(2005);

/** A page-table write that the translator's monitor traces (C27 [V2]). */
export const TRACED_WRITE = 391;

/** Requests that a paravirtual driver or a multicall hands over at once (our figure; Xen rings hold 32). */
export const BATCH = 8;

/**
 * Loads of a TLB miss in two dimensions. There may be up to (4+1)(4+1)−1 = 24 (C48 [V2]), but the
 * upper levels of both tables lie in the CPU's caches: 8 on the whole, two for one (our figure; 4 KiB
 * pages and large ones differ by 4.9, C51).
 */
const NESTED_LOADS = 8;

/**
 * The same where both tables end with large pages: a level less in either makes (3+1)(3+1)−1 = 15 of
 * the 24, and the caches are taken to help as much.
 */
const NESTED_LOADS_LARGE = (NESTED_LOADS * 15) / 24;

/**
 * What a system call takes longer. Under translation some 2000 cycles (C21 [V2]; an older monitor
 * of the same kind on a Xeon of 2003 took 672, C16). Of a ported 32-bit kernel, which takes the call
 * without the hypervisor, 0.46 µs against 0.45 at 2.4 GHz (C16 [V]). A 64-bit one shares ring 3 with
 * its applications, so every call bounces through the hypervisor, there and back ([V], Xen's
 * entry.S), and each has page tables of its own: two more entries of a kernel, and six TLB misses
 * until the applications' entries are back (our figures, within what C55 measured). A 32-bit guest's
 * calls enter a 64-bit hypervisor too ([V], I-3); nobody published what that takes, and it is charged the
 * same.
 */
export const TRANSLATED_SYSCALL = 2000;
/** Of a ported 32-bit kernel; the TLB misses of a 64-bit one. */
export const FAST_HANDLER = 24;
export const TABLES_AGAIN = 6 * NATIVE.tlbMiss;
const PARA_SYSCALL = { 32: FAST_HANDLER, 64: 2 * NATIVE.syscall + TABLES_AGAIN } as const;

/** What checking a container's system call against a filter takes longer (our figure). */
export const FILTERED_CALL = 8;

/** What each operation costs natively, and what it costs under a technique (rule K2, table A2). */
export function pricesOf(technique: Technique, host: CostTraits): Prices {
  switch (technique) {
    case 'native':
      return NATIVE;
    case 'container':
      // The host's kernel serves it.
      return { ...NATIVE, syscall: NATIVE.syscall + FILTERED_CALL };
    case 'hvm':
      return {
        ...assisted(host),
        device: touchOf(technique, host) + NATIVE.device,
        // Whoever waits for an answer makes the next exit after it: nothing follows closely.
        alone: deviceExit(host.year, host.nested) + NATIVE.device,
      };
    case 'hybrid':
      // The guest puts requests on a ring and kicks once for a batch. Where it waits for the answer to
      // one, it waits until the device's process has been woken (F6, the exit to user space).
      return {
        ...assisted(host),
        device: NATIVE.device + shareOf(kick(host.year, host.nested)),
        alone: NATIVE.device + deviceExit(host.year, host.nested),
      };
    case 'para':
      return ported(host);
    case 'bt': {
      const device = touchOf(technique, host) + passedOn(host, NATIVE.device);
      return {
        ...NATIVE,
        syscall: NATIVE.syscall + TRANSLATED_SYSCALL,
        device,
        alone: device,
        // Without an IOMMU and an extension of the CPU no device can be given to a guest.
        direct: device,
        pageTable: TRACED_WRITE,
        interrupt: NATIVE.interrupt + TRANSLATED_FAULT,
        halt: NATIVE.halt + TRANSLATED_CALL,
      };
    }
    case 'emulation': {
      // The emulator is a process: it asks its kernel to have the real device do it.
      const device = touchOf(technique, host) + NATIVE.syscall + NATIVE.device;
      return { ...interpreted(), device, alone: device, direct: device };
    }
  }
}

/**
 * Cycles of one touch of an emulated device, such as a port read (C23). What the guest wants of it
 * in the end a real device does as well, which is paid besides: the same touches are taken to be made
 * twice, by the guest of the emulated device and by the host's driver of the real one.
 */
export function touchOf(technique: 'hvm' | 'bt' | 'emulation', host: CostTraits): number {
  const { year, nested } = host;
  // The emulator calls its device's model as the translator's monitor does (our assumption).
  if (technique !== 'hvm') return TRANSLATED_CALL;
  return deviceExit(year, nested) - saved(host);
}

/** Exits in a row of which one is made (FACTS §20.3: two adjacent exits cost one). */
export const MERGED = 2;

/**
 * Cycles of its way out that one of several merged exits is spared. A nested hypervisor's exits are published
 * as a whole: nothing of them is told apart.
 */
const saved = ({ year, nested = false, exitMerging = false }: CostTraits): number =>
  exitMerging && !nested ? roundTrip(year) - Math.trunc(roundTrip(year) / MERGED) : 0;

/** Cycles that stand for one native cycle when a whole machine is emulated: 4, twice over (C54 [V]). */
export const INTERPRETED = 8;

const interpreted = (): Omit<Prices, 'device' | 'alone' | 'direct'> => ({
  compute: INTERPRETED,
  syscall: INTERPRETED * NATIVE.syscall,
  pageTable: INTERPRETED * NATIVE.pageTable,
  tlbMiss: INTERPRETED * NATIVE.tlbMiss,
  largeMiss: INTERPRETED * NATIVE.largeMiss,
  interrupt: INTERPRETED * NATIVE.interrupt,
  halt: INTERPRETED * NATIVE.halt,
  cpuid: INTERPRETED * NATIVE.cpuid,
});

/**
 * What it takes longer where a guest waits for the answer to one request than where it hands over many: whoever
 * serves it has to be woken (F6: an exit that goes on to user space, over the way out alone). A driver domain
 * is taken to cost as much to wake as a device's process.
 */
const wake = (year: number): number => deviceExit(year) - roundTrip(year);

/** One request's share of what is done once for a batch. */
const shareOf = (cycles: number): number => Math.trunc(cycles / BATCH);

/**
 * With hardware assistance a system call stays inside the guest and costs what it costs natively
 * (C22 [V2]). Page tables are the guest's own under nested paging, at the price of longer walks; else
 * every write to them exits, and a shadow is kept.
 */
function assisted(host: CostTraits): Prices {
  const { year, nestedPaging, nested = false } = host;
  const answered = answeredExit(year, nested);
  return {
    ...NATIVE,
    ...(nestedPaging
      ? { tlbMiss: NESTED_LOADS * LOAD, largeMiss: NESTED_LOADS_LARGE * LOAD }
      : { pageTable: (nested ? answered : roundTrip(year)) - saved(host) + SHADOW_UPDATE }),
    interrupt: NATIVE.interrupt + answered,
    halt: NATIVE.halt + answered,
    cpuid: NATIVE.cpuid + answered,
  };
}

/**
 * A ported kernel asks the hypervisor, for many entries of its page tables at once, and is told of
 * interrupts by it, at the price of a way in. CPUID is its applications' and runs natively (I-3).
 */
function ported(host: CostTraits): Prices {
  const call = hypercallCycles(host.year);
  return {
    ...NATIVE,
    syscall: NATIVE.syscall + PARA_SYSCALL[wordSizeOf(host)],
    device: NATIVE.device + shareOf(call),
    alone: NATIVE.device + call + wake(host.year),
    pageTable: NATIVE.pageTable + shareOf(call),
    interrupt: NATIVE.interrupt + call,
    halt: NATIVE.halt + call,
  };
}
