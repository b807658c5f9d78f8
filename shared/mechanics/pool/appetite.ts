import type { Host } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import type { Deep } from '../../world/table.ts';

/**
 * How many hosts' cycles a guest asks for in which someone forks without end: as many as its neighbours
 * would need to be left with a tenth (our figure; on plain Linux the same made others unusable, C19).
 */
const ENDLESS = 9;

/** What a guest with its nightly batch asks for, in times of what it asks for otherwise (our figure). */
const BATCH = 2;

/**
 * Permille of a host's cycles that are lost to all while someone floods caches and disks, whatever limits
 * hold: a database lost 4 % and a web server 2 % beside two hostile VMs under Xen (C19 [V]).
 */
export const CONTENTION = 40;

/** Permille of a host's cycles that one of its cores delivers: it has four (our figure). */
const CORE = 250;

/**
 * Cycles of a host that are lost with cores that guests keep to themselves (rule K104). They are nobody's to
 * share out: no limit and no reservation is asked.
 */
export const keptFromHost = (looping: number, { capacity }: Pick<Deep<Host>, 'capacity'>): number =>
  Math.trunc((capacity * Math.min(1000, looping * CORE)) / 1000);

/**
 * Cycles that a guest asks its host for in a tick (rules R6, W8).
 * @param usable what it asks for when nobody does anything out of the common in it
 */
export function asksFor(
  vm: Pick<Deep<Vm>, 'burning' | 'batchUntil'>,
  usable: number,
  { capacity }: Pick<Deep<Host>, 'capacity'>,
  tick: number,
): number {
  if (vm.burning) return ENDLESS * capacity;
  return tick < vm.batchUntil ? BATCH * usable : usable;
}
