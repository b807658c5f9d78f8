import {
  NONE,
  type RequestId,
  type Seq,
  type TenantId,
  TICKS_PER_MINUTE,
  type VmId,
} from '../../world/ids.ts';
import type { VmPlan } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { record } from '../harm/evidence.ts';
import { destroyVm, endRequest } from '../lifecycle.ts';
import { openRequest, portalPlace, selfService } from '../people.ts';
import { overQuota } from './quota.ts';

/**
 * A tenant launches a VM by the API of the portal, like anyone: it is placed at once, where the portal places it.
 * @param asked the attacker whose request it is, if it is one's: they know it for theirs
 * @returns the VM, or 0: there was no room, or its quota does not allow it
 */
export function launchVm(
  turn: Turn,
  tenant: TenantId,
  plan: VmPlan,
  cause: Seq,
  asked?: { readonly knownRequests: RequestId[] },
): VmId | 0 {
  const { world } = turn;
  const refused =
    overQuota(world, tenant, plan.frames) !== null ||
    portalPlace(world, plan, world.requests.length, tenant) === null;
  if (refused) return NONE;
  const id = openRequest(turn, tenant, { kind: 'create', plan }, cause);
  asked?.knownRequests.push(id);
  const next = world.vms.length as VmId;
  selfService(turn, get(world.requests, id), cause);
  endRequest(turn, id, 'served', cause);
  return next;
}

/**
 * A tenant gives a VM back by the same API. The log of the portal shows what was launched and given back within a minute,
 * by whom, and not whether somebody looked for a neighbour (rule S90).
 */
export function giveBack(turn: Turn, vm: VmId, cause: Seq): void {
  const { world } = turn;
  const { tenant, bornAt } = get(world.vms, vm);
  const actor = { kind: 'tenant', id: tenant } as const;
  if (world.tick - bornAt < TICKS_PER_MINUTE) {
    record(turn, { kind: 'short-lived', tenant }, { actor, cause });
  }
  destroyVm(turn, vm, actor, cause);
}

/** A tenant whose work comes and goes: a script launches a VM for it, or gives the newest one back (rule S91). */
export function autoscale(
  turn: Turn,
  {
    tenant,
    plan,
    out,
  }: { readonly tenant: TenantId; readonly plan: VmPlan; readonly out: boolean },
  cause: Seq,
): void {
  if (out) {
    launchVm(turn, tenant, plan, cause);
    return;
  }
  const newest = scaledOut(turn.world, tenant, plan.workload);
  if (newest !== NONE) giveBack(turn, newest, cause);
}

/** The newest VM of a tenant for that work that came by a request and in which nobody else works, or 0. */
export function scaledOut(world: ReadonlyWorld, tenant: number, workload: string): VmId | 0 {
  let newest: VmId | 0 = NONE;
  for (const vm of rows(world.vms)) {
    if (vm.tenant === tenant && vm.workload === workload && vm.request !== NONE) newest = vm.id;
  }
  return find(world.vms, newest)?.power === 'running' ? newest : NONE;
}
