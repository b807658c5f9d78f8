import type { HeldExit } from '../../world/machine/held.ts';
import type { Decided, ExitFilter } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { type Deep, find, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { aimOf, boundOf, isOver } from './bounds.ts';
import { isAbout, trapOf } from './filter.ts';
import type { RawExit } from './sample.ts';

/** The exit of a VM that waits on the desk, or `null`: its virtual CPU is stopped, so there is one at most. */
export function heldOf(world: ReadonlyWorld, vm: number): Deep<HeldExit> | null {
  return world.held.find((card) => card?.vm === vm) ?? null;
}

/** Alerts that say nothing about what a VM does. */
const NO_SUSPICION: ReadonlySet<string> = new Set([
  'orphan',
  'lease-over',
  'unpatched',
  'duplicate-keys',
  'nothing-found',
]);

/** Whether an alert about a VM is neither answered nor over. */
export function isSuspect(world: ReadonlyWorld, vm: number): boolean {
  for (const alert of rows(world.alerts)) {
    const stands = alert.state === 'open' || alert.state === 'acknowledged';
    if (alert.vm === vm && stands && !NO_SUSPICION.has(alert.seen.kind)) return true;
  }
  return false;
}

const holds =
  (exit: RawExit) =>
  (filter: ExitFilter): boolean =>
    filter.action === 'hold' && isAbout(filter, exit);

/**
 * Whether exits like that of a guest are held: its own filter marks it, and a host's holds those of
 * its guests about which an alert stands (rule K80).
 */
const isWatched = (world: ReadonlyWorld, vm: Deep<Vm>, exit: RawExit): boolean =>
  vm.filters.some(holds(exit)) ||
  (find(world.hosts, vm.host)?.filters.some(holds(exit)) === true && isSuspect(world, vm.id));

/** Whether a decision that stands lets such an exit pass. */
const isReleased = (vm: Deep<Vm>, trap: Decided, over: boolean): boolean =>
  vm.rulings.some(
    (ruling) => ruling.trap === trap && ruling.verdict === 'emulate' && (ruling.over || !over),
  );

/** Whether the desk takes an exit that no filter refuses. What it has no place for goes its way. */
export function isHeldUp(world: ReadonlyWorld, vm: Deep<Vm>, exit: RawExit): boolean {
  const trap = trapOf(exit);
  if (trap === null || !isWatched(world, vm, exit)) return false;
  if (isReleased(vm, trap, isOver(exit.operand, boundOf(aimOf(exit))))) return false;
  const taken = [...rows(world.held)];
  return taken.length < world.pace.deskPlaces && taken.every((card) => card.vm !== vm.id);
}
