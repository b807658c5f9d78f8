import { seconds } from '../world/ids.ts';
import type { Request } from '../world/request.ts';
import { find, rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { Vm } from '../world/vm.ts';
import type { World } from '../world/world.ts';
import { missesDevice } from './exits.ts';
import { unwantedReason } from './leases.ts';

/** How long a tenant waits for a new VM before it counts as missing. */
const GRACE = seconds(30);
/** How long a missed request goes on counting. */
const GRUDGE = seconds(60);

/** Whether a tenant goes without a VM that it was promised at this tick (rule F2). */
export function goesWithout(request: Request, tick: number): boolean {
  if (request.wish.kind !== 'create') return false;
  if (request.state === 'missed') return tick < request.deadline + GRUDGE;
  const waiting = request.state === 'open' || request.state === 'in-work';
  return waiting && tick >= request.openedAt + GRACE;
}

/** VMs that their tenants have asked to be rid of: nothing is promised for them any more. */
function unwanted(world: World): Set<number> {
  const ids = new Set<number>();
  for (const request of rows(world.requests)) {
    if (request.wish.kind === 'destroy') ids.add(request.wish.vm);
  }
  return ids;
}

/** Whether we took its service away: it is off, or shut off from everyone (rule F3). */
function contained(world: World, vm: Vm): boolean {
  return vm.power === 'stopped' || find(world.zones, vm.zone)?.name === 'quarantine';
}

/** Whether it does its whole service: its flows get through and it has the devices it needs (F4). */
function serves(world: World, vm: Vm): boolean {
  return vm.power === 'running' && vm.cutOff === 0 && !missesDevice(world, vm);
}

/** Tallies promised and given service, one unit for each VM and tick (rules F1 to F4). */
export function promises(turn: Turn): void {
  const { world } = turn;
  const { tally } = world;
  const rid = unwanted(world);
  for (const vm of rows(world.vms)) {
    if (vm.power === 'provisioning' || rid.has(vm.id) || unwantedReason(world, vm) !== null)
      continue;
    tally.promised += 1;
    if (contained(world, vm)) {
      tally.stopped += 1;
      if (vm.intruder !== 0) tally.justified += 1;
    } else if (serves(world, vm)) tally.given += 1;
  }
  for (const request of rows(world.requests)) {
    if (goesWithout(request, world.tick)) tally.promised += 1;
  }
}
