type ByYear = readonly (readonly [year: number, cycles: number])[];

/**
 * Cycles of a VM exit (guest to hypervisor) by the year of the CPU. Source: Bugnion, Nieh, Tsafrir,
 * "Hardware and Software Support for Virtualization" (2017), table 4.3: Prescott, Merom, Penryn,
 * Westmere, Sandy Bridge, Ivy Bridge, Haswell, Broadwell (C34 [V2]).
 */
const EXIT_BY_YEAR: ByYear = [
  [2005, 1926],
  [2006, 1156],
  [2008, 858],
  [2010, 569],
  [2011, 507],
  [2012, 466],
  [2013, 512],
  [2014, 531],
];

/**
 * Cycles of the way back. Source: Adams and Agesen, ASPLOS 2006, table 1: Pentium 4 672 and Core 2
 * Duo (C32 [V2]). Of later CPUs we know the exit only and take the entry to be the same: it is of
 * that order (C-check 8, our assumption).
 */
const ENTRY_BY_YEAR: ByYear = [
  [2005, 2409],
  [2006, 937],
];
const ENTRY_LIKE_EXIT = 2008;

/** The figure of the latest year that is not after the CPU's; of the first year for older ones. */
export function byYear(table: ByYear, year: number): number {
  let found = table[0]?.[1] ?? 0;
  for (const [since, cycles] of table) if (since <= year) found = cycles;
  return found;
}

/** Cycles of a VM exit on a CPU of that year (rule K3). */
export const exitCycles = (year: number): number => byYear(EXIT_BY_YEAR, year);

/** Cycles of a VM entry on a CPU of that year (rule K3). */
export const entryCycles = (year: number): number =>
  year >= ENTRY_LIKE_EXIT ? exitCycles(year) : byYear(ENTRY_BY_YEAR, year);

/** Cycles to leave the guest and to come back, without anything being done in between. */
export const roundTrip = (year: number): number => exitCycles(year) + entryCycles(year);

/**
 * Cycles of a hypercall of 2003. No source gives it by itself. A page fault takes 1.42 µs without
 * Xen and 2.73 under it, and the difference is two ways into Xen: one with the fault, one to set the
 * entry (Barham 2003, table 5, F10 [V]). Half of that at 2.4 GHz: our figure.
 */
const HYPERCALL_2003 = Math.trunc(((2730 - 1420) * 24) / 10 / 2);

/**
 * Cycles of a hypercall on a CPU of that year, there and back. Ring transitions became cheaper as
 * VM exits did (our assumption). The hypercalls that are published, some 1300 cycles of the 2010s,
 * are VM exits of hardware-assisted guests (C38): they price nothing here.
 */
export const hypercallCycles = (year: number): number =>
  Math.trunc((HYPERCALL_2003 * exitCycles(year)) / exitCycles(2003));
