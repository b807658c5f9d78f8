import { NONE, seconds } from '../world/ids.ts';
import { charge, type ServiceLoss } from '../world/losses.ts';
import type { Fault } from '../world/machine/fault.ts';
import type { Vm } from '../world/machine/vm.ts';
import type { Request } from '../world/people/request.ts';
import { get, rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { World } from '../world/world.ts';
import { faultsOf, sameFaults, stopsService } from './fidelity/faults.ts';
import { unwantedReason } from './leases.ts';
import { isIsolated } from './network/path.ts';
import { dropperOf, firstStopped } from './network/traffic.ts';

/** How long a tenant waits for a new VM before it counts as missing. */
const GRACE = seconds(30);
/** How long a missed request goes on counting. */
const GRUDGE = seconds(60);

/** Whether a tenant goes without a VM that it was promised at this tick (rule F2). */
function goesWithout(request: Request, tick: number): boolean {
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
  return vm.power === 'stopped' || isIsolated(world, vm.id);
}

/**
 * Whether an attacker holds it: inside, or below it while it stands still. Whoever runs code below a host's
 * guests reads all of them, and to be rid of them it is installed anew with its guests off (K11).
 */
function held(world: World, vm: Vm): boolean {
  if (vm.intruder !== NONE) return true;
  return vm.power === 'stopped' && get(world.hosts, vm.host).intruder !== NONE;
}

/** What is wrong with it now. A list that says the same stays the same one. */
function inspect(world: World, vm: Vm): readonly Fault[] {
  const faults = faultsOf(world, vm);
  if (!sameFaults(vm.faults, faults)) vm.faults = faults;
  return vm.faults;
}

/** What a fault is down to: for flows that do not get through, whatever stops the first of them. */
function behind(world: World, vm: Vm, fault: Fault): readonly [ServiceLoss, number] {
  if (fault.kind !== 'cut-off') return [fault.kind, vm.id];
  const stopped = firstStopped(world, vm.id);
  if (stopped?.state === 'blocked') return ['blocked', vm.id];
  const gate = stopped?.state === 'dropped' ? dropperOf(world, stopped) : null;
  if (gate === null) return ['denied', vm.id];
  return [gate.overloaded ? 'switch-overloaded' : 'switch-busy', gate.id];
}

/**
 * Tallies service that was promised, that was given, and that was right: one unit for each VM and tick
 * (rules F1 to F6).
 */
export function promises(turn: Turn): void {
  const { world } = turn;
  const { tally } = world;
  const rid = unwanted(world);
  for (const vm of rows(world.vms)) {
    const faults = inspect(world, vm);
    if (vm.power === 'provisioning' || rid.has(vm.id) || unwantedReason(world, vm) !== null)
      continue;
    // Its tenant has no need of it now (rule M42).
    if (vm.shutDown === true && vm.power === 'stopped') continue;
    tally.promised += 1;
    if (contained(world, vm)) {
      tally.stopped += 1;
      charge(turn, vm.power === 'stopped' ? 'stopped' : 'quarantined', vm.id, 1);
      if (held(world, vm)) tally.justified += 1;
    } else {
      const stops = faults.find((fault) => stopsService(fault, vm));
      const fault = stops ?? faults[0];
      if (stops === undefined) tally.given += 1;
      if (fault === undefined) tally.correct += 1;
      else charge(turn, ...behind(world, vm, fault), 1);
    }
  }
  for (const request of rows(world.requests)) {
    if (!goesWithout(request, world.tick)) continue;
    tally.promised += 1;
    charge(turn, 'missing', request.tenant, 1);
  }
}
