import type { Host } from '../../world/machine/host.ts';
import { UNLIMITED, type Vm } from '../../world/machine/vm.ts';
import type { Deep } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { PER } from '../cost/cost.ts';
import { guestCost } from '../cost/guest-cost.ts';

/** Permille that a limit leaves above what is needed now: jobs and taxes make the whole smaller. */
const SLACK = 150;

/** Permille of a host's cycles that may be set apart in all: something is left for jobs and taxes. */
export const MOST_RESERVED = 900;

/** Permille of a host's cycles that a guest's work needs there, rounded up. */
function neededPart(vm: Deep<Vm>, host: Deep<Host>): number {
  const cost = Math.trunc((vm.demand * guestCost(vm, host)) / PER);
  return Math.min(UNLIMITED - 1, Math.ceil((cost * 1000) / host.capacity));
}

/** The limit that fits a guest's work: what it needs and a little more (rule R3). */
export function ownPart(vm: Deep<Vm>, host: Deep<Host>): number {
  const needed = neededPart(vm, host);
  return Math.min(UNLIMITED - 1, Math.ceil((needed * (1000 + SLACK)) / 1000));
}

/** Permille of a host's cycles that are set apart, if those of one more VM are (rule R4). */
export function reservedOn(world: ReadonlyWorld, host: Deep<Host>, more: Deep<Vm>): number {
  let sum = 0;
  for (const vm of world.vms) {
    if (vm === null || vm.host !== host.id) continue;
    if (vm.reserved || vm.id === more.id) sum += neededPart(vm, host);
  }
  return sum;
}
