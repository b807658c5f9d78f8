import { seconds } from '../world/ids.ts';
import type { Request } from '../world/request.ts';
import { rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { World } from '../world/world.ts';

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

/** Tallies promised and given service, one unit for each VM and tick (rules F1 to F3). */
export function promises(turn: Turn): void {
  const { world } = turn;
  const { tally } = world;
  const rid = unwanted(world);
  const hostile = new Set<number>();
  for (const attacker of rows(world.attackers)) for (const id of attacker.knownVms) hostile.add(id);
  for (const vm of rows(world.vms)) {
    if (rid.has(vm.id) || vm.power === 'provisioning') continue;
    tally.promised += 1;
    if (vm.power === 'running') tally.given += 1;
    else {
      tally.stopped += 1;
      if (hostile.has(vm.id)) tally.justified += 1;
    }
  }
  for (const request of rows(world.requests)) {
    if (goesWithout(request, world.tick)) tally.promised += 1;
  }
}
